// The legend of the map, kept as pixels: its texts take longer to measure and paint than all else in a frame.
#pragma once

#include "ui/map/painter.h"

#include <QPixmap>

namespace espalier::ui {

// GUI thread.
class LegendStrip {
public:
    // As legendHeight().
    [[nodiscard]] double height(const ScenePtr& scene, QSizeF widget, const MapLook& look);
    // As paintLegend().
    void paint(QPainter& painter, const ScenePtr& scene, QSizeF widget, const MapLook& look,
               double pixelRatio);

private:
    struct Content { // all that it depends on
        ScenePtr scene;
        QSizeF widget;
        MapLook look;
        friend bool operator==(const Content&, const Content&) = default;
    };
    void update(const ScenePtr& scene, QSizeF widget, const MapLook& look);

    Content content_;
    double height_ = 0;
    QPixmap pixels_; // null: not painted yet
};

} // namespace espalier::ui
