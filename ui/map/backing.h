// The painted map kept as pixels, with a margin around what is seen: a full picture takes tens of
// milliseconds, copying it takes one or two. What is pointed at is painted above it.
#pragma once

#include "ui/map/painter.h"

#include <QPixmap>

namespace espalier::ui {

class Backing {
public:
    // Whether it shows this scene with this selection in these colours, at whatever zoom.
    [[nodiscard]] bool shows(const ScenePtr& scene, const Emphasis& emphasis, const MapLook& look,
                             double pixelRatio) const;
    // Whether all of the picture that lies within `widget` can be copied from it as it is.
    [[nodiscard]] bool covers(const Camera& camera, const QRectF& widget) const;
    // Paints what lies in `widget` and half of its size around it.
    void render(const Frame& frame, const Camera& camera, const QRectF& widget, const Emphasis& emphasis,
                const MapLook& look, double pixelRatio);
    // Copies, or scales where the zoom is another one.
    void draw(QPainter& painter, const Camera& camera) const;

private:
    ScenePtr scene_;
    Camera camera_; // with which it was painted
    QRectF area_;   // in widget coordinates of camera_
    int box_ = -1, line_ = -1;
    std::uint32_t background_ = 0; // tells palettes apart
    QFont font_;
    QPixmap pixels_;
};

} // namespace espalier::ui
