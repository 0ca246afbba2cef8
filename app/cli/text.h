// Text for a person at a terminal. Everything that comes from the analysed code goes through printable().
#pragma once

#include "graph/analysis/importers.h"
#include "graph/model/snapshot.h"
#include "indexer/facts/printable.h"

#include <span>
#include <string>
#include <string_view>

namespace espalier::cli {

using facts::isUtf8;
using facts::printable;
// "1 module", "1,234 modules"
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
[[nodiscard]] std::string thousands(std::size_t count);

// "  path:line  kind[, flags]  statement"
void printStatement(const graph::Snapshot& snapshot, const graph::StatementRef& statement,
                    std::string_view indent);
// "a > b" with its admitted statements below.
void printEdge(const graph::Snapshot& snapshot, graph::EdgeId edge, const graph::EdgeFilter& filter,
               std::string_view indent);
// "a > b > a"
[[nodiscard]] std::string chainText(const graph::Snapshot& snapshot, std::span<const graph::EdgeId> edges);
// "12 statements in 9 files (production 4, tests 8)", by class where there is more than one
[[nodiscard]] std::string countsText(const graph::ImporterCounts& counts);
// "import" or "import, deferred"
[[nodiscard]] std::string kindsText(graph::KindSet kinds);

// Says on stderr that there is no such module and what could be meant.
void suggest(const graph::Snapshot& snapshot, const std::string& unknown);

} // namespace espalier::cli
