// How a box of the map looks; shared by the map and its legend.
#pragma once

#include "graph/drawing/drawing.h"
#include "ui/map/painter.h"

namespace espalier::ui {

enum class BoxRole { Plain, Hovered, Selected, Related, Dimmed };

// The shape with the signs of its marks. `rect` in widget coordinates, `zoom` for widths and radius.
void paintBoxShape(QPainter& painter, const QRectF& rect, const graph::Box& box, graph::ModuleKind kind,
                   BoxRole role, double zoom, const graph::Palette& colours);
// Whole pixels of which paintBoxShape() leaves nothing to be seen that lies below.
[[nodiscard]] QRect opaquePart(const QRectF& rect, const graph::Box& box, double zoom);
void paintBoxOutline(QPainter& painter, const QRectF& rect, const graph::Box& box, graph::ModuleKind kind,
                     BoxRole role, double zoom, const graph::Palette& colours);
// Label, second line, note and the triangle of what can be opened, as far as there is room
// at the zoom `detail`.
void paintBoxText(QPainter& painter, const QRectF& rect, const graph::Box& box, graph::ModuleKind kind,
                  BoxRole role, double zoom, double detail, const MapLook& look);
// The sign of what is new, gone, or in part: a plus, a minus, both.
void paintChange(QPainter& painter, const QRectF& square, graph::DiffMark change,
                 const graph::Palette& colours);
// What a note is written on.
void paintNoteSheet(QPainter& painter, const QRectF& sheet, double zoom, const graph::Palette& colours);
// Where the triangle of an expandable box is, in widget coordinates; a click there opens or closes it.
[[nodiscard]] QRectF trianglePlace(const QRectF& rect, const graph::Box& box, double zoom);

} // namespace espalier::ui
