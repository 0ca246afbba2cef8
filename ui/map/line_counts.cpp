#include "ui/map/line_counts.h"

#include "graph/drawing/text_width.h"
#include "graph/export/style.h"
#include "graph/layout/curves.h"
#include "ui/map/camera.h"
#include "ui/map/frame.h"

#include <algorithm>
#include <numeric>

namespace espalier::ui {

namespace {

constexpr double kPadding = 2, kSignSide = 18;

// What a number must not cover.
std::vector<QRectF> obstacles(const graph::Drawing& drawing) {
    std::vector<QRectF> taken;
    for (const graph::Box& box : drawing.boxes) {
        QRectF rect = toQt(box.rect);
        if (box.container)
            rect.setHeight(graph::kContainerTitleHeight);
        taken.push_back(rect);
    }
    for (const graph::Line& line : drawing.lines)
        if (line.cycle && line.points.size() >= 4) {
            QRectF sign(0, 0, kSignSide, kSignSide);
            sign.moveCenter(toQt(graph::signPlace(line.points)));
            taken.push_back(sign);
        }
    return taken;
}

} // namespace

std::vector<QRectF> placeLineCounts(const graph::Drawing& drawing) {
    std::vector<QRectF> places(drawing.lines.size()), taken = obstacles(drawing);
    std::vector<std::size_t> order(drawing.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(),
                             [&](std::size_t i) { return drawing.lines[i].statements; });
    for (const std::size_t i : order) {
        const graph::Line& line = drawing.lines[i];
        if (line.statements < 2 || line.fromTests || line.points.size() < 4)
            continue;
        const QPainterPath path = curve(line.points);
        const double width = graph::textWidth(std::to_string(line.statements), kCountFontPx) + 2 * kPadding;
        for (const double t : {0.5, 0.42, 0.58, 0.66, 0.25, 0.75, 0.84}) {
            QRectF place(0, 0, width, kCountFontPx + 2 * kPadding);
            place.moveCenter(path.pointAtPercent(t));
            if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(place); }))
                continue;
            taken.push_back(place);
            places[i] = place;
            break;
        }
    }
    return places;
}

} // namespace espalier::ui
