// What is left of a feedback arc set problem when everything that is easily decided has been decided.
//
// Arcs between strongly connected components are in no cycle. A node with a single arc on one side is merged
// with the node at the other end of that arc if cutting all arcs on its other side costs no more: then there
// is a best set without that arc (Levy and Low, "A contraction algorithm for finding small cycle cutsets",
// 1988, here with weights). A loop has to be cut. Every cycle lies within one biconnected component
// (Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", 1973), so these are problems of their
// own. Each step may make room for the others.
#pragma once

#include "graph/cuts/arc_set.h"

namespace espalier::graph {

// A biconnected, strongly connected rest: no loops, at most one arc from a node to another. An arc stands for
// one or more arcs of the whole problem, which are cut or kept together.
struct Piece {
    int nodes = 0;
    std::vector<Arc> arcs;                   // pinned to be kept, or not at all
    std::vector<std::vector<int>> originals; // by arc: indexes into the arcs of the whole problem
};

struct Kernel {
    std::vector<int> forced;   // arcs of the whole problem that are cut, those that are pinned so included
    std::vector<Piece> pieces; // best sets of these and `forced` together are a best set
};

// The arcs that are to be kept must not have a cycle among them.
[[nodiscard]] Kernel reduced(const ArcProblem& problem);

} // namespace espalier::graph
