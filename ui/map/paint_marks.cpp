#include "ui/map/paint_marks.h"

#include "graph/layout/curves.h"
#include "ui/theme.h"

#include <QLineF>
#include <QPainterPath>

#include <algorithm>
#include <map>

namespace espalier::ui {

namespace {

// Pixels of the screen, at every zoom.
constexpr double kCasing = 7, kWidth = 3.6, kDashWidth = 1.8, kCutWidth = 2.4, kHead = 12;
constexpr double kDash = 5, kDashGap = 9; // in widths of the dash
constexpr double kSign = 17;

struct Marked {
    QPainterPath path; // in the widget
    QPointF sign;
};

Marked marked(const Frame& frame, const Camera& camera, int line) {
    const QPainterPath path = frame.path(line);
    std::vector<graph::Point> points;
    for (int i = 0; i < path.elementCount(); ++i)
        points.push_back({path.elementAt(i).x, path.elementAt(i).y});
    return {camera.transform().map(path), camera.toWidget(toQt(graph::signPlace(points)))};
}

QPen pen(const QColor& ink, double width) {
    return {ink, width, Qt::SolidLine, Qt::FlatCap};
}

QPen dashed(const QColor& ink, double width, double dash, double gap, double shift = 0) {
    QPen out = pen(ink, width);
    out.setDashPattern({dash, gap});
    out.setDashOffset(-shift / width);
    return out;
}

// At the end of a path.
void paintHead(QPainter& painter, const QPainterPath& path, const QColor& ink, double length) {
    const QPointF tip = path.currentPosition();
    QLineF back(tip, path.pointAtPercent(path.percentAtLength(std::max(0.0, path.length() - length))));
    if (back.length() < 1e-6)
        return;
    back.setLength(length);
    const QPointF across = QPointF(-back.dy(), back.dx()) * 0.5;
    const QPointF corners[] = {tip, back.p2() + across, back.p2() - across};
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawConvexPolygon(corners, 3);
}

void paintDisc(QPainter& painter, QPointF centre, const QColor& fill, const QColor& border) {
    painter.setPen(pen(border, 1.5));
    painter.setBrush(fill);
    painter.drawEllipse(centre, kSign / 2, kSign / 2);
}

} // namespace

MarkedLines markedLines(const Scene& scene, const CycleMarks& marks) {
    const auto lineOf = [&](const NamedEdge& edge) {
        const auto from = scene.snapshot->find(edge.first), to = scene.snapshot->find(edge.second);
        if (!from || !to)
            return -1;
        const int line = scene.lineBetween(*from, *to);
        const int a = scene.boxShowing(*from), b = scene.boxShowing(*to);
        return line >= 0 || a < 0 || b < 0 || a == b ? line : scene.lineBetween(a, b);
    };
    const auto linesOf = [&](const std::vector<NamedEdge>& edges) {
        std::vector<int> out;
        for (const NamedEdge& edge : edges)
            if (const int line = lineOf(edge);
                line >= 0 && scene.drawing.lines[static_cast<std::size_t>(line)].points.size() >= 4 &&
                std::ranges::count(out, line) == 0)
                out.push_back(line);
        return out;
    };
    return {linesOf(marks.cycle), linesOf(marks.cuts)};
}

void paintMarks(QPainter& painter, const Frame& frame, const Camera& camera, const MarkedLines& lines,
                double shift, const MapLook& look) {
    if (lines.cycle.empty() && lines.cuts.empty())
        return;
    const QColor paper = colour(look.colours.background), red = colour(look.colours.cycle),
                 ink = colour(look.colours.text);
    std::vector<Marked> cycle, cuts;
    for (const int line : lines.cycle)
        cycle.push_back(marked(frame, camera, line));
    for (const int line : lines.cuts)
        cuts.push_back(marked(frame, camera, line));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Marked& one : cycle)
        painter.strokePath(one.path, pen(paper, kCasing));
    for (const Marked& one : cycle) {
        painter.strokePath(one.path, pen(red, kWidth));
        painter.strokePath(one.path, dashed(paper, kDashWidth, kDash, kDashGap, shift));
        paintHead(painter, one.path, red, kHead);
    }
    for (const Marked& one : cuts) {
        painter.strokePath(one.path, pen(paper, kCasing - 2));
        painter.strokePath(one.path, dashed(ink, kCutWidth, 3, 2.5));
        paintHead(painter, one.path, ink, kHead - 3);
    }
    QFont font(look.font);
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    for (std::size_t i = 0; i < cycle.size() && cycle.size() > 1; ++i) {
        paintDisc(painter, cycle[i].sign, red, paper);
        painter.setPen(paper);
        painter.drawText(QRectF(cycle[i].sign - QPointF(kSign, kSign) / 2, QSizeF(kSign, kSign)),
                         Qt::AlignCenter, QString::number(i + 1));
    }
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool numbered = cycle.size() > 1 && std::ranges::count(lines.cycle, lines.cuts[i]) > 0;
        const QPointF at = cuts[i].sign + QPointF(numbered ? kSign + 1 : 0, 0);
        paintDisc(painter, at, paper, ink);
        paintScissors(painter, QRectF(at - QPointF(6, 6), QSizeF(12, 12)), ink);
    }
    painter.restore();
}

QRegion cycleRegion(const Frame& frame, const Camera& camera, const MarkedLines& lines) {
    constexpr double kAround = kCasing;
    QRegion out;
    for (const int line : lines.cycle)
        out += camera.toWidget(frame.lineBounds(line))
                   .adjusted(-kAround, -kAround, kAround, kAround)
                   .toAlignedRect();
    return out;
}

void paintScissors(QPainter& painter, const QRectF& square, const QColor& ink) {
    const auto at = [&](double x, double y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    const double ring = square.width() * 0.16;
    painter.setPen(QPen(ink, std::max(1.0, square.width() / 9), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at(0.2, 0.22), ring, ring);
    painter.drawEllipse(at(0.2, 0.78), ring, ring);
    painter.drawLine(at(0.34, 0.32), at(0.95, 0.75));
    painter.drawLine(at(0.34, 0.68), at(0.95, 0.25));
}

} // namespace espalier::ui
