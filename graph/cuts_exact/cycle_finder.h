// Cycles of a piece that a solution does not yet break.
#pragma once

#include "graph/cuts/kernel.h"

#include <vector>

namespace espalier::graph {

class CycleFinder {
public:
    // `piece` has to outlive it.
    explicit CycleFinder(const Piece& piece);

    // By arc how much of it is cut, 0 to 1: cycles that are cut by less than 1 in all, as arcs; none if there
    // is none. Of the cycles through a node that no other one found goes through, a least cut one, and of
    // these a shortest one; by Dijkstra's method.
    [[nodiscard]] std::vector<std::vector<int>> violated(const std::vector<double>& cut);
    // A shortest cycle through each arc, each once.
    [[nodiscard]] std::vector<std::vector<int>> shortest();

private:
    struct Link {
        int arc, to;
    };
    struct Label {
        double cut;
        int hops;
        friend auto operator<=>(const Label&, const Label&) = default;
    };
    // From `start` back to itself; empty: all cycles through it are cut enough, or longer than `mostHops`.
    std::vector<int> cycleThrough(int start, const std::vector<double>& cut);
    std::vector<int> shortestThrough(int arc);

    const Piece& piece_;
    std::vector<std::vector<Link>> out_;
    std::vector<Label> label_; // by node
    std::vector<int> arrived_; // by node: arc
    std::vector<int> touched_; // nodes
};

} // namespace espalier::graph
