// Commits, and what lived through them, as JSON.
#pragma once

#include "app/cli/json.h"
#include "graph/history/campaign_past.h"

#include <string>

namespace espalier::cli {

// Of seconds since 1970, in UTC: "2025-09-08"
[[nodiscard]] std::string dateText(std::int64_t seconds);
[[nodiscard]] Json commitJson(const facts::Commit& commit);
[[nodiscard]] Json lifeJson(const facts::Timeline& timeline, const graph::ViolationLife& life);

} // namespace espalier::cli
