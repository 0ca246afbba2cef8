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
constexpr double kSign = 17, kSignGap = 2;
constexpr float kVeil = 0.62F;

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

// Of the numbers of a cycle, then of the scissors.
std::vector<QPointF> placesOf(const std::vector<Marked>& cycle, std::size_t numbered,
                              const std::vector<Marked>& cuts) {
    std::vector<QPainterPath> paths;
    std::vector<QPointF> signs;
    const auto add = [&](const Marked& one) {
        paths.push_back(one.path);
        signs.push_back(one.sign);
    };
    std::for_each_n(cycle.begin(), numbered, add);
    std::ranges::for_each(cuts, add);
    return discPlaces(paths, signs, kSign + kSignGap);
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
    return {linesOf(marks.cycle), linesOf(marks.cuts), linesOf(marks.edges)};
}

std::vector<QPointF> discPlaces(const std::vector<QPainterPath>& lines, const std::vector<QPointF>& wished,
                                double width) {
    std::vector<QPointF> out;
    const auto isFree = [&](QPointF at) {
        return std::ranges::all_of(out, [&](QPointF other) { return QLineF(at, other).length() >= width; });
    };
    const auto placeFor = [&](const QPainterPath& line, QPointF wish) {
        if (isFree(wish))
            return wish;
        for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8})
            if (const QPointF at = line.pointAtPercent(part); isFree(at))
                return at;
        // To the left of its direction, where the opposite line does not go.
        const QLineF along(line.elementAt(0), line.currentPosition());
        const QPointF aside =
            along.length() < 1e-6 ? QPointF(1, 0) : QPointF(along.dy(), -along.dx()) / along.length();
        for (int steps = 1; steps <= 8; ++steps)
            for (const int side : {steps, -steps})
                if (const QPointF at = wish + aside * (side * width / 2); isFree(at))
                    return at;
        return wish;
    };
    for (std::size_t i = 0; i < lines.size(); ++i)
        out.push_back(placeFor(lines[i], wished[i]));
    return out;
}

void paintVeil(QPainter& painter, const Frame& frame, const Camera& camera, const MarkedLines& lines,
               const QSize& size, const MapLook& look) {
    if (lines.cycle.empty())
        return;
    QPainterPath veil, seen;
    veil.addRect(QRectF(QPointF(), size));
    seen.setFillRule(Qt::WindingFill);
    for (const int line : lines.cycle) {
        const graph::Line& l = frame.scene()->drawing.lines[static_cast<std::size_t>(line)];
        for (const int box : {l.from, l.to})
            seen.addRect(camera.toWidget(frame.rect(box)).adjusted(-2, -2, 2, 2));
    }
    QColor paper = colour(look.colours.background);
    paper.setAlphaF(kVeil);
    painter.fillPath(veil.subtracted(seen), paper);
}

void paintMarks(QPainter& painter, const Frame& frame, const Camera& camera, const MarkedLines& lines,
                double shift, const MapLook& look) {
    if (lines.cycle.empty() && lines.cuts.empty() && lines.edges.empty())
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
    for (const int line : lines.edges) {
        const QPainterPath path = marked(frame, camera, line).path;
        painter.strokePath(path, pen(paper, kCasing));
        painter.strokePath(path, pen(red, kWidth));
        paintHead(painter, path, red, kHead);
    }
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
    const std::size_t numbered = cycle.size() > 1 ? cycle.size() : 0;
    const std::vector<QPointF> discs = placesOf(cycle, numbered, cuts);
    for (std::size_t i = 0; i < numbered; ++i) {
        paintDisc(painter, discs[i], red, paper);
        painter.setPen(paper);
        painter.drawText(QRectF(discs[i] - QPointF(kSign, kSign) / 2, QSizeF(kSign, kSign)), Qt::AlignCenter,
                         QString::number(i + 1));
    }
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const QPointF at = discs[numbered + i];
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
