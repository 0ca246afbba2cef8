// Which tangles the baseline has not.
#pragma once

#include "app/cli/commands.h"
#include "graph/history/difference.h"

#include <string>
#include <vector>

namespace espalier::cli {

struct TangleAges {
    std::string since; // as asked for, or configured; empty: nothing is known
    std::vector<graph::TangleAge> tangles;
};
// Of these tangles of `after`. Without a baseline, or one that cannot be opened, they are all known; the
// latter is said on stderr. Errors: what --since names cannot be opened.
[[nodiscard]] facts::Result<TangleAges> agesSinceBaseline(const CyclesRequest& cycles,
                                                          const graph::Snapshot& after,
                                                          const std::vector<graph::Tangle>& tangles);
// "new since v1.4"; empty for one that was there.
[[nodiscard]] std::string ageText(graph::TangleAge age, const std::string& since);

} // namespace espalier::cli
