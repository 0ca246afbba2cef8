// Loads the snapshots of one open project, one after the other. What a change of some files leaves as it was
// is neither read nor resolved again.
#pragma once

#include "app/project/open.h"
#include "graph/model/build.h"

#include <mutex>
#include <span>
#include <string>

namespace espalier::project {

// Safe to use from any thread; calls wait for each other.
class Loader {
public:
    explicit Loader(Location location)
        : location_(std::move(location)) {}

    // The project as store and configuration have it now: the very snapshot of the last call if that is the
    // same.
    [[nodiscard]] facts::Result<graph::SnapshotPtr> load();
    // The same, where nothing but the files of these paths has changed in the store since the last call. If
    // more has, everything is loaded.
    [[nodiscard]] facts::Result<graph::SnapshotPtr> load(std::span<const std::string> changedPaths);

private:
    [[nodiscard]] facts::Result<graph::SnapshotPtr> show(facts::ProjectFacts facts);

    const Location location_;
    std::mutex mutex_;
    graph::SnapshotBuilder builder_;
    FormerReader former_;
    graph::Config config_;
    graph::SnapshotPtr last_;
};

} // namespace espalier::project
