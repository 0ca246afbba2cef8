espalier_test(graph/plans/apply_test project_text graph symbols)
