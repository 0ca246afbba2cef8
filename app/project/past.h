// What became of a project at every commit of a line: of its campaigns, and of its module graph.
#pragma once

#include "app/project/open.h"
#include "graph/history/campaign_past.h"
#include "graph/history/read_edge_timeline.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace espalier::pipeline {
struct Progress;
}

namespace espalier::project {

using ShowProgress = std::function<void(const pipeline::Progress&)>; // may be empty

// A first-parent line whose facts are in the archive. Not for the window's thread; used by one thread at a
// time.
class Line {
public:
    // Brings the archive up to date with the line of `revision` first. The configuration, and the source
    // roots, are those of today. Errors: no repository, no such revision, cancelled, the archive cannot be
    // written.
    [[nodiscard]] static facts::Result<Line> open(const Location& location, const std::string& revision,
                                                  LoadedConfig config, const ShowProgress& progress,
                                                  const std::atomic<bool>& cancel);
    // Of a line that the archive has: nothing is read anew. Errors: no repository, the archive cannot be
    // read.
    [[nodiscard]] static facts::Result<Line> known(const Location& location, facts::Timeline timeline,
                                                   LoadedConfig config, const std::atomic<bool>& cancel);
    Line(Line&& other) noexcept;
    ~Line();

    facts::Timeline timeline;
    graph::Config config;

    // Commits that have been looked at, and how many there are; may be empty.
    using Looked = std::function<void(std::size_t done, std::size_t total)>;
    // See graph::watches() and graph::EdgeTimeline. `threads`: 0 for all cores. Errors: cancelled.
    [[nodiscard]] facts::Result<std::vector<graph::WatchPast>>
    watches(const Looked& looked, const std::atomic<bool>& cancel, unsigned threads = 0) const;
    [[nodiscard]] facts::Result<graph::EdgeTimeline>
    edges(const Looked& looked, const std::atomic<bool>& cancel, unsigned threads = 0) const;

private:
    struct Sources;
    Line();
    [[nodiscard]] std::vector<std::shared_ptr<const facts::SourceFacts>>
    factsOf(std::span<const facts::TreeFile> files) const;

    std::unique_ptr<Sources> sources_;
};

struct Past {
    facts::Timeline timeline;
    std::vector<graph::WatchPast> watches; // see graph::watches()
    graph::Config config;
};

// The line of `revision` and its campaigns, as Line has them.
[[nodiscard]] facts::Result<Past> openPast(const Location& location, const std::string& revision,
                                           LoadedConfig config, const ShowProgress& progress,
                                           const std::atomic<bool>& cancel);

// The last commit of the line that is `revision` or before it; none if the line begins later. Errors: no such
// revision.
[[nodiscard]] facts::Result<std::optional<std::uint32_t>>
positionOf(const Location& location, const facts::Timeline& timeline, const std::string& revision);

} // namespace espalier::project
