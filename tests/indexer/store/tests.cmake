espalier_test(indexer/store/record_test store)
espalier_test(indexer/store/store_test store)
espalier_test(indexer/store/changes_test store)
