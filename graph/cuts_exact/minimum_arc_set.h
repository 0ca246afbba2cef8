// Feedback arc sets of least weight, with proof: an integer program that says of more and more cycles that
// one of their arcs has to be cut (Baharev, Schichl, Neumaier and Achterberg, "An exact method for the
// minimum feedback arc set problem", 2021). Its target links COIN-OR's CBC, which may use much memory and
// cannot always be stopped at once: a program with a window has a child process do this.
#pragma once

#include "graph/cuts/arc_set.h"

#include <functional>

namespace espalier::graph {

struct CutLimits {
    int timeMs = 2000; // about; what has been found and proven by then is the answer
    std::function<bool()> stopped = [] {
        return false;
    }; // asked now and then, from the same thread; ends it likewise
};

// Always a set that breaks all cycles, unless pins forbid it. Always the same for the same problem if it is
// optimal; what is found when time runs out may differ.
[[nodiscard]] ArcSet minimumArcSet(const ArcProblem& problem, const CutLimits& limits = {});

} // namespace espalier::graph
