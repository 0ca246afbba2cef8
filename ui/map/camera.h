// Which part of the picture the map shows: widget = picture * zoom + offset.
#pragma once

#include "graph/layout/layout.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace espalier::ui {

[[nodiscard]] inline QPointF toQt(graph::Point p) {
    return {p.x, p.y};
}
[[nodiscard]] inline QRectF toQt(const graph::Rect& r) {
    return {r.x, r.y, r.width, r.height};
}

struct Camera {
    static constexpr double kMinZoom = 0.04, kMaxZoom = 5;

    double zoom = 1;
    QPointF offset;

    [[nodiscard]] QPointF toWidget(QPointF p) const { return p * zoom + offset; }
    [[nodiscard]] QPointF toPicture(QPointF p) const { return (p - offset) / zoom; }
    [[nodiscard]] QRectF toWidget(const QRectF& r) const { return {toWidget(r.topLeft()), r.size() * zoom}; }
    [[nodiscard]] QRectF toPicture(const QRectF& r) const {
        return {toPicture(r.topLeft()), r.size() / zoom};
    }
    [[nodiscard]] QTransform transform() const { return {zoom, 0, 0, zoom, offset.x(), offset.y()}; }

    // Less than half a pixel apart.
    [[nodiscard]] bool isNear(const Camera& other) const {
        return std::abs(zoom - other.zoom) < 1e-6 && (offset - other.offset).manhattanLength() < 0.5;
    }

    void zoomAt(QPointF widgetPoint, double factor) {
        const QPointF fixed = toPicture(widgetPoint);
        zoom = std::clamp(zoom * factor, kMinZoom, kMaxZoom);
        offset = widgetPoint - fixed * zoom;
    }
    // `part` in the middle of the widget, as large as fits, but not over `most`.
    static Camera framing(const QRectF& part, QSizeF widget, double margin, double most = 1) {
        Camera c;
        const double across = (widget.width() - 2 * margin) / std::max(1.0, part.width());
        const double down = (widget.height() - 2 * margin) / std::max(1.0, part.height());
        c.zoom = std::clamp(std::min(across, down), kMinZoom, most);
        c.offset = QPointF(widget.width() / 2, widget.height() / 2) - part.center() * c.zoom;
        return c;
    }
    // On the way from a to b. Things that stand still at both ends stand still between if the zoom is the
    // same.
    static Camera between(const Camera& a, const Camera& b, double t) {
        return {a.zoom * std::pow(b.zoom / a.zoom, t), a.offset * (1 - t) + b.offset * t};
    }
    friend bool operator==(const Camera&, const Camera&) = default;
};

} // namespace espalier::ui
