// Makes the EdgeTimeline of a line of commits.
//
// A stretch of the line is walked by one thread; each commit resolves only what its changes concern
// (graph/model/moving_model.h). Facts are read in batches and kept while a file has them.
#pragma once

#include "graph/history/edge_timeline.h"
#include "indexer/facts/history.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace espalier::graph {

struct EdgeTimelineInput {
    const facts::Timeline& timeline;
    const Config& config; // with the source roots, and their naming, that hold for all of it
    // Facts of these contents, null for those that cannot be read. Called by one thread at a time.
    std::function<std::vector<std::shared_ptr<const facts::SourceFacts>>(std::span<const facts::TreeFile>)>
        facts;
    std::function<void(std::size_t done, std::size_t total)> progress; // commits; on the calling thread
    unsigned threads = 0;                                              // 0: all cores
};

// None once `cancel` is set.
[[nodiscard]] std::optional<EdgeTimeline> readEdgeTimeline(const EdgeTimelineInput& input,
                                                           const std::atomic<bool>& cancel);

} // namespace espalier::graph
