// Commits, and what lived through them, as JSON.
#pragma once

#include "app/cli/json.h"
#include "app/tracker/campaign_words.h"
#include "graph/history/campaign_past.h"

#include <string>

namespace espalier::cli {

using tracker::dateText;
[[nodiscard]] Json commitJson(const facts::Commit& commit);
// {"statements", "files", "by_class", "compliant_files", "compliance"}
[[nodiscard]] Json countsJson(const graph::WatchCounts& counts);
// {"new", "fixed", "back"}
[[nodiscard]] Json movesJson(const graph::Moves& moves);
[[nodiscard]] Json lifeJson(const facts::Timeline& timeline, const graph::ViolationLife& life);

} // namespace espalier::cli
