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

QImage Minimap::paintBoxes(const Content& content) {
    QImage image(content.pixels, QImage::Format_RGB32);
    image.fill(colour(content.colours.background));
    QPainter painter(&image);
    const double zoom = content.pixels.width() / pictureRect(*content.scene).width();
    for (const graph::Box& box : content.scene->drawing.boxes) {
        const QRectF rect(box.rect.x * zoom, box.rect.y * zoom, std::max(kLeastSide, box.rect.width * zoom),
                          std::max(kLeastSide, box.rect.height * zoom));
        painter.fillRect(rect, inkOf(box, content.colours));
        if (!box.container)
            continue;
        painter.setPen(colour(content.colours.outline, 120));
        painter.drawRect(rect);
    }
    return image;
}

void Minimap::paint(QPainter& painter, const ScenePtr& scene, const Camera& camera, QSizeF room,
                    QSizeF widget, const MapLook& look, double pixelRatio) {
    const QRectF at = place(*scene, camera, room);
    if (at.isEmpty())
        return;
    Content wanted{scene, look.colours, (at.size() * pixelRatio).toSize().expandedTo(QSize(1, 1))};
    if (!(content_ == wanted)) {
        if (content_.scene != scene)
            image_ = {};
        content_ = std::move(wanted);
        painting_.start([content = content_] { return paintBoxes(content); },
                        [this](QImage image) {
                            image_ = std::move(image);
                            owner_->update();
                        });
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(at, colour(look.colours.background));
    if (!image_.isNull())
        painter.drawImage(at, image_);
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
