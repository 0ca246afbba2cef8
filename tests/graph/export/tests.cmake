espalier_test(graph/export/svg_test graph)
espalier_test(graph/export/diagram_text_test graph)
espalier_test(graph/export/render_test render)
espalier_test(graph/export/colours_test graph)
