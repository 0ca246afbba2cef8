// One module or package in the middle, who imports it at the left, what it imports at the right, in columns
// by the number of steps.
#pragma once

#include "graph/drawing/columns.h"

#include <cstddef>
#include <map>

namespace espalier::graph {

struct NeighbourhoodSpec {
    static constexpr std::size_t kRoom = 18;

    ModuleId centre;       // a package stands for everything below it
    int depth = 1;         // steps to either side
    bool packages = false; // a box for the modules that lie directly in one package, rather than one for each
    std::map<int, std::size_t> room =
        {}; // boxes drawn at this many steps, where other than kRoom; importers: -1, -2 …
};

struct Neighbourhood {
    // What is one step away, whether drawn or not.
    struct Side {
        std::size_t things = 0, statements = 0; // modules, or with NeighbourhoodSpec::packages packages
    };
    Drawing drawing;
    Side importers, imports;
    std::map<int, std::string> restKeys; // of the boxes "+N more", by steps
};

// Follows the edges that the view's filter admits, between modules that the view shows; `centre` is shown in
// any case. Each module is in one place: where both ways lead to it, at the shorter one's end, among equals
// with the importers.
[[nodiscard]] Neighbourhood neighbourhood(const Snapshot& snapshot, const ViewSpec& view,
                                          const NeighbourhoodSpec& spec);

} // namespace espalier::graph
