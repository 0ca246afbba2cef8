// The cheapest way through a sequence of bands, each passed through one of several gaps, by dynamic
// programming.
#pragma once

#include "graph/layout/terrain.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace espalier::graph {

// Of getting so far aside between one band and the next.
[[nodiscard]] inline float stepCost(float dx) {
    return std::abs(dx) + 0.003F * dx * dx;
}

// Choices are numbered in the order in which they were added: the start, then band by band. Numbers that are
// compared stand side by side.
struct PassageChoices {
    std::vector<float> x;    // where it passes
    std::vector<float> cost; // of the cheapest way to here, once addCheapest() has seen it
    std::vector<int> what;   // the caller's number for it

    // `bonus`: pixels of detour that it is worth.
    void add(float where, float bonus, int number) {
        x.push_back(where), cost.push_back(-bonus), what.push_back(number);
    }
    void clear() { x.clear(), cost.clear(), what.clear(); }

    // To the cost of each choice from `first` on, that of the cheapest way there from [before, first).
    void addCheapest(std::size_t before, std::size_t first);
    // Of [first, last) the one from which it is cheapest to get to `to`; the first of equals.
    [[nodiscard]] std::size_t cheapest(std::size_t first, std::size_t last, float to) const;
};

} // namespace espalier::graph
