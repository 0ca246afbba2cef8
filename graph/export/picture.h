// A laid-out drawing as text. Everything drawn is escaped; output depends on the drawing alone.
#pragma once

#include "graph/drawing/drawing.h"

#include <string>

namespace espalier::graph {

enum class Theme : std::uint8_t { Light, Dark };

[[nodiscard]] std::string toSvg(const Drawing& drawing,
                                Theme theme = Theme::Light); // title and legend included
[[nodiscard]] std::string toDot(const Drawing& drawing);     // nested clusters, no positions
// At most 250 edges and 40,000 characters, over which Mermaid viewers refuse to draw: beyond that the
// thinnest lines are left out, and a comment and a node say how many.
[[nodiscard]] std::string toMermaid(const Drawing& drawing);

} // namespace espalier::graph
