// The whole picture, small, in a corner of the map, with a frame around what is seen.
#pragma once

#include "ui/jobs.h"
#include "ui/map/painter.h"

#include <QImage>
#include <QWidget>

namespace espalier::ui {

// GUI thread; its boxes are painted once for a scene, by a worker, after which its owner is updated.
class Minimap {
public:
    explicit Minimap(QWidget* owner)
        : owner_(owner)
        , painting_(owner) {}

    // Where it lies in the lower right corner of `room`, in widget coordinates; empty while all of the
    // picture is seen, and in a map that has no room for it.
    [[nodiscard]] static QRectF place(const Scene& scene, const Camera& camera, QSizeF room);
    // The point of the picture that a point of it shows.
    [[nodiscard]] static QPointF pictureAt(const Scene& scene, const QRectF& place, QPointF point);

    void paint(QPainter& painter, const ScenePtr& scene, const Camera& camera, QSizeF room, QSizeF widget,
               const MapLook& look, double pixelRatio);

private:
    struct Content { // all that its boxes depend on
        ScenePtr scene;
        graph::Palette colours = graph::kLightPalette;
        QSize pixels;
        friend bool operator==(const Content&, const Content&) = default;
    };
    static QImage paintBoxes(const Content& content);

    QWidget* owner_;
    Content content_; // of what is painted or being painted
    QImage image_;    // null: not yet
    LatestJob<QImage> painting_;
};

} // namespace espalier::ui
