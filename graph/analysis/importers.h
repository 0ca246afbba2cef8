// Who imports a module or one of its symbols, as statements.
#pragma once

#include "graph/model/snapshot.h"

#include <array>
#include <string_view>
#include <vector>

namespace espalier::graph {

// Statements of other modules that import `module`; with `symbol` only those that name it (or star-import, or may
// reach it as an attribute of the imported module: those keep the whole statement). Sorted by path, line, column.
[[nodiscard]] std::vector<StatementRef> importers(const Snapshot& snapshot, ModuleId module, const EdgeFilter& filter,
                                                  std::string_view symbol = {});

// How many statements, and in how many files, by class and kind.
struct ImporterCounts {
    struct Count {
        std::uint32_t statements = 0, files = 0;
    };
    Count total;
    std::array<Count, kPathClassCount> byClass;
    std::array<Count, facts::kEdgeKindCount> byKind;
};
[[nodiscard]] ImporterCounts count(const Snapshot& snapshot, const std::vector<StatementRef>& statements);

} // namespace espalier::graph
