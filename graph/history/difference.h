// What has changed between two states of a project, in the terms of the module graph.
#pragma once

#include "graph/analysis/tangles.h"
#include "graph/history/violations.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::graph {

// Files that were renamed: (path before, path after), sorted by the latter.
using Renames = std::vector<std::pair<std::string, std::string>>;

struct Difference {
    // Modules, packages and namespaces, by name; what is renamed is neither added nor removed.
    std::vector<ModuleId> addedModules;   // of `after`
    std::vector<ModuleId> removedModules; // of `before`
    std::vector<std::pair<ModuleId, ModuleId>> renamedModules;

    // Of edges that the filter admits.
    std::vector<EdgeId> addedEdges;   // of `after`
    std::vector<EdgeId> removedEdges; // of `before`

    // A tangle is new if no two of its modules shared one before; grown if some did, and others have joined.
    struct TangleChange {
        Tangle tangle;
        bool grown = false;
        std::vector<ModuleId> joined; // all, for a new one
    };
    std::vector<TangleChange> worseTangles;  // of `after`, by size
    std::vector<TangleChange> betterTangles; // of `before`: gone, or shrunk; `joined` have left

    std::vector<Violation> newViolations;   // of `after`
    std::vector<Violation> fixedViolations; // of `before`
};

// The violations of both sides are those of the targets that `after` knows. A module of `before` is one of
// `after` if it has its name, or if its file was renamed to the other's.
[[nodiscard]] Difference difference(const Snapshot& before, const Snapshot& after, const Renames& renames,
                                    const EdgeFilter& filter);

enum class TangleAge : std::uint8_t { Known, Grown, New };
// How old each of these is: of `after`, found with the filter of the difference.
[[nodiscard]] std::vector<TangleAge> agesOf(const std::vector<Tangle>& tangles, const Difference& difference);

} // namespace espalier::graph
