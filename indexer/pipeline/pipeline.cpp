#include "indexer/pipeline/pipeline.h"

#include "indexer/pipeline/session.h"
#include "indexer/source/disk_tree.h"

namespace espalier::pipeline {

facts::Result<Outcome> index(const Options& options, const std::function<void(const Progress&)>& progress,
                             const std::atomic<bool>& cancel) {
    auto tree = source::DiskTree::open({options.root, options.exclude, options.includeNested});
    if (!tree)
        return tree.error();
    Options absolute = options;
    absolute.root = (*tree)->root();
    return Session(**tree, absolute).update(source::Scope::whole(), {progress, {}}, cancel);
}

} // namespace espalier::pipeline
