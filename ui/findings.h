// What the lists of the window show, computed once per snapshot and edge filter, off the GUI thread.
// Immutable.
#pragma once

#include "graph/analysis/cycles.h"
#include "graph/analysis/importers.h"
#include "graph/analysis/tangles.h"
#include "graph/model/snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace espalier::ui {

// Of a module and everything below it.
struct Badges {
    std::uint32_t inTangles = 0, deprecated = 0, ghosts = 0, problems = 0;
    [[nodiscard]] bool any() const { return inTangles + deprecated + ghosts + problems > 0; }
};

// A module or symbol that is to go away, and who still imports it; every kind of statement counts.
struct DeprecatedThing {
    graph::ModuleId module;
    std::string symbol;                // empty: the module
    std::vector<std::size_t> evidence; // indexes into Snapshot::deprecations
    std::string replacement, removal;
    bool weak = true; // only a docstring or a comment says so
    bool shim = false;
    graph::ImporterCounts left; // of a symbol: also statements that bring in its module as a whole
    std::size_t named = 0;      // statements that name it
};

// Something worth looking at, most urgent first.
struct Concern {
    enum class Kind { Tangle, Deprecated, Ghost, Unparsable };
    Kind kind = Kind::Tangle;
    std::size_t index = 0;  // Tangle: into Findings::tangles; Deprecated: into Findings::deprecated
    graph::ModuleId module; // Ghost, Unparsable (none if the file is no module)
    std::size_t weight = 0; // modules of the tangle, statements that name it, problems of the file
    std::string path;       // Unparsable
    std::uint32_t line = 0;
};

struct Findings {
    graph::SnapshotPtr snapshot;
    graph::EdgeFilter filter;
    std::vector<graph::Tangle> tangles;
    std::vector<std::size_t> trapped; // per tangle: statements behind its edges
    std::vector<int> tangleOf;        // per module, -1: in none
    std::vector<graph::PackageTangle> packageTangles;
    std::size_t searchedModules = 0, searchedEdges = 0; // of the project, and those that the filter admits
    std::vector<Badges> badges;                         // per module
    std::vector<DeprecatedThing> deprecated;            // most statements left first
    std::vector<Concern> concerns;
    std::size_t ghosts = 0, ghostStatements = 0;
};
using FindingsPtr = std::shared_ptr<const Findings>;

// `previous` may be null: what it holds of the same snapshot, and does not depend on the filter, is taken
// over.
[[nodiscard]] FindingsPtr findFindings(const graph::SnapshotPtr& snapshot, const graph::EdgeFilter& filter,
                                       const FindingsPtr& previous = nullptr);
// Behind the edges, those that the filter admits.
[[nodiscard]] std::size_t countStatements(const graph::Snapshot& snapshot,
                                          const std::vector<graph::EdgeId>& edges,
                                          const graph::EdgeFilter& filter);

} // namespace espalier::ui
