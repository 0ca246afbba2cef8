#include "indexer/source/commit_tree.h"

#include "indexer/facts/glob.h"

namespace espalier::source {
namespace {

facts::Error unreadable(const std::string& folder) {
    return {"the git repository cannot be opened any more", folder, {}};
}

} // namespace

facts::Result<std::unique_ptr<CommitTree>> CommitTree::open(CommitTreeOptions options) {
    auto repository = Repository::open(options.folder);
    if (!repository)
        return repository.error();
    auto commit = (*repository)->resolve(options.revision);
    if (!commit)
        return commit.error();
    return std::unique_ptr<CommitTree>(
        new CommitTree(std::move(options), std::move(*commit), std::move(*repository)));
}

facts::Result<Listing> CommitTree::list(const Scope& scope, const std::atomic<bool>&) {
    using Files = Repository::Files;
    const Repositories::Lease repository(*repositories_);
    if (!repository.get())
        return unreadable(options_.folder);
    auto revision = repository.get()->revision(commit_, {}, options_.everyFile ? Files::All : Files::Matter);
    if (!revision)
        return revision.error();
    Listing out;
    out.revision = commit_;
    out.problems = std::move(revision->problems);
    for (facts::TreeFile& file : revision->present) {
        if (!scope.covers(file.path) || facts::anyGlobMatches(options_.exclude, file.path))
            continue;
        Entry& entry = out.entries.emplace_back();
        entry.path = std::move(file.path);
        entry.kind = file.kind;
        entry.indexedBlob = file.blob;
    }
    return out;
}

Content CommitTree::read(const Entry& entry) const {
    const Repositories::Lease repository(*repositories_);
    const auto blob = !repository.get()   ? std::nullopt
                      : entry.indexedBlob ? entry.indexedBlob
                                          : repository.get()->blobAt(commit_, entry.path);
    if (blob)
        return repository.get()->read(*blob, options_.maxFileBytes);
    Content out;
    out.state = Content::State::Vanished;
    out.problem = {"vanished", 0, 0, "the commit has no such file"};
    return out;
}

} // namespace espalier::source
