espalier_test(indexer/symbols/extractor_test symbols)
espalier_test(indexer/symbols/reference_test symbols)
