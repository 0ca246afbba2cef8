// A tangle for an issue.
#pragma once

#include "ui/cycles/cycle_rows.h"

namespace espalier::ui {

// Sizes, verdict with tracebacks, the shortest cycles (up to kMostCycles) with their statements, and the cuts
// as a task list in the order of steps. What is not known is null or empty and left out.
inline constexpr std::size_t kMostCycles = 10;
[[nodiscard]] QString tangleMarkdown(const Findings& findings, std::size_t tangle,
                                     const std::vector<std::vector<graph::EdgeId>>& cycles,
                                     const TangleVerdict* verdict, const CutAnswer* cuts);

} // namespace espalier::ui
