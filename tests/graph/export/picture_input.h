// A laid-out drawing of a project written as text.
#pragma once

#include "graph/drawing/drawing.h"
#include "graph/snapshot_text.h"

#include <string>

namespace espalier::graph {

inline Drawing picture(const std::string& text, bool open = true) {
    const auto snapshot = snapshotOf(text);
    ViewSpec view;
    view.filter = EdgeFilter::everything();
    if (open)
        for (const Module& m : snapshot->modules)
            view.open.insert(m.name);
    Drawing drawing = makeDrawing(*snapshot, view);
    applyLayout(drawing, layoutNested(layoutInput(drawing), layeredLayout));
    return drawing;
}

// Every mark, nesting two deep, a tangle, a loop.
inline const char* const kEverything = "a.b.c > a.b.d *12, a.b.d > a.b.c, a.b.c > a.old, a.old [deprecated], "
                                       "a.x ~> a.gone, a.gone [ghost], a.x > a.x,"
                                       "a.bad [unparsable], a.test_x > a.x, a.test_x [test]";

} // namespace espalier::graph
