// A cycle that one looks at, and lines that are to be cut, above a map that was painted without them.
#pragma once

#include "ui/map/camera.h"
#include "ui/map/cycle_marks.h"
#include "ui/map/frame.h"
#include "ui/map/painter.h"

#include <QPainterPath>
#include <QRegion>

#include <vector>

namespace espalier::ui {

// The lines of a scene that marks come to; those that are not drawn are left out. One line may stand for
// several steps of a cycle.
struct MarkedLines {
    std::vector<int> cycle; // in the order of its steps
    std::vector<int> cuts;
    std::vector<int> edges;
};
[[nodiscard]] MarkedLines markedLines(const Scene& scene, const CycleMarks& marks);

// Where discs of this width go: to their wished places, but a little along their lines, or beside them, where
// they would touch one that has its place already. In the order of the lines.
[[nodiscard]] std::vector<QPointF> discPlaces(const std::vector<QPainterPath>& lines,
                                              const std::vector<QPointF>& wished, double width);

// All but the boxes and lines of the cycle is dimmed. Not for a cycle of which nothing is drawn.
void paintVeil(QPainter& painter, const Frame& frame, const Camera& camera, const MarkedLines& marked,
               const QSize& size, const MapLook& look);
// Dashes that run along the cycle are `shift` pixels further on; its steps are numbered. Lines to be cut are
// dashed and carry scissors.
void paintMarks(QPainter& painter, const Frame& frame, const Camera& camera, const MarkedLines& marked,
                double shift, const MapLook& look);
// What of the widget changes when the dashes of a cycle run.
[[nodiscard]] QRegion cycleRegion(const Frame& frame, const Camera& camera, const MarkedLines& marked);

// In `ink`, to fill a square.
void paintScissors(QPainter& painter, const QRectF& square, const QColor& ink);

} // namespace espalier::ui
