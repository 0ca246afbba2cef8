// What a project has become since one of its commits: what `diff` and `check` tell, and the window.
#pragma once

#include "app/project/commit.h"
#include "graph/history/difference.h"

#include <mutex>

namespace espalier::project {

struct ChangesSince {
    graph::SnapshotPtr before;
    graph::Renames renames;
    graph::Difference difference;
};

// Opens the older states of one project. Safe to use from any thread; calls wait for each other.
//
// The last one is kept, with what was renamed since then: to open a commit of 9,000 files takes a second, to
// look for renames four times that, and to ask again after a file has changed a third of a second.
class Baseline {
public:
    explicit Baseline(Location location)
        : location_(std::move(location)) {}

    // From `since` to `after`. The older side is opened with its symbols where some are deprecated in
    // `after`, whatever `since` says of that. Errors: those of openCommit(); also where `since.mayRead` says
    // no.
    [[nodiscard]] facts::Result<ChangesSince>
    changes(const CommitRequest& since, const graph::Snapshot& after, const graph::EdgeFilter& filter,
            const std::function<void(const pipeline::Progress&)>& progress, const std::atomic<bool>& cancel);

private:
    [[nodiscard]] facts::Status open(const CommitRequest& since, bool symbols,
                                     const std::function<void(const pipeline::Progress&)>& progress,
                                     const std::atomic<bool>& cancel);

    const Location location_;
    std::mutex mutex_;
    graph::SnapshotPtr before_; // the last one, and what it was opened with
    graph::Config config_;
    bool symbols_ = false;
    graph::Renames renames_; // between two commits, or up to HEAD
    std::string renamesTo_;  // the commit; empty: not known
};

} // namespace espalier::project
