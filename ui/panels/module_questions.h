// What one may ask of a module, beside its imports, and the answers as lists.
#pragma once

#include "graph/symbols/symbol_view.h"
#include "ui/models/text_table.h"

#include <string>
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

// Rows lead to a place in source, to a module or to a symbol of it: `targets`, by TextRow::index.
struct Answer {
    QString verdict; // a sentence or two
    QStringList headers;
    std::vector<int> numbers; // columns that hold some
    std::vector<TextRow> rows;
    struct Target {
        graph::ModuleId module; // none: the place
        std::string symbol;     // empty: the module
    };
    std::vector<Target> targets;
    // For an issue: the verdict, and a line for each row.
    [[nodiscard]] QString markdown() const;
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
