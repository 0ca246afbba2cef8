#include "ui/map/backing.h"

#include "ui/theme.h"

#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kBorder = 8; // of pixels that boxes and lines may reach beyond the picture

QRectF pictureRect(const Scene& scene) {
    return {0, 0, scene.drawing.size.width, scene.drawing.size.height};
}

} // namespace

bool Backing::shows(const ScenePtr& scene, const Emphasis& emphasis, const MapLook& look,
                    double pixelRatio) const {
    return scene_ && scene_ == scene && box_ == emphasis.box && line_ == emphasis.line &&
           background_ == look.colours.background && font_ == look.font &&
           pixels_.devicePixelRatio() == pixelRatio;
}

bool Backing::covers(const Camera& camera, const QRectF& widget) const {
    if (camera.zoom != camera_.zoom)
        return false;
    const QRectF seen =
        widget & camera.toWidget(pictureRect(*scene_)).adjusted(-kBorder, -kBorder, kBorder, kBorder);
    return seen.isEmpty() || area_.translated(camera.offset - camera_.offset).contains(seen);
}

void Backing::render(const Frame& frame, const Camera& camera, const QRectF& widget, const Emphasis& emphasis,
                     const MapLook& look, double pixelRatio) {
    scene_ = frame.scene();
    camera_ = camera;
    box_ = emphasis.box;
    line_ = emphasis.line;
    background_ = look.colours.background;
    font_ = look.font;
    const double aside = widget.width() / 2, above = widget.height() / 2;
    const QRectF picture =
        camera.toWidget(pictureRect(*scene_)).adjusted(-kBorder, -kBorder, kBorder, kBorder);
    area_ = QRectF((widget.adjusted(-aside, -above, aside, above) & picture).toAlignedRect());
    pixels_ = QPixmap((area_.size() * pixelRatio).toSize().expandedTo(QSize(1, 1)));
    pixels_.setDevicePixelRatio(pixelRatio);
    pixels_.fill(colour(look.colours.background));
    QPainter painter(&pixels_);
    painter.translate(-area_.topLeft());
    Emphasis still = emphasis;
    still.hoverBox = still.hoverLine = -1;
    still.moving = false;
    paintMap(painter, frame, camera, area_, still, look);
}

void Backing::draw(QPainter& painter, const Camera& camera) const {
    const QRectF place = camera.toWidget(camera_.toPicture(area_));
    if (camera.zoom == camera_.zoom) {
        const double ratio = pixels_.devicePixelRatio(); // whole pixels stay sharp
        painter.drawPixmap(
            QPointF(std::round(place.x() * ratio) / ratio, std::round(place.y() * ratio) / ratio), pixels_);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, camera.zoom < camera_.zoom);
    painter.drawPixmap(place, pixels_, QRectF(pixels_.rect()));
}

} // namespace espalier::ui
