// The files of a project, read again where its facts come from.
#pragma once

#include "indexer/facts/result.h"
#include "indexer/source/source_tree.h"

#include <memory>
#include <string>
#include <vector>

namespace espalier::project {

// Where the files of a project come from, on disk or in its repository, to be read again. Errors: the folder
// or the repository is gone.
struct FileSelection {
    std::vector<std::string> exclude; // globs
    bool includeNested = true;
    bool everyFile = false; // not only those that are indexed
};
[[nodiscard]] facts::Result<std::unique_ptr<source::SourceTree>>
sourceTree(const facts::ProjectFacts& project, const FileSelection& selection = {});

// A file of at most 1 MB, as it is now. Errors: it cannot be read.
[[nodiscard]] facts::Result<std::string> readSmall(const source::SourceTree& tree, const std::string& path);

// The content of a file as it was indexed. Errors: it cannot be read, or has changed since.
[[nodiscard]] facts::Result<std::string> readIndexed(const source::SourceTree& tree,
                                                     const facts::SourceFile& file);

} // namespace espalier::project
