espalier_test(indexer/pipeline/run_test pipeline)
espalier_test(indexer/pipeline/index_test pipeline)
espalier_test(indexer/pipeline/damage_test pipeline)
espalier_test(indexer/pipeline/session_test pipeline)
