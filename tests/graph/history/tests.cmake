espalier_test(graph/history/difference_test graph project_text)
