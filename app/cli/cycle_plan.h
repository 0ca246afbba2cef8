// Saved plans, and what one makes of the tangles: for `espalier cycles --plan` and `espalier plan`.
#pragma once

#include "app/cli/json.h"
#include "app/project/plan_file.h"
#include "graph/plans/plan_steps.h"
#include "indexer/facts/result.h"

#include <string>
#include <vector>

namespace espalier::cli {

// What could not be read goes to stderr, as it does in the next.
[[nodiscard]] project::LoadedPlans savedPlans(const std::string& root);
// The plan of that name that is saved in the folder, or, for a path that ends with ".toml", all plans of that
// file as one. Errors: no such plan, no such file.
[[nodiscard]] facts::Result<graph::Plan> findPlan(const std::string& root, const std::string& nameOrPath);

// "cut a > b: remove: there is no module b" for what could not be made or is not known.
[[nodiscard]] std::vector<std::string> remarks(const graph::Change& change,
                                               const graph::ChangeOutcome& outcome);
[[nodiscard]] Json changeJson(const graph::Change& change, const graph::ChangeOutcome& outcome);

// What a plan makes of a project, to be told beside the tangles that are left.
struct WhatIf {
    graph::Plan plan;
    graph::Planned planned;
    graph::TangleCount before, after;
};
[[nodiscard]] WhatIf whatIf(const graph::SnapshotPtr& snapshot, graph::Plan plan,
                            const graph::EdgeFilter& filter);
// "4 of 5 changes made; 12 > 3 edges in tangles, tangles of 7, 2 > 2 modules", and the remarks, a line each.
[[nodiscard]] std::vector<std::string> whatIfLines(const WhatIf& whatIf);
[[nodiscard]] Json whatIfJson(const WhatIf& whatIf);
[[nodiscard]] std::string countText(const graph::TangleCount& count);
[[nodiscard]] Json countJson(const graph::TangleCount& count);

} // namespace espalier::cli
