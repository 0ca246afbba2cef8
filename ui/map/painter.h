// Paints a frame of the map. No state of its own, no events: a picture from its arguments.
#pragma once

#include "graph/export/style.h"
#include "ui/map/camera.h"
#include "ui/map/frame.h"

#include <QFont>
#include <QPainter>

namespace espalier::ui {

// What is pointed at, and what is selected; -1: nothing.
struct Emphasis {
    int hoverBox = -1, hoverLine = -1;
    int box = -1, line = -1;
    bool moving = false; // boxes are on their way: quick rather than smooth where there are many lines
};

struct MapLook {
    graph::Palette colours = graph::kLightPalette;
    QFont font; // family and style; sizes are the drawing's
};

// Lines, boxes and labels within `widget`, in widget coordinates.
void paintMap(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
              const Emphasis& emphasis, const MapLook& look);

// What is pointed at, above a map that was painted without it.
void paintHover(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
                const Emphasis& emphasis, const MapLook& look);

// The meaning of what is visible, in a strip along the lower border of `widget`; nothing if it would take too
// much of a small one. The height of that strip, for what is to be seen whole above it.
void paintLegend(QPainter& painter, const graph::Drawing& drawing, const QRectF& widget, const MapLook& look);
[[nodiscard]] double legendHeight(const graph::Drawing& drawing, QSizeF widget, const MapLook& look);

// One sign of the legend.
void paintLegendSymbol(QPainter& painter, const QRectF& rect, graph::LegendSymbol symbol,
                       const MapLook& look);
// The loop that marks cycles.
void paintLoop(QPainter& painter, const QRectF& square, const QColor& ink);

} // namespace espalier::ui
