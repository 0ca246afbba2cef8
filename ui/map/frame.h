// What one frame of the map shows: a scene, or a moment on the way from one scene to the next.
#pragma once

#include "ui/map/camera.h"
#include "ui/map/scene.h"

#include <QPainterPath>

#include <span>

namespace espalier::ui {

// Boxes that both scenes know move; new ones grow out of the package that held them, or fade in where
// it was open already; lines whose curve changes its form fade in. At rest it costs nothing: places are the
// scene's.
class Frame {
public:
    void show(ScenePtr scene);
    void startGlide(ScenePtr to);
    void setProgress(double t); // 0 … 1
    // Of the scene, how much is to be seen of each box and line, 0 … 1; empty: all of it.
    void setShares(std::vector<float> boxes, std::vector<float> lines);

    [[nodiscard]] const ScenePtr& scene() const { return scene_; }
    [[nodiscard]] double progress() const { return progress_; }
    [[nodiscard]] QRectF rect(int box) const;
    [[nodiscard]] QPainterPath path(int line) const;
    // The stretch of it that lies in a part of the picture, up to the next joints; empty if none does.
    [[nodiscard]] QPainterPath path(int line, const QRectF& part) const;
    // What the curve lies in.
    [[nodiscard]] QRectF lineBounds(int line) const;
    // How much is to be seen of it: less than 1 of what is on its way, and unknown to the scene before.
    [[nodiscard]] double boxOpacity(int box) const;
    [[nodiscard]] double lineOpacity(int line) const;

    // Boxes are on their way.
    [[nodiscard]] bool gliding() const { return progress_ < 1 && !oldRects_.empty(); }
    [[nodiscard]] int boxCount() const { return static_cast<int>(scene_->drawing.boxes.size()); }
    [[nodiscard]] int lineCount() const { return static_cast<int>(scene_->drawing.lines.size()); }
    // The innermost box at a point of the picture, or the line within `reach` of it that is drawn at this
    // zoom; -1: none.
    [[nodiscard]] int boxAt(QPointF point) const;
    [[nodiscard]] int lineAt(QPointF point, double reach, double zoom) const;

private:
    [[nodiscard]] QRectF originOf(const graph::Box& box, const std::vector<int>& oldOf,
                                  const Scene& from) const;
    // Where a line that keeps the form of its curve is between its old and new course.
    [[nodiscard]] bool bends(int line) const;
    [[nodiscard]] std::vector<graph::Point> pointsOnTheWay(int line) const;

    ScenePtr scene_;
    double progress_ = 1;
    std::vector<QRectF> rects_, oldRects_;             // of a glide
    std::vector<std::vector<graph::Point>> oldPoints_; // of a glide; an empty one fades in
    std::vector<bool> newBox_;
    std::vector<float> boxShares_, lineShares_;
};

// Asked for every box and line whenever the mouse moves or a tile is painted.
inline QRectF Frame::rect(int box) const {
    const auto i = static_cast<std::size_t>(box);
    return gliding() ? rects_[i] : toQt(scene_->drawing.boxes[i].rect);
}
inline bool Frame::bends(int line) const {
    return gliding() && !oldPoints_[static_cast<std::size_t>(line)].empty();
}
inline QRectF Frame::lineBounds(int line) const {
    return bends(line) ? around(pointsOnTheWay(line)) : scene_->lineBounds[static_cast<std::size_t>(line)];
}

[[nodiscard]] QPainterPath curve(std::span<const graph::Point> points);

} // namespace espalier::ui
