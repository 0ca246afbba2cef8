// Tangles as Markdown for an issue, and as DOT.
#pragma once

#include "app/cli/cycle_answer.h"

#include <string>
#include <vector>

namespace espalier::cli {

[[nodiscard]] std::string markdown(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                                   const graph::EdgeFilter& filter);
[[nodiscard]] std::string dot(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                              const graph::EdgeFilter& filter);

} // namespace espalier::cli
