#include "graph/drawing/drawing.h"
#include "graph/drawing/labels.h"

#include <algorithm>
#include <cmath>

namespace espalier::graph {
LayoutInput layoutInput(const Drawing& drawing, const Drawing* previous) {
    LayoutInput input;
    input.bundled = drawing.bundled;
    for (const Box& box : drawing.boxes)
        input.boxes.push_back({box.key, box.parent, textSize(box), box.place});
    for (const Line& line : drawing.lines) {
        const int weight = 1 + static_cast<int>(std::log2(std::max(line.statements, 1U)));
        input.lines.push_back({line.from, line.to, line.fromTests ? 1 : weight});
    }
    if (previous != nullptr && previous->size.width > 0) {
        for (const Box& box : previous->boxes)
            input.seeds.emplace_back(box.key, box.rect.centre());
        std::sort(input.seeds.begin(), input.seeds.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    return input;
}

void applyLayout(Drawing& drawing, const LayoutResult& result) {
    if (result.boxes.size() != drawing.boxes.size() || result.lines.size() != drawing.lines.size())
        return;
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i)
        drawing.boxes[i].rect = result.boxes[i];
    for (std::size_t i = 0; i < drawing.lines.size(); ++i)
        drawing.lines[i].points = result.lines[i];
    drawing.size = result.size;
}

} // namespace espalier::graph
