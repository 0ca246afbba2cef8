// What stands in the way of deleting a module or package.
#pragma once

#include "graph/model/snapshot.h"

#include <vector>

namespace espalier::graph {

struct Deletion {
    // Import statements of modules outside that lead to the module or to something below it, with deferred,
    // typing and script ones. Sorted by path, line, column; so are the others.
    std::vector<StatementRef> statements;
    std::vector<StatementRef> strings; // that name it: mock.patch("…"), settings
    // That lead to the module or into it; with "python -m" of packages in it that can be run.
    std::vector<EntryPoint> entries;
    // Imports of computed names, anywhere in the project, which may name it: where they are is known, what
    // they name is not.
    std::vector<Problem> computed;

    [[nodiscard]] bool isSafe() const { return statements.empty() && strings.empty() && entries.empty(); }
};
// Every import of a computed name in the project.
[[nodiscard]] std::vector<Problem> computedImports(const Snapshot& snapshot);
[[nodiscard]] Deletion whatBreaksWithout(const Snapshot& snapshot, ModuleId module);

} // namespace espalier::graph
