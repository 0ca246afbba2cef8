#include "ui/map/paint_line.h"

#include "ui/theme.h"

#include <QLineF>

#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kHalfWidth = 0.45, kLeastPixels = 0.7; // of an arrow head, in its lengths
constexpr double kWidest = 2.8;
constexpr int kFlowAlpha = 130, kCycleFlowAlpha = 190; // boxes below show through
constexpr int kPlainAlpha = 190;                       // a crossing of many lines stays readable
constexpr int kDimmedAlpha = 45, kDimmedCycleAlpha = 120;

QColor lineColour(const graph::Line& line, LineRole role, const graph::Palette& c) {
    if (role == LineRole::Hovered || role == LineRole::Selected)
        return colour(c.selection);
    QColor ink = colour(line.change == graph::DiffMark::Added         ? c.added
                        : line.change == graph::DiffMark::Removed     ? c.ghost
                        : line.cycle                                  ? c.cycle
                        : line.deprecated                             ? c.deprecated
                        : line.fromTests && role != LineRole::Related ? c.testLine
                        : line.ghost                                  ? c.ghost
                                                                      : c.line);
    if (role == LineRole::Dimmed)
        ink.setAlpha(line.cycle ? kDimmedCycleAlpha : kDimmedAlpha);
    else if (line.fromTests)
        ink.setAlphaF(role == LineRole::Plain && line.deprecated ? graph::kTestDeprecatedOpacity : 1);
    else if (role == LineRole::Plain && !line.cycle && !line.deprecated &&
             line.change == graph::DiffMark::None)
        ink.setAlpha(kPlainAlpha);
    return ink;
}

} // namespace

QPen linePen(const graph::Line& line, LineRole role, const graph::Palette& colours, double zoom) {
    double width = line.fromTests ? graph::kTestLineWidth
                                  : std::min(kWidest, 1 + 0.2 * std::log2(std::max(1U, line.statements)));
    if (line.cycle || line.change == graph::DiffMark::Added)
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
    if (line.change == graph::DiffMark::Removed)
        pen.setDashPattern({3, 4});
    else if (line.ghost)
        pen.setDashPattern({1.2, 2.4});
    else if (line.deferredOnly)
        pen.setDashPattern({5, 3});
    else if (line.deprecated && !line.cycle)
        pen.setDashPattern({9, 2, 2, 2});
    return pen;
}

QPen flowPen(const graph::Line& line, LineRole role, const graph::Palette& colours, double zoom) {
    constexpr double kThinnest = 0.8, kPerDoubling = 0.55, kThickest = 8, kEmphasised = 1.2;
    double width = std::min(kThickest, kThinnest + kPerDoubling * std::log2(std::max(1U, line.statements)));
    if (role == LineRole::Selected || role == LineRole::Hovered)
        width += kEmphasised;
    QColor ink = lineColour(line, role, colours);
    if (role == LineRole::Plain)
        ink.setAlpha(line.cycle ? kCycleFlowAlpha : kFlowAlpha);
    return QPen(ink, width / zoom, Qt::SolidLine, Qt::FlatCap);
}

double lineArrow(const QPen& pen, double zoom) {
    constexpr double kLength = 8;
    const double size = 0.5 + 0.4 * std::min(pen.widthF(), 1.4) + 0.08 * pen.widthF();
    return kLength * size * std::max(1.0, 0.6 / zoom);
}

double flowArrow(const QPen& pen, double zoom) {
    constexpr double kLeastPx = 4, kPerWidth = 1.3;
    return kLeastPx / zoom + kPerWidth * pen.widthF();
}

namespace {

void paintArrow(QPainter& painter, const QPainterPath& path, const QColor& ink, double length) {
    const QPointF tip = path.currentPosition();
    const QPainterPath::Element& before = path.elementAt(std::max(0, path.elementCount() - 2));
    QLineF back(tip, QPointF(before.x, before.y));
    if (back.length() < 1e-6)
        return;
    back.setLength(length);
    const QPointF across = QPointF(-back.dy(), back.dx()) * kHalfWidth;
    const QPointF corners[] = {tip, back.p2() + across, back.p2() - across};
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawConvexPolygon(corners, 3);
}

} // namespace

void paintLine(QPainter& painter, const QPainterPath& path, const QPen& pen, double arrowLength) {
    if (path.isEmpty())
        return;
    painter.strokePath(path, pen);
    if (!pen.isCosmetic())
        paintArrow(painter, path, pen.color(), arrowLength);
}

// Qt has a fast way for pens of one pixel alone, dashed ones as well; a wider line is several of these side
// by side. Most lines run down rather than across.
void paintLineQuickly(QPainter& painter, const QPainterPath& path, const QPen& pen, double arrowLength) {
    if (path.isEmpty())
        return;
    const double pixel = 1 / painter.deviceTransform().m11();
    QPen hair(pen.color(), 1);
    hair.setCosmetic(true);
    int width = 1;
    if (!pen.isCosmetic()) {
        width = std::max(1, static_cast<int>(std::lround(pen.widthF() / pixel)));
        QList<qreal> dashes = pen.dashPattern();
        for (qreal& dash : dashes)
            dash *= pen.widthF() / pixel;
        if (!dashes.isEmpty())
            hair.setDashPattern(dashes);
    }
    for (int i = 0; i < width; ++i)
        painter.strokePath(i == 0 ? path : path.translated(((i + 1) / 2) * (i % 2 == 0 ? pixel : -pixel), 0),
                           hair);
    if (!pen.isCosmetic())
        paintArrow(painter, path, pen.color(), arrowLength);
}

} // namespace espalier::ui
