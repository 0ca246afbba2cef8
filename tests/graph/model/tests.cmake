add_library(project_text STATIC "${PROJECT_SOURCE_DIR}/tests/graph/model/project_text.cpp")
target_include_directories(project_text PUBLIC "${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(project_text PUBLIC graph scan PRIVATE espalier_options)

add_library(reference_projects STATIC "${PROJECT_SOURCE_DIR}/tests/graph/model/reference_projects.cpp")
target_include_directories(reference_projects PUBLIC "${PROJECT_SOURCE_DIR}/tests")
target_compile_definitions(reference_projects PRIVATE ESPALIER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(reference_projects PUBLIC Qt6::Test PRIVATE espalier_options)

espalier_test(graph/model/snapshot_test project_text graph)
espalier_test(graph/model/builder_test project_text graph)
espalier_test(graph/model/reference_test project_text reference_projects graph)
espalier_test(graph/model/generated_test real_import)
include("${CMAKE_CURRENT_LIST_DIR}/semantics/tests.cmake")
