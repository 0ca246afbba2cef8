// A cycle or a tangle of packages that one looks at, and imports that are to be cut: marked on the map and in
// the matrix.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace espalier::ui {

using NamedEdge = std::pair<std::string, std::string>; // the importing module, the imported one

struct CycleMarks {
    std::vector<NamedEdge> cycle, cuts;
    std::vector<NamedEdge> edges; // by which packages import each other
    friend bool operator==(const CycleMarks&, const CycleMarks&) = default;
};

} // namespace espalier::ui
