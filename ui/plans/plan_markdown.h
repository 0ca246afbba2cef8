// A plan as tasks, for an issue.
#pragma once

#include "graph/plans/plan_steps.h"

#include <QString>

namespace espalier::ui {

// What is in tangles now; the changes as a task list with their statements, in steps that each leave less;
// what has to be left out.
[[nodiscard]] QString planMarkdown(const graph::Snapshot& snapshot, const graph::Plan& plan,
                                   const graph::PlanSteps& steps);

} // namespace espalier::ui
