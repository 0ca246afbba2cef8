#include "ui/map/frame.h"

#include "ui/map/camera.h"

#include <QLineF>

#include <algorithm>
#include <limits>

namespace espalier::ui {

namespace {

QRectF mix(const QRectF& a, const QRectF& b, double t) {
    return {a.topLeft() * (1 - t) + b.topLeft() * t, a.size() * (1 - t) + b.size() * t};
}

std::vector<graph::Point> mix(const std::vector<graph::Point>& a, const std::vector<graph::Point>& b,
                              double t) {
    std::vector<graph::Point> out(b.size());
    for (std::size_t i = 0; i < b.size(); ++i)
        out[i] = {a[i].x * (1 - t) + b[i].x * t, a[i].y * (1 - t) + b[i].y * t};
    return out;
}

double distanceToSegment(QPointF p, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double length2 = QPointF::dotProduct(along, along);
    const double t = length2 > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length2, 0.0, 1.0) : 0;
    return QLineF(p, a + along * t).length();
}

// By segments, near enough for a mouse.
double distanceToCubic(QPointF p, const graph::Point* c) {
    constexpr int kSteps = 16;
    double best = std::numeric_limits<double>::max();
    QPointF before = toQt(c[0]);
    for (int i = 1; i <= kSteps; ++i) {
        const double t = static_cast<double>(i) / kSteps, u = 1 - t;
        const QPointF at = toQt(c[0]) * (u * u * u) + toQt(c[1]) * (3 * u * u * t) +
                           toQt(c[2]) * (3 * u * t * t) + toQt(c[3]) * (t * t * t);
        best = std::min(best, distanceToSegment(p, before, at));
        before = at;
    }
    return best;
}

} // namespace

QPainterPath curve(std::span<const graph::Point> points) {
    QPainterPath path;
    if (points.empty())
        return path;
    path.moveTo(toQt(points[0]));
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
        path.cubicTo(toQt(points[i]), toQt(points[i + 1]), toQt(points[i + 2]));
    return path;
}

void Frame::show(ScenePtr scene) {
    scene_ = std::move(scene);
    rects_.clear();
    oldRects_.clear();
    oldPoints_.clear();
    newBox_.clear();
    setShares({}, {});
    progress_ = 1;
}

void Frame::startGlide(ScenePtr to) {
    const ScenePtr from = std::exchange(scene_, std::move(to));
    std::vector<QRectF> before = std::exchange(rects_, {});
    for (std::size_t i = before.size(); i < from->drawing.boxes.size(); ++i)
        before.push_back(toQt(from->drawing.boxes[i].rect));
    std::unordered_map<std::string, int> oldBox;
    for (std::size_t i = 0; i < before.size(); ++i)
        oldBox.emplace(from->key(static_cast<int>(i)), static_cast<int>(i));

    oldRects_.clear();
    newBox_.clear();
    setShares({}, {});
    std::vector<int> oldOf;
    for (std::size_t i = 0; i < scene_->drawing.boxes.size(); ++i) {
        const graph::Box& box = scene_->drawing.boxes[i];
        const auto known = oldBox.find(scene_->key(static_cast<int>(i)));
        oldOf.push_back(known == oldBox.end() ? -1 : known->second);
        newBox_.push_back(oldOf.back() < 0);
        if (oldOf.back() >= 0)
            oldRects_.push_back(before[static_cast<std::size_t>(oldOf.back())]);
        else
            oldRects_.push_back(originOf(box, oldOf, *from));
    }
    oldPoints_.clear();
    for (const graph::Line& line : scene_->drawing.lines) {
        const int a = oldOf[static_cast<std::size_t>(line.from)],
                  b = oldOf[static_cast<std::size_t>(line.to)];
        const int was = a < 0 || b < 0 ? -1 : from->lineBetween(a, b);
        std::vector<graph::Point> points;
        if (was >= 0 &&
            from->drawing.lines[static_cast<std::size_t>(was)].points.size() == line.points.size())
            points = from->drawing.lines[static_cast<std::size_t>(was)].points;
        oldPoints_.push_back(std::move(points));
    }
    progress_ = 0;
    setProgress(0);
}

// Where a new box comes from: the closed package that held it, or, in one that was open, its place in there.
QRectF Frame::originOf(const graph::Box& box, const std::vector<int>& oldOf, const Scene& from) const {
    const QRectF own = toQt(box.rect);
    if (box.parent < 0)
        return own;
    const auto parent = static_cast<std::size_t>(box.parent);
    const QRectF& before = oldRects_[parent];
    const bool wasOpen = oldOf[parent] >= 0 && from.box(oldOf[parent]).container;
    return wasOpen ? own.translated(before.topLeft() - toQt(scene_->box(box.parent).rect).topLeft()) : before;
}

void Frame::setProgress(double t) {
    if (!gliding())
        return;
    progress_ = t;
    if (t >= 1)
        return show(scene_);
    rects_.resize(oldRects_.size());
    for (std::size_t i = 0; i < rects_.size(); ++i)
        rects_[i] = mix(oldRects_[i], toQt(scene_->drawing.boxes[i].rect), t);
}

std::vector<graph::Point> Frame::pointsOnTheWay(int line) const {
    const auto i = static_cast<std::size_t>(line);
    return mix(oldPoints_[i], scene_->drawing.lines[i].points, progress_);
}

QPainterPath Frame::path(int line) const {
    return curve(bends(line) ? pointsOnTheWay(line)
                             : scene_->drawing.lines[static_cast<std::size_t>(line)].points);
}

QPainterPath Frame::path(int line, const QRectF& part) const {
    if (bends(line))
        return path(line);
    const std::span<const graph::Point> points = scene_->drawing.lines[static_cast<std::size_t>(line)].points;
    std::size_t first = points.size(), end = 0;
    for (std::size_t k = 0; k + 3 < points.size(); k += 3) {
        const auto piece = points.subspan(k, 4); // lies within its four points
        const auto [left, right] = std::ranges::minmax(piece, {}, &graph::Point::x);
        const auto [top, bottom] = std::ranges::minmax(piece, {}, &graph::Point::y);
        if (right.x < part.left() || left.x > part.right() || bottom.y < part.top() || top.y > part.bottom())
            continue;
        first = std::min(first, k);
        end = k + 4;
    }
    return first < end ? curve(points.subspan(first, end - first)) : QPainterPath();
}

void Frame::setShares(std::vector<float> boxes, std::vector<float> lines) {
    boxShares_ = std::move(boxes);
    lineShares_ = std::move(lines);
}

double Frame::boxOpacity(int box) const {
    if (!boxShares_.empty())
        return boxShares_[static_cast<std::size_t>(box)];
    return gliding() && newBox_[static_cast<std::size_t>(box)] ? progress_ : 1;
}

double Frame::lineOpacity(int line) const {
    if (!lineShares_.empty())
        return lineShares_[static_cast<std::size_t>(line)];
    return gliding() && oldPoints_[static_cast<std::size_t>(line)].empty() ? progress_ * progress_ : 1;
}

namespace {

bool isNear(const QRectF& rect, QPointF point, double reach) {
    return point.x() >= rect.left() - reach && point.x() <= rect.right() + reach &&
           point.y() >= rect.top() - reach && point.y() <= rect.bottom() + reach;
}

} // namespace

int Frame::boxAt(QPointF point) const {
    for (int i = boxCount() - 1; i >= 0; --i) // children come after their parents
        if (isNear(rect(i), point, 0))
            return i;
    return -1;
}

int Frame::lineAt(QPointF point, double reach, double zoom) const {
    int best = -1;
    double bestDistance = reach;
    for (int i = 0; i < lineCount(); ++i) {
        if (!isNear(lineBounds(i), point, reach) ||
            !scene_->drawing.lines[static_cast<std::size_t>(i)].drawnAt(zoom))
            continue;
        const std::vector<graph::Point>& points = scene_->drawing.lines[static_cast<std::size_t>(i)].points;
        for (std::size_t k = 0; k + 3 < points.size(); k += 3)
            if (const double d = distanceToCubic(point, &points[k]); d < bestDistance) {
                bestDistance = d;
                best = i;
            }
    }
    return best;
}

} // namespace espalier::ui
