// Paints a frame of the map. No state of its own, no events: a picture from its arguments.
#pragma once

#include "graph/export/style.h"
#include "ui/map/camera.h"
#include "ui/map/frame.h"

#include <QFont>
#include <QPainter>

#include <memory>
#include <vector>

namespace espalier::ui {

// What belongs to what is selected: the lines from and to it, and the boxes at their ends.
struct Related {
    std::vector<bool> boxes, lines, within; // per box and line of the scene; within: inside a selected box
};
// `others`: boxes that are selected beside `box`. Lines within one of them do not count, those between them
// do.
[[nodiscard]] std::shared_ptr<const Related> relatedTo(const Scene& scene, int box, int line,
                                                       const std::vector<int>& others = {});

// What is pointed at, and what is selected; -1: nothing.
struct Emphasis {
    int hoverBox = -1, hoverLine = -1;
    int box = -1, line = -1;
    std::vector<int> others = {};           // boxes selected beside `box`
    std::shared_ptr<const Related> related; // null: nothing is selected
    bool moving = false; // boxes are on their way: quick rather than smooth where there are many lines
};

struct MapLook {
    graph::Palette colours = graph::kLightPalette;
    QFont font; // family and style; sizes are the drawing's
    friend bool operator==(const MapLook&, const MapLook&) = default;
};

// Background, lines, boxes and labels within `widget`, in widget coordinates. `detail` is the zoom by which
// it is decided what there is room for: the camera's, or one a little larger, so that what has appeared does
// not vanish again at the same place.
void paintMap(QPainter& painter, const Frame& frame, const Camera& camera, double detail,
              const QRectF& widget, const Emphasis& emphasis, const MapLook& look);

// What is pointed at and what is selected, above a map that was painted without.
void paintEmphasis(QPainter& painter, const Frame& frame, const Camera& camera, const QRectF& widget,
                   const Emphasis& emphasis, const MapLook& look);

// The meaning of what is visible, in a strip along the lower border of `widget`; nothing if it would take too
// much of a small one. The height of that strip, for what is to be seen whole above it.
void paintLegend(QPainter& painter, const graph::Drawing& drawing, const QRectF& widget, const MapLook& look);
[[nodiscard]] double legendHeight(const graph::Drawing& drawing, QSizeF widget, const MapLook& look);

// One sign of the legend of a drawing of this arrangement.
void paintLegendSymbol(QPainter& painter, const QRectF& rect, graph::LegendSymbol symbol,
                       graph::Arrangement arrangement, const MapLook& look);
// The loop that marks cycles.
void paintLoop(QPainter& painter, const QRectF& square, const QColor& ink);

} // namespace espalier::ui
