espalier_test(indexer/history/update_test history)
espalier_test(indexer/history/commit_facts_test history)
