#include "app/project/commit.h"

#include "app/project/small_file.h"
#include "graph/model/build.h"
#include "indexer/history/commit_facts.h"
#include "indexer/history/commit_tree.h"
#include "indexer/source/blob_hash.h"
#include "indexer/source/disk_tree.h"
#include "indexer/store/archive.h"

namespace espalier::project {
namespace {

// Of HEAD, in the order in which they count. Nothing if it has no such file.
LoadedConfig configOfHead(const std::string& folder) {
    const auto tree = history::CommitTree::open({folder, "HEAD", {}, kMaxSmallBytes});
    for (const std::string name : {"espalier.toml", "pyproject.toml"})
        if (const auto text = tree ? readSmall(**tree, name) : tree.error())
            return parseConfig(*text, name, name == "espalier.toml");
    return {};
}

} // namespace

LoadedConfig configOf(const Location& location, const std::string& file) {
    if (!file.empty()) {
        const auto text = readSmallFile(file);
        if (text)
            return parseConfig(*text, file, true);
        LoadedConfig out;
        out.problems.push_back({file, {"bad-configuration", 0, 0, text.error().what + "; it is not read"}});
        return out;
    }
    const auto repository = source::Repository::open(location.root);
    return repository && (*repository)->isBare() ? configOfHead(location.root) : readConfig(location.root);
}

facts::Result<graph::SnapshotPtr> openCommit(const Location& location, CommitRequest request,
                                             const std::function<void(const pipeline::Progress&)>& progress,
                                             const std::atomic<bool>& cancel) {
    history::CommitOptions options;
    options.folder = location.root;
    options.archivePath = store::archivePath(location.store);
    options.storePath = location.store;
    options.revision = std::move(request.revision);
    options.symbols = request.symbols;
    options.exclude = request.config.config.exclude;
    auto project = history::readCommit(options, progress, cancel);
    if (!project)
        return project.error();
    facts::ProjectFacts facts = std::move(project).value();
    const graph::Config config = completed(std::move(request.config), facts);
    return graph::buildSnapshot(std::move(facts), config);
}

facts::Result<std::unique_ptr<source::SourceTree>> sourceTree(const facts::ProjectFacts& project,
                                                              const FileSelection& selection) {
    if (project.workingTree) {
        source::DiskOptions options;
        options.root = project.root;
        options.exclude = selection.exclude;
        options.includeNested = selection.includeNested;
        options.everyFile = selection.everyFile;
        auto tree = source::DiskTree::open(std::move(options));
        if (!tree)
            return tree.error();
        return std::unique_ptr<source::SourceTree>(std::move(*tree));
    }
    history::CommitTreeOptions options;
    options.folder = project.root;
    options.revision = project.revision;
    options.exclude = selection.exclude;
    options.everyFile = selection.everyFile;
    auto tree = history::CommitTree::open(std::move(options));
    if (!tree)
        return tree.error();
    return std::unique_ptr<source::SourceTree>(std::move(*tree));
}

facts::Result<std::string> readSmall(const source::SourceTree& tree, const std::string& path) {
    source::Entry entry;
    entry.path = path;
    source::Content content = tree.read(entry);
    if (content.state != source::Content::State::Read)
        return facts::Error{content.problem.message, path, {}};
    if (content.bytes.size() > kMaxSmallBytes)
        return facts::Error{"larger than 1 MB", path, {}};
    return std::move(content.bytes);
}

facts::Result<std::string> readIndexed(const source::SourceTree& tree, const facts::SourceFile& file) {
    source::Entry entry;
    entry.path = file.path;
    source::Content content = tree.read(entry);
    if (content.state != source::Content::State::Read)
        return facts::Error{content.problem.message, file.path, {}};
    if (source::blobId(content.bytes) != file.blob)
        return facts::Error{"it has changed since it was indexed", file.path, {}};
    return std::move(content.bytes);
}

} // namespace espalier::project
