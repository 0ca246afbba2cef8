#include "ui/map/minimap.h"

#include "ui/theme.h"

namespace espalier::ui {

namespace {

constexpr QSizeF kMost(200, 150);
constexpr double kMargin = 12, kMostOfRoom = 0.35, kLeastSide = 1.2;

QRectF pictureRect(const Scene& scene) {
    return {0, 0, std::max(1.0, scene.drawing.size.width), std::max(1.0, scene.drawing.size.height)};
}

QColor inkOf(const graph::Box& box, const graph::Palette& c) {
    if (box.container)
        return colour(c.container);
    if (box.marks.deprecated)
        return colour(c.deprecated);
    return box.marks.cycle ? colour(c.cycle) : colour(c.line, 150);
}

} // namespace

QRectF Minimap::place(const Scene& scene, const Camera& camera, QSizeF room) {
    const QRectF picture = pictureRect(scene);
    const bool allSeen = QRectF(QPointF(-1, -1), room + QSizeF(2, 2)).contains(camera.toWidget(picture));
    const QSizeF most = kMost.boundedTo(room * kMostOfRoom);
    if (allSeen || most.height() < kMost.height() / 2)
        return {};
    const QSizeF size = picture.size().scaled(most, Qt::KeepAspectRatio);
    return {QPointF(room.width() - size.width() - kMargin, room.height() - size.height() - kMargin), size};
}

QPointF Minimap::pictureAt(const Scene& scene, const QRectF& place, QPointF point) {
    return (point - place.topLeft()) * (pictureRect(scene).width() / place.width());
}

void Minimap::paintBoxes(const Scene& scene, QSizeF size, const MapLook& look, double pixelRatio) {
    pixels_ = QPixmap((size * pixelRatio).toSize().expandedTo(QSize(1, 1)));
    pixels_.setDevicePixelRatio(pixelRatio);
    pixels_.fill(colour(look.colours.background));
    QPainter painter(&pixels_);
    const double zoom = size.width() / pictureRect(scene).width();
    for (const graph::Box& box : scene.drawing.boxes) {
        const QRectF rect(box.rect.x * zoom, box.rect.y * zoom, std::max(kLeastSide, box.rect.width * zoom),
                          std::max(kLeastSide, box.rect.height * zoom));
        painter.fillRect(rect, inkOf(box, look.colours));
        if (!box.container)
            continue;
        painter.setPen(colour(look.colours.outline, 120));
        painter.drawRect(rect);
    }
}

void Minimap::paint(QPainter& painter, const ScenePtr& scene, const Camera& camera, QSizeF room,
                    QSizeF widget, const MapLook& look, double pixelRatio) {
    const QRectF at = place(*scene, camera, room);
    if (at.isEmpty())
        return;
    if (scene_ != scene || !(colours_ == look.colours) || pixels_.devicePixelRatio() != pixelRatio ||
        pixels_.size() != (at.size() * pixelRatio).toSize().expandedTo(QSize(1, 1))) {
        scene_ = scene;
        colours_ = look.colours;
        paintBoxes(*scene, at.size(), look, pixelRatio);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawPixmap(at.topLeft(), pixels_);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(colour(look.colours.outline));
    painter.drawRect(at);
    painter.setClipRect(at);
    const double zoom = at.width() / pictureRect(*scene).width();
    const QRectF seen = camera.toPicture(QRectF(QPointF(), widget));
    painter.setPen(QPen(colour(look.colours.selection), 1.6));
    painter.setBrush(colour(look.colours.selection, 30));
    painter.drawRect(QRectF(at.topLeft() + seen.topLeft() * zoom, seen.size() * zoom));
    painter.restore();
}

} // namespace espalier::ui
