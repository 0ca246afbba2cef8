espalier_test(graph/drawing/drawing_test graph)
espalier_test(graph/drawing/landing_test graph)
espalier_test(graph/drawing/text_width_test graph)
espalier_test(graph/drawing/columns_test graph)
