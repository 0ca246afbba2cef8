// Statements with what they matter to a migration.
#pragma once

#include "app/cli/json.h"
#include "graph/analysis/ranks.h"

#include <array>
#include <span>
#include <string>

namespace espalier::cli {

class RankCounts {
public:
    void add(graph::Rank rank) { ++counts_[static_cast<std::size_t>(rank)]; }
    [[nodiscard]] std::string text() const; // "P2 12, P4 1"
    [[nodiscard]] Json json() const;        // {"P1": 0, …}

private:
    std::array<std::size_t, graph::kRankCount> counts_{};
};

[[nodiscard]] RankCounts countRanks(const graph::Ranks& ranks,
                                    std::span<const graph::StatementRef> statements);
// A statement with its `module` and `rank`.
[[nodiscard]] Json rankedJson(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                              const graph::StatementRef& statement);
// "  P2  path:line  [import]  …"
void printRanked(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                 const graph::StatementRef& statement, std::string_view indent);

} // namespace espalier::cli
