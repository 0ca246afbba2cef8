#include "ui/map/frame.h"

#include "ui/map/camera.h"

#include <QLineF>

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

} // namespace

QPainterPath curve(const std::vector<graph::Point>& points) {
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
    oldRects_.clear();
    oldPoints_.clear();
    newBox_.clear();
    setProgress(1);
}

void Frame::startGlide(ScenePtr to) {
    const ScenePtr from = std::exchange(scene_, std::move(to));
    const std::vector<QRectF> before = std::exchange(rects_, {});
    std::unordered_map<std::string, int> oldBox;
    for (std::size_t i = 0; i < before.size(); ++i)
        oldBox.emplace(from->key(static_cast<int>(i)), static_cast<int>(i));

    oldRects_.clear();
    newBox_.clear();
    std::vector<int> oldOf;
    for (std::size_t i = 0; i < scene_->drawing.boxes.size(); ++i) {
        const graph::Box& box = scene_->drawing.boxes[i];
        const auto known = oldBox.find(scene_->key(static_cast<int>(i)));
        oldOf.push_back(known == oldBox.end() ? -1 : known->second);
        newBox_.push_back(oldOf.back() < 0);
        if (oldOf.back() >= 0)
            oldRects_.push_back(before[static_cast<std::size_t>(oldOf.back())]);
        else
            oldRects_.push_back(box.parent >= 0 ? oldRects_[static_cast<std::size_t>(box.parent)]
                                                : toQt(box.rect));
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
    setProgress(0);
}

void Frame::setProgress(double t) {
    progress_ = t;
    update();
}

void Frame::update() {
    const auto& boxes = scene_->drawing.boxes;
    const auto& lines = scene_->drawing.lines;
    const bool moving = gliding();
    rects_.resize(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        rects_[i] = moving ? mix(oldRects_[i], toQt(boxes[i].rect), progress_) : toQt(boxes[i].rect);
    paths_.resize(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        paths_[i] = curve(moving && !oldPoints_[i].empty() ? mix(oldPoints_[i], lines[i].points, progress_)
                                                           : lines[i].points);
}

double Frame::boxOpacity(int box) const {
    return gliding() && newBox_[static_cast<std::size_t>(box)] ? progress_ : 1;
}

double Frame::lineOpacity(int line) const {
    return gliding() && oldPoints_[static_cast<std::size_t>(line)].empty() ? progress_ * progress_ : 1;
}

int Frame::boxAt(QPointF point) const {
    for (int i = boxCount() - 1; i >= 0; --i) // children come after their parents
        if (rect(i).contains(point))
            return i;
    return -1;
}

int Frame::lineAt(QPointF point, double reach) const {
    int best = -1;
    double bestDistance = reach;
    for (int i = 0; i < lineCount(); ++i) {
        const QPainterPath& path = this->path(i);
        if (!path.controlPointRect().adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        for (const QPolygonF& part : path.toSubpathPolygons())
            for (qsizetype k = 1; k < part.size(); ++k)
                if (const double d = distanceToSegment(point, part[k - 1], part[k]); d < bestDistance) {
                    bestDistance = d;
                    best = i;
                }
    }
    return best;
}

} // namespace espalier::ui
