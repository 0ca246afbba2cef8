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
// Of the overview: widths are those of the screen, at every zoom.
[[nodiscard]] QPen flowPen(const graph::Line& line, LineRole role, const graph::Palette& colours,
                           double zoom);
// How long the arrow head on a line is, in picture coordinates; on a flow it keeps its size on the screen.
[[nodiscard]] double lineArrow(const QPen& pen, double zoom);
[[nodiscard]] double flowArrow(const QPen& pen, double zoom);
// `path` and the arrow head at its end in picture coordinates, through the painter's transform.
void paintLine(QPainter& painter, const QPainterPath& path, const QPen& pen, double arrowLength);
// The same in about a sixth of the time, for what is on its way: with jagged borders, in whole pixels of
// width.
void paintLineQuickly(QPainter& painter, const QPainterPath& path, const QPen& pen, double arrowLength);

} // namespace espalier::ui
