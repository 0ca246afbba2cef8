#include "ui/campaigns/trend_signs.h"

#include "ui/theme.h"

namespace espalier::ui {

namespace {

void paintArrow(QPainter& painter, const QRectF& r, QPointF from, QPointF to, const QColor& ink) {
    painter.setPen(QPen(ink, r.width() * 0.16, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(from, to);
    const QPointF back = (from - to) * 0.45, aside = QPointF(-back.y(), back.x()) * 0.8;
    painter.drawLine(to, to + back + aside);
    painter.drawLine(to, to + back - aside);
}

} // namespace

void paintTrendSign(QPainter& painter, const QRectF& square, TrendSign sign, const graph::Palette& c) {
    const QRectF r = square.adjusted(1, 1, -1, -1);
    switch (sign) {
    case TrendSign::Regression:
        painter.setPen(QPen(colour(c.background), 1));
        painter.setBrush(colour(c.cycle));
        painter.drawPolygon(QPolygonF({QPointF(r.center().x(), r.top()), r.bottomRight(), r.bottomLeft()}));
        return;
    case TrendSign::Phase:
        painter.setPen(
            QPen(colour(c.selection), r.width() * 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({QPointF(r.left(), r.center().y()),
                                        QPointF(r.left() + r.width() * 0.4, r.bottom()), r.topRight()}));
        return;
    case TrendSign::Falls:
        return paintArrow(painter, r, r.topLeft(), r.bottomRight(), colour(c.selection));
    case TrendSign::Rises:
        return paintArrow(painter, r, r.bottomLeft(), r.topRight(), colour(c.cycle));
    case TrendSign::Level:
        return paintArrow(painter, r, QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()),
                          colour(c.faintText));
    }
}

} // namespace espalier::ui
