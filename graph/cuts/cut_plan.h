// From a tangle to a feedback arc set problem, and from its solution to what a person does, step by step.
#pragma once

#include "graph/cuts/arc_set.h"
#include "graph/cuts/edge_costs.h"

#include <vector>

namespace espalier::graph {

struct PinnedEdges {
    std::vector<EdgeId> keep, cut; // those that are not of the tangle do not count; `keep` wins
};

// What each edge of the tangle costs, in the order of Tangle::edges.
[[nodiscard]] std::vector<EdgeCut> edgeCuts(EdgeCosts& costs, const Tangle& tangle);

// Nodes are the tangle's modules in order, arcs its edges in order.
[[nodiscard]] ArcProblem arcProblem(const Snapshot& snapshot, const Tangle& tangle,
                                    const std::vector<EdgeCut>& cuts, const PinnedEdges& pins = {});

// A name can be imported from its definition by an edge that is there already, but not if `set` cuts that,
// too. Such cuts lose their easy way. True if there were any: then the problem is another one.
[[nodiscard]] bool withdrawImpossible(const EdgeCosts& costs, const Snapshot& snapshot, const ArcSet& set,
                                      std::vector<EdgeCut>& cuts);

struct CutPlan {
    struct Step {
        EdgeCut cut;
        // When this and all steps before it are done; smaller with each step, unless a cut that is pinned is
        // in no cycle any more: such ones come last.
        std::size_t edgesLeft = 0;        // in tangles
        std::vector<std::size_t> tangles; // sizes of the tangles that remain, the largest first
    };
    std::vector<Step> steps; // of those that could come next the one that leaves the fewest edges in tangles
    std::int64_t weight = 0, lowerBound = 0;
    bool optimal = false;
    std::vector<EdgeId> keptCycle; // not empty: no plan, since all of these are to be kept

    [[nodiscard]] std::size_t easySteps() const;
};

// `cuts` as edgeCuts() gives them, `set` of the arcProblem() of the same tangle. Where there are very many
// steps, only some of the cheapest are compared at each.
[[nodiscard]] CutPlan cutPlan(const Snapshot& snapshot, const Tangle& tangle,
                              const std::vector<EdgeCut>& cuts, const ArcSet& set);

} // namespace espalier::graph
