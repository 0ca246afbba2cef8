// The overview of a whole repository as SVG.
#pragma once

#include "graph/drawing/drawing.h"
#include "graph/export/style.h"

#include <string>

namespace espalier::graph {

// The overview as it is seen from afar, at 100 %: everything at the size that it has there, with the flows
// that are drawn there.
[[nodiscard]] Drawing seenFromAfar(const Drawing& overview);
// The content of the picture of such a drawing.
[[nodiscard]] std::string svgOverview(const Drawing& drawing, const Palette& palette);

} // namespace espalier::graph
