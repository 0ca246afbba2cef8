// The past of campaigns, as the commands about it are asked for.
#pragma once

#include "app/cli/commands.h"
#include "app/project/past.h"

#include <vector>

namespace espalier::cli {

struct AskedPast {
    project::Location location;
    project::Past past;
    std::vector<const graph::WatchPast*> watches; // of `past`, which may be moved, but not copied
};
// With a progress bar on a terminal. Errors: nothing is configured to be followed, there is no campaign of
// that name (empty: all), and those of project::openPast().
[[nodiscard]] facts::Result<AskedPast> openAskedPast(const Request& request, const std::string& campaign);

// The project at the end of the line, which must not be empty. Errors: those of project::openCommit().
[[nodiscard]] facts::Result<graph::SnapshotPtr> openLast(const AskedPast& asked);
// The same, or null where the ranks of violations are those of their files' classes.
[[nodiscard]] facts::Result<graph::SnapshotPtr> snapshotForRanks(const AskedPast& asked);

} // namespace espalier::cli
