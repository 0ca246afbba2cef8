add_library(origin_text STATIC "${PROJECT_SOURCE_DIR}/tests/graph/symbols/origin_text.cpp")
target_compile_definitions(origin_text PRIVATE ESPALIER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(origin_text PUBLIC project_text graph Qt6::Test PRIVATE espalier_options)

espalier_test(graph/symbols/symbols_test origin_text)
espalier_test(graph/symbols/reference_test origin_text)
espalier_test(graph/symbols/fragmentation_test project_text graph)
espalier_test(graph/symbols/sameness_test project_text graph symbols)
espalier_test(graph/symbols/homonyms_test project_text graph symbols)
