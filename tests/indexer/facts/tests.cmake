espalier_test(indexer/facts/glob_test facts)
