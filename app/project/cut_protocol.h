// What `espalier` and its child `espalier-solve` say to each other, one JSON object each.
//   to the child:   {"nodes": 3, "time_ms": 2000, "arcs": [[from, to, weight, pin], …]}, pin as graph::Pin
//   counts from the child: {"arcs": [index, …], "weight": 4, "lower_bound": 4, "kept_cycle": [index, …]}
#pragma once

#include "graph/cuts/arc_set.h"
#include "indexer/facts/result.h"

#include <string>
#include <string_view>

namespace espalier::project {

struct CutJob {
    graph::ArcProblem problem;
    int timeMs = 2000;
};

[[nodiscard]] std::string writeCutJob(const CutJob& job);
[[nodiscard]] std::string writeArcSet(const graph::ArcSet& set);

// Errors: no JSON, or not of this form; indexes are checked.
[[nodiscard]] facts::Result<CutJob> readCutJob(std::string_view text);
[[nodiscard]] facts::Result<graph::ArcSet> readArcSet(std::string_view text,
                                                      const graph::ArcProblem& problem);

} // namespace espalier::project
