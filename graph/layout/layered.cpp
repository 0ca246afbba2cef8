#include "graph/layout/feedback.h"
#include "graph/layout/layout.h"
#include "graph/layout/levels.h"
#include "graph/layout/parts.h"
#include "graph/layout/proportions.h"

namespace espalier::graph {

std::vector<Point> layeredLayout(const FlatGraph& graph) {
    return layoutParts(graph, [](const FlatGraph& connected, double below) {
        const std::vector<int> assigned = assignLevels(static_cast<int>(connected.keys.size()),
                                                       acyclicLines(connected), previousRows(connected));
        const std::vector<int> levels = joinLevels(connected, assigned, below);
        Layers layers = makeLayers(connected, downwardLines(connected, levels), levels);
        orderRows(layers, connected);
        return placeLayers(connected, layers, below);
    });
}

} // namespace espalier::graph
