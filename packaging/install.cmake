# What `cmake --install` puts where, and what `cpack` packs: cpack -G DEB or -G TGZ in the build folder.
include(GNUInstallDirs)
install(TARGETS espalier espalier-draw espalier-solve RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(ESPALIER_GUI)
    install(TARGETS espalier-gui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES packaging/espalier.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/espalier-view.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME espalier.xml)
    install(FILES resources/icons/espalier.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_CONTACT "the Espalier developers")
set(CPACK_GENERATOR TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
include(CPack)
