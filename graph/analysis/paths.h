// Why does A depend on B: the shortest chains of edges from A to B, by breadth-first search.
//
// With `wholePackages` a package stands for everything below it: a chain then leads from any module within
// `from` to any within `to`; where one lies in the other, its modules belong to the inner one only.
#pragma once

#include "graph/model/snapshot.h"

#include <cstdint>
#include <vector>

namespace espalier::graph {

// One shortest chain; empty if there is none, or if from == to.
[[nodiscard]] std::vector<EdgeId> shortestPath(const Snapshot& snapshot, ModuleId from, ModuleId to,
                                               const EdgeFilter& filter, bool wholePackages = false);

// All shortest chains, as the graph that they make together.
struct ShortestPaths {
    static constexpr std::uint64_t kMostChains = std::uint64_t{1} << 63;

    // The modules after so many steps, sorted. First those where a chain starts, last those where one ends;
    // empty if there is no chain. No module is in two steps.
    std::vector<std::vector<ModuleId>> steps;
    std::vector<EdgeId> edges; // each of them is part of some chain; sorted
    std::uint64_t chains = 0;  // how many there are; kMostChains stands for that many or more

    [[nodiscard]] std::size_t length() const { return steps.empty() ? 0 : steps.size() - 1; }
};

// No chain touches a module for which `closed` holds other than 0; an empty `closed` closes none. Linear in
// modules and edges.
[[nodiscard]] ShortestPaths shortestPaths(const Snapshot& snapshot, ModuleId from, ModuleId to,
                                          const EdgeFilter& filter, bool wholePackages = false,
                                          const std::vector<char>& closed = {});

} // namespace espalier::graph
