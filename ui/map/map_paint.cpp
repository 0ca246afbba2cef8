// The map: what of it is painted, by tiles or at once.
#include "ui/map/map_view.h"
#include "ui/theme.h"

#include <QPainter>

#include <cmath>

namespace espalier::ui {

MapLook MapView::look() const {
    return {mapColours(palette()), font()};
}

// Tiles follow what is seen in them; where only the selection or the colours change, the old ones stay until
// the new ones come.
void MapView::updateTiles() {
    const TileContentPtr& shown = tiles_.content();
    Emphasis still = emphasis_;
    still.hoverBox = still.hoverLine = -1;
    still.moving = false;
    const bool sameScene = shown && shown->frame->scene() == scene();
    if (sameScene && shown->emphasis.box == still.box && shown->emphasis.line == still.line &&
        shown->emphasis.others == still.others && shown->look == look() &&
        shown->pixelRatio == devicePixelRatioF())
        return;
    std::shared_ptr<const Frame> frame;
    if (sameScene) {
        frame = shown->frame;
    } else {
        auto atRest = std::make_shared<Frame>();
        atRest->show(scene());
        frame = std::move(atRest);
    }
    tiles_.setContent(std::make_shared<TileContent>(std::move(frame), still, look(), devicePixelRatioF()),
                      sameScene || (shown && scene()->samePlaces));
}

// Whole device pixels stay sharp.
Camera MapView::onPixels(const Camera& camera) const {
    const double ratio = devicePixelRatioF();
    return {camera.zoom,
            {std::round(camera.offset.x() * ratio) / ratio, std::round(camera.offset.y() * ratio) / ratio}};
}

// What is seen takes a few milliseconds to paint, so that tiles would be a detour.
bool MapView::quickToPaint() const {
    constexpr double kLineMs = 0.15, kBoxMs = 0.05, kMostMs = 4; // dashes cost most
    constexpr int kMostThings = 1000;
    if (scene()->isOverview() || frame_.boxCount() + frame_.lineCount() > kMostThings)
        return false;
    const QRectF seen = camera_.toPicture(QRectF(rect()));
    double ms = 0;
    for (int i = 0; i < frame_.boxCount(); ++i)
        ms += frame_.rect(i).intersects(seen) ? kBoxMs : 0;
    for (int i = 0; i < frame_.lineCount(); ++i)
        ms += frame_.lineBounds(i).intersects(seen) ? kLineMs : 0;
    return ms * devicePixelRatioF() <= kMostMs;
}

bool MapView::sharp() const {
    return scene() && glide_.state() != QAbstractAnimation::Running && !zooming_.isActive() &&
           (quickToPaint() || tiles_.sharp());
}

void MapView::paintScene(QPainter& painter, const MapLook& look) {
    // What has appeared stays until the zoom is clearly below that at which it did.
    constexpr double kStay = 1.25;
    detail_ = std::clamp(detail_, camera_.zoom, camera_.zoom * kStay);
    const Camera camera = onPixels(camera_);
    const bool played = playback_.whole() != nullptr;
    if (!frame_.gliding() && !quickToPaint() && !(played && playing_.isActive())) {
        updateTiles();
        tiles_.look(camera, detail_, size(), zooming_.isActive());
        if (!played || tiles_.sharp()) { // others would be of another revision
            tiles_.draw(painter, camera, rect(), colour(look.colours.background));
            paintEmphasis(painter, frame_, camera, rect(), emphasis_, look);
            return;
        }
    }
    emphasis_.moving = frame_.gliding() || !quickToPaint();
    paintMap(painter, frame_, camera, detail_, rect(), emphasis_, look);
    if (frame_.gliding()) { // what will be seen in a moment
        updateTiles();
        tiles_.look(onPixels(cameraTo_), cameraTo_.zoom, size(), false);
    }
}

void MapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const MapLook look = this->look();
    if (!scene() || scene()->drawing.boxes.empty())
        painter.fillRect(rect(), colour(look.colours.background));
    if (!scene())
        return;
    if (scene()->drawing.boxes.empty()) {
        painter.setPen(colour(look.colours.faintText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, source_.emptyWords);
        return;
    }
    paintScene(painter, look);
    if (selection_->selected().empty()) // then one looks at the cycle
        paintVeil(painter, frame_, onPixels(camera_), marked_, size(), look);
    paintMarks(painter, frame_, onPixels(camera_), marked_, markShift_, look);
    paintGesture(painter, look);
    paintRings(painter, look);
    const ScenePtr pictured = playback_.whole() ? ScenePtr(playback_.whole()) : scene();
    if (!minimapPlace().isEmpty())
        minimap_.paint(painter, pictured, camera_, room(*scene()), size(), look, devicePixelRatioF());
    if (legendShown_)
        legend_.paint(painter, pictured, size(), look, devicePixelRatioF());
}

} // namespace espalier::ui
