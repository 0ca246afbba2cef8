// Drawings printed as lines of text:
//
//     web {cycle} (5 modules · in a tangle)
//       orders
//     web -> shop.orders *3 cycle
#pragma once

#include "graph/drawing/drawing.h"

#include <string>

namespace espalier::graph {

inline std::string textOf(const Box& b, int depth) {
    std::string out(static_cast<std::size_t>(2 * depth), ' ');
    out += b.label;
    std::string marks;
    const auto mark = [&](bool set, const char* word) {
        if (set)
            marks += (marks.empty() ? "" : " ") + std::string(word);
    };
    mark(b.container, "open"), mark(b.expandable, "closed"), mark(b.marks.cycle, "cycle");
    mark(b.marks.deprecated, "deprecated"), mark(b.marks.ghost, "ghost"), mark(b.marks.external, "external");
    mark(b.marks.test, "test"), mark(b.marks.problem, "problem");
    if (!marks.empty())
        out += " {" + marks + "}";
    if (!b.detail.empty())
        out += " (" + b.detail + ")";
    return out + "\n";
}

inline std::string boxesOf(const Drawing& drawing) {
    std::string out;
    const auto print = [&](auto& self, int parent, int depth) -> void {
        for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
            if (drawing.boxes[i].parent != parent)
                continue;
            out += textOf(drawing.boxes[i], depth);
            self(self, static_cast<int>(i), depth + 1);
        }
    };
    print(print, -1, 0);
    return out;
}

inline std::string linesOf(const Drawing& drawing) {
    std::string out;
    for (const Line& l : drawing.lines) {
        out += drawing.boxes[static_cast<std::size_t>(l.from)].key + " -> " +
               drawing.boxes[static_cast<std::size_t>(l.to)].key;
        if (l.statements != 1)
            out += " *" + std::to_string(l.statements);
        out += l.cycle ? " cycle" : "";
        out += l.deprecated ? " deprecated" : "";
        out += l.ghost ? " ghost" : "";
        out += l.deferredOnly ? " deferred" : "";
        out += l.fromTests ? " tests" : "";
        out += "\n";
    }
    return out;
}

} // namespace espalier::graph
