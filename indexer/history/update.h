// Brings an archive (store/archive.h) up to date with a repository: the commits of a first-parent line, which
// files each of them has, and the facts of every content. Each content is read once in its life. Interrupted
// at any moment, the archive opens, and the next update goes on from there.
#pragma once

#include "indexer/facts/history.h"
#include "indexer/facts/result.h"
#include "indexer/pipeline/pipeline.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace espalier::history {

struct UpdateOptions {
    std::string folder; // absolute: see source::Repository::open()
    std::string archivePath;
    std::string storePath;         // of the working tree's store, whose facts are taken over; empty: none
    std::string revision = "HEAD"; // also the line's name in the archive
    // Commits before this second (since 1970) are left out, with all before them.
    std::optional<std::int64_t> since;
    bool everyCommit = false; // the contents of all commits that the revision reaches, too
    std::uint64_t maxFileBytes = 50'000'000;
    unsigned threads = 0; // 0: all cores
};

struct UpdateOutcome {
    std::size_t commits = 0, newCommits = 0; // of the line
    std::size_t contents = 0;                // distinct ones that have facts, of the line or of all
    std::size_t scanned = 0, takenOver = 0;  // of these: now, from the working tree's store
    std::uint64_t bytesRead = 0;
    bool cut = false;       // the line goes further back
    bool cancelled = false; // the line is as it was before
    // Contents that could not be read, and folders: the rest is there. By path, with the first commit's id.
    struct Loss {
        std::string path, commit;
        facts::FileProblem problem;
    };
    std::vector<Loss> losses;
};

// The time that UpdateOptions::since wants: the beginning of a date "2025-12-31" (UTC), or when a revision
// was committed. Errors: no repository, no such revision.
[[nodiscard]] facts::Result<std::int64_t> beginOf(const std::string& folder, const std::string& since);

// `progress` as pipeline::index() calls it; Phase::Listing counts commits. Errors: no repository, no such
// revision, the archive is locked or cannot be written.
[[nodiscard]] facts::Result<UpdateOutcome>
updateHistory(const UpdateOptions& options, const std::function<void(const pipeline::Progress&)>& progress,
              const std::atomic<bool>& cancel);

} // namespace espalier::history
