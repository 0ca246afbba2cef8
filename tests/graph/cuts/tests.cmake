espalier_test(graph/cuts/arc_set_test cuts_exact)
espalier_test(graph/cuts/edge_costs_test project_text graph symbols)
espalier_test(graph/cuts/cut_plan_test cuts_exact)
