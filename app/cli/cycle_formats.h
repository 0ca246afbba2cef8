// Tangles as Markdown for an issue, and as DOT.
#pragma once

#include "app/cli/cycle_verdicts.h"

#include <string>
#include <vector>

namespace espalier::cli {

// `explanations` is empty, or one for each tangle.
[[nodiscard]] std::string markdown(const graph::Snapshot& snapshot, const std::vector<graph::Tangle>& tangles,
                                   const std::vector<Explanation>& explanations,
                                   const graph::EdgeFilter& filter);
[[nodiscard]] std::string dot(const graph::Snapshot& snapshot, const std::vector<graph::Tangle>& tangles,
                              const graph::EdgeFilter& filter);

} // namespace espalier::cli
