// Which modules a view shows, and the boxes that stand for them.
#pragma once

#include "graph/drawing/drawing.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace espalier::graph {

// What makeDrawing() knows about the modules before it decides on boxes.
struct Visibility {
    std::vector<char> shown;       // per module: itself, or something below it
    std::vector<char> own;         // per module: it counts itself (a hidden package may have shown children)
    std::vector<char> needsOwnBox; // per module: as an open package it needs a box for its own file
    std::vector<int> tangleOf;     // of the whole project, as tangleNumbers()
    ModuleId root;                 // the package below which everything shown lies; none: the project
};
// By the kinds of modules that the view shows, without its other filters.
[[nodiscard]] bool admits(const ViewSpec& view, const Module& module);
// `tangleOf`: of whom tangles are told; null: of the snapshot.
[[nodiscard]] Visibility visibility(const Snapshot& snapshot, const ViewSpec& view,
                                    const std::vector<int>* tangleOf = nullptr);

// Boxes for the frontier of open packages. `folded` modules of one parent share a box "+N more"; `closed`
// packages count as closed whatever the view says.
struct Frontier {
    std::vector<Box> boxes;     // parents before children, siblings by name, the rest last
    std::vector<int> boxOf;     // per module: the box that its edges go to; -1 if not shown
    std::vector<int> innermost; // per module, shown or not: the smallest box around it; -1 if none
    std::size_t folded = 0;     // boxes that share another one
};
struct Folding {
    std::set<ModuleId> folded, closed;
};
[[nodiscard]] Frontier frontier(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible,
                                const Folding& folding);

// The folding that keeps a view within its budget of boxes: the least important ones go, those with few
// modules and few statements from or to them.
[[nodiscard]] Folding fitBudget(const Snapshot& snapshot, const ViewSpec& view, const Visibility& visible);

// A line for each pair of boxes between which an admitted edge leads, by (from, to); of the edges those that
// `counts`, or all.
[[nodiscard]] std::vector<Line> joinEdges(const Snapshot& snapshot, const ViewSpec& view,
                                          const Visibility& visible, const Frontier& frontier,
                                          const std::function<bool(EdgeId)>& counts = {});

// How many of the statements behind an edge count; an edge without any (graph/history/whole_line.h) counts as
// one.
[[nodiscard]] std::uint32_t admittedStatements(const Snapshot& snapshot, const Edge& edge,
                                               const EdgeFilter& filter);

// A drawing as makeDrawing() makes it, of a layered view, with what its boxes stand for.
struct DrawnView {
    Drawing drawing;
    Visibility visible;
    Frontier frontier;
    FoldedNames folded;
};
[[nodiscard]] DrawnView drawView(const Snapshot& snapshot, const ViewSpec& view,
                                 const DiffMarks* changes = nullptr, const FoldedNames* folded = nullptr);

} // namespace espalier::graph
