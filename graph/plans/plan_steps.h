// A plan in the order in which its changes do most good, and what is left in tangles after each.
#pragma once

#include "graph/plans/apply.h"

#include <cstddef>
#include <vector>

namespace espalier::graph {

// What is in tangles.
struct TangleCount {
    std::size_t edges = 0;
    std::vector<std::size_t> tangles; // their sizes in modules, the largest first
    friend bool operator==(const TangleCount&, const TangleCount&) = default;
};
[[nodiscard]] TangleCount countTangles(const Snapshot& snapshot, const EdgeFilter& filter);

struct PlanSteps {
    struct Step {
        std::size_t change = 0; // index into Plan::changes
        ChangeOutcome outcome;
        TangleCount left; // when this and all steps before it are done
    };
    TangleCount before;
    // Each leaves fewer edges in tangles than the one before as long as there is a change left that does,
    // tried in the order of the plan; then come those that leave as many or more.
    std::vector<Step> steps;
    std::vector<Step> refused; // cannot be made; `left` is as it was
};

// Makes the plan again for each change that is tried: a few times as many as it has, at most.
[[nodiscard]] PlanSteps planSteps(const SnapshotPtr& snapshot, const Plan& plan, const EdgeFilter& filter);

} // namespace espalier::graph
