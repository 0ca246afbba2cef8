#include "ui/map/legend_strip.h"

#include <cmath>

namespace espalier::ui {

void LegendStrip::update(const ScenePtr& scene, QSizeF widget, const MapLook& look) {
    Content wanted{scene, widget, look};
    if (content_ == wanted)
        return;
    content_ = std::move(wanted);
    height_ = legendHeight(scene->drawing, widget, look);
    pixels_ = {};
}

double LegendStrip::height(const ScenePtr& scene, QSizeF widget, const MapLook& look) {
    update(scene, widget, look);
    return height_;
}

void LegendStrip::paint(QPainter& painter, const ScenePtr& scene, QSizeF widget, const MapLook& look,
                        double pixelRatio) {
    update(scene, widget, look);
    if (height_ <= 0)
        return;
    const double top = std::floor(widget.height() - height_); // on whole pixels
    if (pixels_.isNull() || pixels_.devicePixelRatio() != pixelRatio) {
        pixels_ = QPixmap((QSizeF(widget.width(), widget.height() - top) * pixelRatio).toSize());
        pixels_.setDevicePixelRatio(pixelRatio);
        pixels_.fill(Qt::transparent);
        QPainter strip(&pixels_);
        strip.translate(0, -top);
        paintLegend(strip, scene->drawing, QRectF(QPointF(), widget), look);
    }
    painter.drawPixmap(QPointF(0, top), pixels_);
}

} // namespace espalier::ui
