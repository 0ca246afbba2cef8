// Numbers about a project at every commit of a line, from its EdgeTimeline.
#pragma once

#include "graph/history/edge_timeline.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

namespace espalier::graph {

inline constexpr int kModuleKindCount = 5;

// Of some kinds of imports; self-imports are no tangle.
struct TangleCounts {
    std::uint32_t tangles = 0, modules = 0; // modules in tangles
    std::uint32_t largest = 0;              // modules of the largest
    friend bool operator==(const TangleCounts&, const TangleCounts&) = default;
};

struct Measures {
    std::array<std::uint32_t, kModuleKindCount> modules{}; // by ModuleKind
    std::array<std::uint32_t, facts::kEdgeKindCount>
        edges{}; // by EdgeKind; an edge of two kinds counts for both
    TangleCounts atImport, withDeferred;
    FileTotals files;
};

// A revision in which modules got into import-time tangles.
struct TangleMove {
    std::uint32_t revision = 0;
    std::uint32_t came = 0, before = 0, after = 0; // modules in tangles: new ones; all
    std::vector<std::uint32_t> closing; // edges that the revision brought, within tangles; ascending
};

struct MeasuredLine {
    std::vector<Measures> measures;      // by revision
    std::vector<TangleMove> tangleMoves; // by revision
};

// Strongly connected components are looked for only in revisions that close a cycle, or take an edge out of a
// tangle. Uses two threads. None once `cancel` is set.
[[nodiscard]] std::optional<MeasuredLine> measure(const EdgeTimeline& timeline,
                                                  const std::atomic<bool>& cancel);

} // namespace espalier::graph
