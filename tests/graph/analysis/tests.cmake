espalier_test(graph/analysis/tangles_test graph)
espalier_test(graph/analysis/importers_test project_text graph)
espalier_test(graph/analysis/protection_test project_text graph)
espalier_test(graph/analysis/deletion_test project_text graph)
