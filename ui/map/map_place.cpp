// The map: where one looks, and the rings around what was found.
#include "ui/map/map_place.h"

#include "ui/map/map_view.h"
#include "ui/map/paint_box.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace espalier::ui {

namespace {

constexpr double kRingWidth = 3, kRingGap = 4, kRingRadius = 8;

} // namespace

MapPlace MapView::lookedAt() const {
    const std::optional<Anchor> anchor = centralAnchor();
    if (!anchor)
        return {};
    const QSizeF seen = room(*scene());
    const QPointF middle = camera_.toPicture(QPointF(seen.width() / 2, seen.height() / 2));
    const QPointF within = middle - camera_.toPicture(anchor->widget);
    return {false, camera_.zoom, anchor->key, {within.x(), within.y()}};
}

void MapView::lookAt(const MapPlace& place) {
    fitted_ = place.whole;
    anchor_.reset();
    frameWhenShown_ = false;
    placeWanted_ = place;
    if (!scene() || busy() || selection_->pending())
        return; // the next scene will be looked at so
    glideCamera(cameraAt(place, *scene()));
    placeWanted_.reset();
}

// A place whose box is gone says nothing any more.
Camera MapView::cameraAt(const MapPlace& place, const Scene& scene) const {
    const int box = place.whole ? -1 : scene.boxByKey(place.box);
    if (box < 0)
        return cameraForAll(scene);
    const QSizeF seen = room(scene);
    Camera c;
    c.zoom = std::clamp(place.zoom, Camera::kMinZoom, Camera::kMaxZoom);
    c.offset = QPointF(seen.width() / 2, seen.height() / 2) -
               (toQt(scene.box(box).rect).topLeft() + toQt(place.within)) * c.zoom;
    return c;
}

void MapView::revealSelected() {
    if (!scene())
        return;
    const QRectF rect = selectedRect(*scene());
    const QSizeF seen = room(*scene());
    if (rect.isNull() || QRectF(QPointF(), seen).contains(camera_.toWidget(rect)))
        return;
    fitted_ = false;
    Camera c = camera_;
    c.offset = QPointF(seen.width() / 2, seen.height() / 2) - rect.center() * c.zoom;
    glideCamera(c);
}

void MapView::setMatches(std::vector<int> boxes) {
    if (boxes == matched_)
        return;
    matched_ = std::move(boxes);
    update();
}

// Once for a selection, not for each frame: names are long, and boxes may be many.
void MapView::findRings() {
    others_.clear();
    const std::set<std::string>& others = selection_->selected().others.set();
    if (!scene() || others.empty())
        return;
    for (int i = 0; i < frame_.boxCount(); ++i)
        if (const graph::ModuleId module = scene()->box(i).module;
            module.valid() && others.contains((*scene()->snapshot)[module].name))
            others_.push_back(i);
}

void MapView::setMarks(CycleMarks marks) {
    if (marks == marks_)
        return;
    marks_ = std::move(marks);
    findMarks();
}

void MapView::findMarks() {
    marked_ = scene() ? ui::markedLines(*scene(), marks_) : MarkedLines();
    if (animated_ && !marked_.cycle.empty())
        markTimer_.start();
    else
        markTimer_.stop();
    update();
}

void MapView::setAnimated(bool on) {
    animated_ = on;
    findMarks();
}

// What lies below is not painted anew: tiles are copied, and only where dashes run.
void MapView::runMarks() {
    constexpr double kStep = 1.4; // pixels
    markShift_ += kStep;
    if (isVisible())
        update(cycleRegion(frame_, camera_, marked_));
}

// Matches, and what is selected beside the first. The small boxes of an overview, which may be thousands, are
// coloured instead: there is no room around them.
void MapView::paintRings(QPainter& painter, const MapLook& look) const {
    constexpr int kTintAlpha = 110;
    const QRectF seen(rect());
    std::vector<QRect> small;
    const auto isSmall = [&small](const QRectF& place) {
        if (std::min(place.width(), place.height()) >= 2 * kRingRadius)
            return false;
        small.push_back(place.toAlignedRect());
        return true;
    };
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int i : others_)
        if (const QRectF place = placeOfBox(i); place.intersects(seen) && !isSmall(place))
            paintBoxOutline(painter, place, scene()->box(i),
                            (*scene()->snapshot)[scene()->box(i).module].kind, BoxRole::Selected,
                            camera_.zoom, look.colours);
    painter.setPen(QPen(colour(look.colours.selection), kRingWidth, Qt::DotLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    for (const int i : matched_) {
        if (std::ranges::binary_search(others_, i))
            continue;
        const QRectF place = placeOfBox(i);
        const QRectF ring = place.adjusted(-kRingGap, -kRingGap, kRingGap, kRingGap);
        if (ring.intersects(seen) && !isSmall(place))
            painter.drawRoundedRect(ring, kRingRadius, kRingRadius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false); // with it each would go through the rasteriser
    for (const QRect& place : small)
        painter.fillRect(place, colour(look.colours.selection, kTintAlpha));
}

} // namespace espalier::ui
