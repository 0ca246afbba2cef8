espalier_test(indexer/text/classify_test text)
espalier_test(indexer/text/search_test text source)
