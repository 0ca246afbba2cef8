// What to cut so that a tangle is none any more: for `espalier cycles --suggest`.
#pragma once

#include "app/cli/json.h"
#include "graph/cuts/cut_plan.h"

#include <string>

namespace espalier::cli {

// Takes some two seconds, and again where what was found turns out to be impossible. The statements that
// count are the filter's.
[[nodiscard]] graph::CutPlan suggestCuts(graph::Symbols& symbols, const graph::Tangle& tangle,
                                         const graph::EdgeFilter& filter, const graph::PinnedEdges& pins,
                                         const graph::CutWeights& weights);
// "4 a statement in production, 2 elsewhere, divided by 2 where it is easy"
[[nodiscard]] std::string weightsText(const graph::CutWeights& weights);
[[nodiscard]] Json weightsJson(const graph::CutWeights& weights);

[[nodiscard]] Json planJson(const graph::Snapshot& snapshot, const graph::CutPlan& plan);
void printPlan(const graph::Snapshot& snapshot, const graph::CutPlan& plan);
// As a task list.
[[nodiscard]] std::string planMarkdown(const graph::Snapshot& snapshot, const graph::CutPlan& plan);

} // namespace espalier::cli
