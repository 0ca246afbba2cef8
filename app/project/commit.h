// A project as one commit has it.
#pragma once

#include "app/project/open.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/source/source_tree.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace espalier::project {

// What a person has decided about a project. Where it has no working tree, HEAD's files say it. `file`: an
// espalier.toml anywhere else, which is read instead; empty: none.
[[nodiscard]] LoadedConfig configOf(const Location& location, const std::string& file = {});

struct CommitRequest {
    std::string revision; // commit, branch, tag, or a date as 2025-12-31: the last commit until then
    bool symbols = false;
    LoadedConfig config;
};
// Reads what is not known yet of the commit's files: not for the window's thread. `progress` as
// pipeline::index() calls it. Errors: no repository, no such revision, cancelled.
[[nodiscard]] facts::Result<graph::SnapshotPtr>
openCommit(const Location& location, CommitRequest request,
           const std::function<void(const pipeline::Progress&)>& progress, const std::atomic<bool>& cancel);

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
