espalier_test(graph/analysis/tangles_test graph)
espalier_test(graph/analysis/importers_test project_text graph)
