// Breadth-first search over the admitted edges of a snapshot. Its memory is used again from search to search,
// so that many short searches in a large graph stay cheap. Among equally short paths the one by the smallest
// module ids wins.
#pragma once

#include "graph/model/snapshot.h"

#include <functional>
#include <limits>
#include <vector>

namespace espalier::graph {

class BreadthFirst {
public:
    BreadthFirst(const Snapshot& snapshot, const EdgeFilter& filter)
        : snapshot_(snapshot)
        , filter_(filter)
        , arrived_(snapshot.modules.size())
        , closed_(snapshot.modules.size(), 0) {}

    // No later search goes through this module.
    void close(ModuleId module) { closed_[module.value] = 1; }

    static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

    // From one of `from` to the first module that satisfies `isGoal`, over at least one edge; empty: no such
    // path, or none of at most `most` edges. Self-imports are not followed.
    std::vector<EdgeId> pathTo(const std::vector<ModuleId>& from, const std::function<bool(ModuleId)>& isGoal,
                               std::size_t most = kNoLimit);
    std::vector<EdgeId> path(ModuleId from, ModuleId to) {
        return pathTo({from}, [&](ModuleId m) { return m == to; });
    }
    std::vector<EdgeId> cycleThrough(ModuleId module, std::size_t most) {
        return pathTo(
            {module}, [&](ModuleId m) { return m == module; }, most);
    }

private:
    std::vector<EdgeId> traceBack(EdgeId last) const;

    const Snapshot& snapshot_;
    const EdgeFilter& filter_;
    std::vector<EdgeId> arrived_; // by module: the edge that first led there
    std::vector<char> closed_;
    std::vector<ModuleId> queue_;
};

} // namespace espalier::graph
