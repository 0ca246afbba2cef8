// What stands in the way of deleting a class, a function or a value.
#pragma once

#include "graph/symbols/uses.h"

#include <span>
#include <vector>

namespace espalier::graph {

struct Removal {
    // Statements that import it by name, through whatever path. Sorted by path, line, column; so is the rest.
    struct Importer {
        StatementRef statement;
        bool handsOn = false; // others import it from there, or the module's __all__ names it
    };
    std::vector<Importer> importers;
    std::vector<SymbolUse> uses;     // outside of itself, strings (UseKind::Patched) included
    std::vector<ModuleId> listed;    // modules whose __all__ names it without an import of it: its own
    std::vector<EntryPoint> entries; // "shop.cli:main", also by another path, or a method of it
    std::vector<StatementRef>
        dynamic;                   // import_module("its module"): what is taken from the result is not known
    std::vector<Problem> computed; // imports of computed names, anywhere, which may mean its module

    [[nodiscard]] bool isSafe() const {
        return importers.empty() && uses.empty() && listed.empty() && entries.empty();
    }
};
// `definitions` are what a name comes to; more than one where they are alternatives.
[[nodiscard]] Removal whatBreaksWithout(Symbols& symbols, std::span<const OriginId> definitions);

} // namespace espalier::graph
