// Source roots: the folders from which module names count. Configured by a person, or guessed once from what
// the project's own statements call its modules.
#pragma once

#include "graph/model/import_tree.h"
#include "graph/model/snapshot.h"
#include "graph/model/statement_names.h"

#include <vector>

namespace espalier::graph {

struct Roots {
    std::vector<SourceRoot> shown;
    std::vector<PlaceId> places; // as `shown`, in the order of search
    bool configured = false;
    bool standardLibrary = false;  // one of them is Python's own library
    std::vector<Problem> problems; // configured folders that do not exist

    // The root through which files below `folder` get their canonical names, first choice first.
    [[nodiscard]] std::vector<PlaceId> namingRootsOf(PlaceId folder, const Places& places) const;

    // Decided by chooseRoots(): for each root, the roots around it and itself by the number of statements
    // that name its modules through them. As `places`.
    std::vector<std::vector<PlaceId>> naming;
};

// What chooseRoots() looks at.
struct RootsInput {
    const facts::ProjectFacts& project;
    const Config& config;
    const NameTable& names;
    const Places& places;
    const StatementIndex& statements;
};

// Python's own library has modules at its top that no project would have.
[[nodiscard]] bool isStandardLibrary(PlaceId folder, const Places& places, const NameTable& names);

[[nodiscard]] Roots chooseRoots(const RootsInput& input, ImportTree& tree);

} // namespace espalier::graph
