// The whole picture, small, in a corner of the map, with a frame around what is seen.
#pragma once

#include "ui/map/painter.h"

#include <QPixmap>

namespace espalier::ui {

// GUI thread. Its boxes are painted once for a scene and kept.
class Minimap {
public:
    // Where it lies in the lower right corner of `room`, in widget coordinates; empty while all of the
    // picture is seen, and in a map that has no room for it.
    [[nodiscard]] static QRectF place(const Scene& scene, const Camera& camera, QSizeF room);
    // The point of the picture that a point of it shows.
    [[nodiscard]] static QPointF pictureAt(const Scene& scene, const QRectF& place, QPointF point);

    void paint(QPainter& painter, const ScenePtr& scene, const Camera& camera, QSizeF room, QSizeF widget,
               const MapLook& look, double pixelRatio);

private:
    void paintBoxes(const Scene& scene, QSizeF size, const MapLook& look, double pixelRatio);

    ScenePtr scene_;
    graph::Palette colours_ = graph::kLightPalette;
    QPixmap pixels_;
};

} // namespace espalier::ui
