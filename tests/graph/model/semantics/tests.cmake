# What really importing a project does, against the graph's prediction.
set(semantics "${PROJECT_SOURCE_DIR}/tests/graph/model/semantics")
add_library(real_import STATIC "${semantics}/real_import.cpp" "${semantics}/semantic_case.cpp")
target_compile_definitions(real_import PRIVATE ESPALIER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(real_import PUBLIC project_text graph Qt6::Test PRIVATE espalier_options)

espalier_test(graph/model/semantics/modules_test real_import)
espalier_test(graph/model/semantics/edges_test real_import)
espalier_test(graph/model/semantics/ghosts_test real_import)
espalier_test(graph/model/semantics/kinds_test real_import)
espalier_test(graph/model/semantics/tangles_test project_text graph)
espalier_test(graph/model/semantics/deprecation_test real_import symbols)
