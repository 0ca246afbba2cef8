#include "app/project/source_files.h"

#include "app/project/small_file.h"
#include "indexer/source/blob_hash.h"
#include "indexer/source/commit_tree.h"
#include "indexer/source/disk_tree.h"

namespace espalier::project {

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
    source::CommitTreeOptions options;
    options.folder = project.root;
    options.revision = project.revision;
    options.exclude = selection.exclude;
    options.everyFile = selection.everyFile;
    auto tree = source::CommitTree::open(std::move(options));
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
