espalier_test(graph/layout/isotonic_test graph)
espalier_test(graph/layout/layered_test graph)
espalier_test(graph/layout/nested_test graph)
espalier_test(graph/layout/graphviz_engine_test layout_graphviz)
