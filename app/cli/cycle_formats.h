// Tangles as Markdown for an issue, and as DOT.
#pragma once

#include "app/cli/cycle_answer.h"

#include <string>
#include <vector>

namespace espalier::cli {

// `notes`: what else there is to say of all tangles, a paragraph each.
[[nodiscard]] std::string markdown(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                                   const graph::EdgeFilter& filter, const std::vector<std::string>& notes);
[[nodiscard]] std::string dot(const graph::Snapshot& snapshot, const std::vector<CycleAnswer>& answers,
                              const graph::EdgeFilter& filter);

} // namespace espalier::cli
