espalier_test(indexer/source/disk_tree_test source)
espalier_test(indexer/source/git_view_test source)
espalier_test(indexer/source/repository_test source)
