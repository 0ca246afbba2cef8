// What answers a question, as a list.
#pragma once

#include "graph/model/snapshot.h"
#include "ui/models/text_table.h"

#include <string>
#include <vector>

namespace espalier::ui {

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

    // A row that leads to a place, whose cells are that and `further`; line 0: the file as a whole.
    void addPlace(const std::string& path, std::uint32_t line, std::uint32_t column, QStringList further);
    // For an issue: the verdict, and a line for each row.
    [[nodiscard]] QString markdown() const;
};

} // namespace espalier::ui
