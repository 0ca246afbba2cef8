// All shortest chains of imports from one thing to another as a picture: a column for each step.
#pragma once

#include "graph/analysis/paths.h"
#include "graph/drawing/columns.h"

#include <set>
#include <string>

namespace espalier::graph {

struct ChainsSpec {
    static constexpr std::size_t kRoom = 14; // boxes of a step that are drawn

    ModuleId from, to;           // packages stand for everything below them
    std::set<std::string> avoid; // modules that no chain goes through, nor through what lies below them
};

struct Chains {
    ShortestPaths paths;
    Drawing drawing;
    // Where there is none: the further kinds of imports that would have to count for one, few rather than
    // many, and how many steps it would then take; 0: not even with all of them.
    KindSet further;
    std::size_t furtherLength = 0;
};

// Chains follow the edges that the view's filter admits, through modules that the view shows.
[[nodiscard]] Chains chains(const Snapshot& snapshot, const ViewSpec& view, const ChainsSpec& spec);

} // namespace espalier::graph
