// Feedback arc sets: arcs of a graph, given by numbers, without which it has no cycle, of little weight.
#pragma once

#include <cstdint>
#include <vector>

namespace espalier::graph {

// What a person has decided about an arc.
enum class Pin : std::uint8_t { None, Keep, Cut };

struct Arc {
    int from = 0, to = 0;    // nodes
    std::int64_t weight = 1; // at least 1; all weights of a problem add up to less than 2^52
    Pin pin = Pin::None;
};

struct ArcProblem {
    int nodes = 0;
    std::vector<Arc> arcs; // several between the same nodes are allowed, and so are loops, which are cycles
};

struct ArcSet {
    // Indexes of the arcs to cut, those that are pinned so included; sorted. Each other one is needed: if it
    // were kept, there would be a cycle.
    std::vector<int> arcs;
    std::int64_t weight = 0;     // of these
    std::int64_t lowerBound = 0; // no set that honours the pins weighs less
    // Not empty: there is no such set, since these arcs, all to be kept, are a cycle. The rest is empty then.
    std::vector<int> keptCycle;

    [[nodiscard]] bool isOptimal() const { return keptCycle.empty() && weight == lowerBound; }
    // How much of the weight is not proven to be needed, 0 to 1.
    [[nodiscard]] double gap() const {
        return weight == 0 ? 0 : static_cast<double>(weight - lowerBound) / static_cast<double>(weight);
    }
};

// A cycle of arcs that have to be kept, as consecutive arcs; empty: there is none.
[[nodiscard]] std::vector<int> keptCycle(const ArcProblem& problem);

// Whether no cycle is left without the arcs.
[[nodiscard]] bool breaksAllCycles(const ArcProblem& problem, const std::vector<int>& arcs);

// A good set, quickly: the reductions of graph/cuts/kernel.h, then the search of graph/cuts/order_search.h.
// `effort` scales the number of its rounds. The bound is what the reductions prove. Always the same for the
// same problem.
[[nodiscard]] ArcSet goodArcSet(const ArcProblem& problem, int effort = 1);

} // namespace espalier::graph
