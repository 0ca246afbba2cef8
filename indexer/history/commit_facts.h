// All facts of one commit, wherever it lies in a repository's history. What the archive or the working tree's
// store has is taken from there; the rest is read from the repository, and put into the archive if nobody
// else is writing it.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"
#include "indexer/pipeline/pipeline.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace espalier::history {

struct CommitOptions {
    std::string folder; // absolute: see source::Repository::open()
    std::string archivePath;
    std::string storePath;            // of the working tree
    std::string revision;             // see source::Repository::resolve()
    bool symbols = false;             // stage two as well
    std::vector<std::string> exclude; // globs over relative paths
    std::uint64_t maxFileBytes = 50'000'000;
    // Asked before contents that neither archive nor store knows are read; with false, none is, and the
    // commit counts as cancelled. Empty: they are read.
    std::function<bool()> mayRead;
};

// Sizes of files are unknown. Errors: no repository, no such revision, cancelled.
[[nodiscard]] facts::Result<facts::ProjectFacts>
readCommit(const CommitOptions& options, const std::function<void(const pipeline::Progress&)>& progress,
           const std::atomic<bool>& cancel);

} // namespace espalier::history
