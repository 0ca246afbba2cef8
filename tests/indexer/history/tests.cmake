espalier_test(indexer/history/line_test history)
espalier_test(indexer/history/checkout_test history)
