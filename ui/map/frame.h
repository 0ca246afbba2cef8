// What one frame of the map shows: a scene, or a moment on the way from one scene to the next.
#pragma once

#include "ui/map/scene.h"

#include <QPainterPath>

namespace espalier::ui {

// Boxes that both scenes know move; new ones grow out of the package that held them; lines whose curve
// changes its form fade in.
class Frame {
public:
    void show(ScenePtr scene);
    void startGlide(ScenePtr to);
    void setProgress(double t); // 0 … 1

    [[nodiscard]] const ScenePtr& scene() const { return scene_; }
    [[nodiscard]] double progress() const { return progress_; }
    [[nodiscard]] const QRectF& rect(int box) const { return rects_[static_cast<std::size_t>(box)]; }
    [[nodiscard]] const QPainterPath& path(int line) const { return paths_[static_cast<std::size_t>(line)]; }
    [[nodiscard]] double boxOpacity(int box) const;
    [[nodiscard]] double lineOpacity(int line) const;

    // Boxes are on their way.
    [[nodiscard]] bool gliding() const { return progress_ < 1 && !oldRects_.empty(); }
    [[nodiscard]] int boxCount() const { return static_cast<int>(rects_.size()); }
    [[nodiscard]] int lineCount() const { return static_cast<int>(paths_.size()); }
    // The innermost box at a point of the picture, or the line within `reach` of it; -1: none.
    [[nodiscard]] int boxAt(QPointF point) const;
    [[nodiscard]] int lineAt(QPointF point, double reach) const;

private:
    void update();

    ScenePtr scene_;
    double progress_ = 1;
    std::vector<QRectF> rects_, oldRects_;
    std::vector<QPainterPath> paths_;
    std::vector<std::vector<graph::Point>> oldPoints_; // empty: fades in
    std::vector<bool> newBox_;
};

[[nodiscard]] QPainterPath curve(const std::vector<graph::Point>& points);

} // namespace espalier::ui
