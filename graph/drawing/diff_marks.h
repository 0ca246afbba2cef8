// What of a graph is new and what is gone, for a picture of both.
#pragma once

#include "graph/model/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace espalier::graph {

enum class DiffMark : std::uint8_t {
    None,
    Added,
    Removed,
    Mixed // of what stands for several things: not all of them have changed, or not in the same way
};

// Of a snapshot that holds the modules and edges of two states (graph/history/joined.h).
struct DiffMarks {
    std::vector<DiffMark> modules, edges; // by id; never Mixed
    std::vector<int> tangleOf;            // by module, as tangleNumbers() of the newer state
    std::string words;                    // what is compared, for the picture's subtitle
};

} // namespace espalier::graph
