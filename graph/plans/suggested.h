// A suggestion of what to cut, as changes of a plan.
#pragma once

#include "graph/cuts/cut_plan.h"
#include "graph/plans/plan.h"

#include <vector>

namespace espalier::graph {

// Adds the steps of `cuts`, in their order; `filter` is the one it was made with. What is to move goes to a
// new module beside its old one, or in it if that is a package, called after the symbol. A change that is
// there already is not added again.
void addChanges(const Snapshot& snapshot, const CutPlan& cuts, const EdgeFilter& filter,
                std::vector<Change>& changes);

} // namespace espalier::graph
