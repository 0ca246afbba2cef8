// What one may ask of a module, beside its imports, and the answers as lists.
#pragma once

#include "graph/symbols/symbol_view.h"
#include "ui/models/answer.h"

#include <vector>

namespace espalier::ui {

enum class Question {
    Importers, // of it; of a package: of anything in it
    Imports,
    OwnImporters, // of the package itself
    OwnImports,
    Symbols,  // that it defines, and how they are imported
    Tests,    // that reach it
    Untested, // modules in a package that no test reaches
    Deletion, // what stands in the way of it
};

// As `espalier tests-for`, `untested` and `can-delete` tell it: tests reach what they import at import time
// or later, and every kind of import stands in the way of a deletion. Any thread; some milliseconds in a
// large project.
[[nodiscard]] Answer testsAnswer(const graph::Snapshot& snapshot, graph::ModuleId module);
[[nodiscard]] Answer untestedAnswer(const graph::Snapshot& snapshot, graph::ModuleId package);
[[nodiscard]] Answer deletionAnswer(const graph::Snapshot& snapshot, graph::ModuleId module);
[[nodiscard]] Answer symbolsAnswer(const graph::Snapshot& snapshot,
                                   const std::vector<graph::SpreadRow>& rows);

} // namespace espalier::ui
