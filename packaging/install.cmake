# What `cmake --install` puts where.
include(GNUInstallDirs)
install(TARGETS espalier RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(ESPALIER_GUI)
    install(TARGETS espalier-gui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
