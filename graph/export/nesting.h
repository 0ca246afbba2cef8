// How the text formats nest boxes.
#pragma once

#include "graph/drawing/drawing.h"

#include <string>
#include <vector>

namespace espalier::graph {

// The first `boxes` boxes of a drawing as nested text: `open` writes the beginning of a container, `leaf` any
// other box, both with the indentation that they are to use, and `close` ends a container. Packages nest as
// deep as somebody made them: a list of what is open instead of recursion.
template <class Open, class Leaf>
std::string nestedText(const Drawing& drawing, std::size_t boxes, const Open& open, const Leaf& leaf,
                       const std::string& close) {
    std::vector<std::vector<std::size_t>> children(drawing.boxes.size() + 1);
    for (std::size_t i = 0; i < boxes; ++i)
        children[static_cast<std::size_t>(drawing.boxes[i].parent + 1)].push_back(i);
    struct Level {
        std::size_t container, next;
    };
    std::string out;
    std::vector<Level> levels{{0, 0}};
    while (!levels.empty()) {
        const std::string indent(2 * levels.size(), ' ');
        Level& at = levels.back();
        if (at.next == children[at.container].size()) {
            levels.pop_back();
            if (!levels.empty())
                out += indent.substr(2) + close + "\n";
            continue;
        }
        const std::size_t i = children[at.container][at.next++];
        out += drawing.boxes[i].container ? open(i, indent) : leaf(i, indent);
        if (drawing.boxes[i].container)
            levels.push_back({i + 1, 0});
    }
    return out;
}

} // namespace espalier::graph
