#include "ui/map/paint_line.h"

#include "ui/theme.h"

#include <QLineF>

#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kArrowLength = 8, kArrowHalfWidth = 3.6, kLeastPixels = 0.7;
constexpr double kWidest = 2.8;
constexpr int kPlainAlpha = 190, kDimmedAlpha = 45; // a crossing of many lines stays readable

QColor lineColour(const graph::Line& line, LineRole role, const graph::Palette& c) {
    if (role == LineRole::Hovered || role == LineRole::Selected)
        return colour(c.selection);
    QColor ink = colour(line.cycle                                    ? c.cycle
                        : line.deprecated                             ? c.deprecated
                        : line.fromTests && role != LineRole::Related ? c.testLine
                        : line.ghost                                  ? c.ghost
                                                                      : c.line);
    if (role == LineRole::Dimmed)
        ink.setAlpha(kDimmedAlpha);
    else if (line.fromTests)
        ink.setAlphaF(role == LineRole::Plain && line.deprecated ? graph::kTestDeprecatedOpacity : 1);
    else if (role == LineRole::Plain && !line.cycle && !line.deprecated)
        ink.setAlpha(kPlainAlpha);
    return ink;
}

} // namespace

QPen linePen(const graph::Line& line, LineRole role, const graph::Palette& colours, double zoom) {
    double width = line.fromTests ? graph::kTestLineWidth
                                  : std::min(kWidest, 1 + 0.2 * std::log2(std::max(1U, line.statements)));
    if (line.cycle)
        width += 0.6;
    if (role == LineRole::Selected || role == LineRole::Hovered)
        width += 1.4;
    QPen pen(lineColour(line, role, colours), std::max(width, kLeastPixels / zoom));
    if (role == LineRole::Dimmed) { // a hint of a line, by the fast way of drawing
        pen.setWidthF(1);
        pen.setCosmetic(true);
        return pen;
    }
    pen.setCapStyle(Qt::FlatCap);
    if (line.ghost)
        pen.setDashPattern({1.2, 2.4});
    else if (line.deferredOnly)
        pen.setDashPattern({5, 3});
    else if (line.deprecated && !line.cycle)
        pen.setDashPattern({9, 2, 2, 2});
    return pen;
}

void paintLine(QPainter& painter, const QPainterPath& path, const QPen& pen, double zoom) {
    if (path.isEmpty())
        return;
    painter.strokePath(path, pen);
    if (pen.isCosmetic())
        return;
    const QPointF tip = path.currentPosition();
    const QPainterPath::Element& before = path.elementAt(std::max(0, path.elementCount() - 2));
    QLineF back(tip, QPointF(before.x, before.y));
    if (back.length() < 1e-6)
        return;
    const double size =
        (0.5 + 0.4 * std::min(pen.widthF(), 1.4) + 0.08 * pen.widthF()) * std::max(1.0, 0.6 / zoom);
    back.setLength(kArrowLength * size);
    const QPointF across = QPointF(-back.dy(), back.dx()) / back.length() * kArrowHalfWidth * size;
    const QPointF corners[] = {tip, back.p2() + across, back.p2() - across};
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawConvexPolygon(corners, 3);
}

} // namespace espalier::ui
