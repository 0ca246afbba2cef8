// Who imports a module or one of its symbols, as statements.
#pragma once

#include "graph/model/snapshot.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// Statements of other modules that import `module`; with `symbol` only those that reach it: as
// SymbolImporters says. Sorted by path, line, column.
[[nodiscard]] std::vector<StatementRef> importers(const Snapshot& snapshot, ModuleId module,
                                                  const EdgeFilter& filter, std::string_view symbol = {});

// The importers of a module's symbols: looks at the uses in the importing files once for all symbols.
//
// A statement reaches a symbol if it names it, or if it binds the module (or everything in it, by a star) and
// a use in the same file goes through that binding: `import a.b as c` with `c.symbol`. Where the uses of a
// file are not known (SourceFile::symbols is null, or is cut off), and for import_module() and the like,
// whose result has no known name, the statement counts without a use. A method "Class.name" is reached
// through its class.
class SymbolImporters {
public:
    // `snapshot` has to outlive it.
    SymbolImporters(const Snapshot& snapshot, ModuleId module, const EdgeFilter& filter);
    [[nodiscard]] std::vector<StatementRef> of(std::string_view symbol) const; // all for an empty one

private:
    struct Importer {
        StatementRef ref;
        bool mayReachAll = false;
        std::vector<std::string_view> reached; // names of the module that are used through it; sorted
    };
    void lookAt(Importer& importer) const;

    const Snapshot& snapshot_;
    ModuleId module_;
    std::vector<Importer> importers_; // sorted as importers() says
};

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
