// What became of a project's campaigns at every commit of a line.
#pragma once

#include "app/project/open.h"
#include "graph/history/campaign_past.h"

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace espalier::pipeline {
struct Progress;
}

namespace espalier::project {

struct Past {
    facts::Timeline timeline;
    std::vector<graph::WatchPast> watches; // see graph::watches()
    graph::Config config;
};

// Brings the archive up to date with the first-parent line of `revision` first. The configuration, and the
// source roots, are those of today. Not for the window's thread. Errors: no repository, no such revision,
// cancelled, the archive cannot be written.
[[nodiscard]] facts::Result<Past> openPast(const Location& location, const std::string& revision,
                                           LoadedConfig config,
                                           const std::function<void(const pipeline::Progress&)>& progress,
                                           const std::atomic<bool>& cancel);

// The same for a line that the archive has: nothing is read anew. `looked`: commits, of how many; may be
// empty. `threads`: 0 for all cores. Errors: the archive cannot be read, cancelled.
[[nodiscard]] facts::Result<Past> pastOf(const Location& location, facts::Timeline timeline,
                                         LoadedConfig config,
                                         const std::function<void(std::size_t done, std::size_t total)>& looked,
                                         const std::atomic<bool>& cancel, unsigned threads = 0);

// The last commit of the line that is `revision` or before it; none if the line begins later. Errors: no such
// revision.
[[nodiscard]] facts::Result<std::optional<std::uint32_t>>
positionOf(const Location& location, const facts::Timeline& timeline, const std::string& revision);

} // namespace espalier::project
