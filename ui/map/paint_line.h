// How a line of the map looks; shared by the map and its legend.
#pragma once

#include "graph/drawing/drawing.h"
#include "graph/export/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace espalier::ui {

enum class LineRole { Plain, Hovered, Selected, Related, Dimmed };

// Width grows slowly with the number of statements; at low zoom lines stay visible.
[[nodiscard]] QPen linePen(const graph::Line& line, LineRole role, const graph::Palette& colours,
                           double zoom);
// `path` and the arrow head at its end in picture coordinates, through the painter's transform.
void paintLine(QPainter& painter, const QPainterPath& path, const QPen& pen, double zoom);

} // namespace espalier::ui
