// What stands in the way of a deletion, as the answers about modules and about symbols tell it.
#pragma once

#include "ui/models/answer.h"

namespace espalier::ui {

struct Obstacles {
    std::size_t statements = 0, strings = 0, uses = 0, entryPoints = 0;
    bool inAll = false; // the __all__ of its own module names it
};
// "In the way: 12 statements that import it, 1 entry point."
[[nodiscard]] QString obstacleWords(const Obstacles& obstacles);

// A row for a statement that says `what`, or for each entry point.
void addStatement(Answer& answer, const graph::Snapshot& snapshot, const graph::StatementRef& ref,
                  const QString& what);
void addEntryPoints(Answer& answer, const std::vector<graph::EntryPoint>& entries);

} // namespace espalier::ui
