// Cycles of a tangle, as few as explain it: there may be millions, and none but the short ones help anybody.
#pragma once

#include "graph/analysis/tangles.h"

#include <optional>
#include <vector>

namespace espalier::graph {

// The shortest cycle through each edge of a tangle, each cycle once: shortest first, then by their modules'
// ids. A cycle is a list of consecutive edges that begins at its smallest module. One breadth-first search
// for each edge.
[[nodiscard]] std::vector<std::vector<EdgeId>> shortestCycles(const Snapshot& snapshot, const Tangle& tangle,
                                                              const EdgeFilter& filter);

// Is there a cycle between two modules? If both lie in one tangle: the shortest path from `a` to `b`, then
// the shortest one back.
struct CycleBetween {
    std::vector<EdgeId> edges;
    bool simple = true; // no module twice; else the two ways share some
};
[[nodiscard]] std::optional<CycleBetween> cycleBetween(const Snapshot& snapshot, ModuleId a, ModuleId b,
                                                       const EdgeFilter& filter);

// Packages that import each other. A module counts for the package it lies in directly; a module without one,
// and a package that has modules, for itself. What a package imports from its own modules is no edge.
struct PackageTangle {
    struct PackageEdge {
        ModuleId from, to;
        std::vector<EdgeId> edges; // between their modules
    };
    std::vector<ModuleId> packages; // sorted
    std::vector<PackageEdge> edges; // sorted by from, to
};
// Largest first, then by the first package.
[[nodiscard]] std::vector<PackageTangle> packageTangles(const Snapshot& snapshot, const EdgeFilter& filter);

} // namespace espalier::graph
