espalier_test(graph/plans/apply_test project_text graph symbols)
espalier_test(graph/plans/plan_steps_test graph)
