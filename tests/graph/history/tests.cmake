espalier_test(graph/history/difference_test graph project_text)
espalier_test(graph/history/joined_test graph project_text)
espalier_test(graph/history/campaign_past_test graph project_text)
espalier_test(graph/history/campaign_report_test graph project_text)
