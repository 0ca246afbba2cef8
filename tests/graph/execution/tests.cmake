espalier_test(graph/execution/generated_test project_text graph symbols)
