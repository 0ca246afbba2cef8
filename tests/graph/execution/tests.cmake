espalier_test(graph/execution/generated_test project_text graph symbols)
espalier_test(graph/execution/first_import_test project_text graph symbols)
