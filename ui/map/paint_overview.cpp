#include "ui/map/paint_overview.h"

#include "ui/text.h"
#include "ui/theme.h"

#include <QFontMetricsF>

namespace espalier::ui {

namespace {

constexpr double kLeastFill = 0.6, kLeastOutline = 5, kLeastHatch = 7; // pixels that a box must have for it
constexpr double kLeastNameWidth = 58, kLeastNameHeight = 13, kLeastStrip = 11, kLeastStripWidth = 36;
constexpr double kMostFontPx = 12, kMostTitlePx = 15, kLeastFontPx = 8.5;
constexpr double kDimmedOpacity = 0.35, kDepth = 0.45;
constexpr int kPlateAlpha = 200; // behind a name, so that flows do not run through its letters

QColor mix(QColor a, QColor b, double t) {
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - t) + b.redF() * t),
                            static_cast<float>(a.greenF() * (1 - t) + b.greenF() * t),
                            static_cast<float>(a.blueF() * (1 - t) + b.blueF() * t));
}

// Stronger than on the map, so that a module of a few pixels still shows what it is.
QColor fillOf(const graph::Box& box, const graph::Palette& c) {
    constexpr double kStrong = 0.45, kWeak = 0.12;
    if (box.marks.ghost)
        return colour(c.background);
    if (box.container)
        return colour(c.container);
    if (box.marks.deprecated)
        return mix(colour(c.deprecatedFill), colour(c.deprecated), kStrong);
    if (box.marks.cycle)
        return mix(colour(c.cycleFill), colour(c.cycle), kStrong);
    if (box.marks.test || box.marks.external)
        return mix(colour(c.external), colour(c.background), 0.3);
    return mix(colour(c.package), colour(c.line), kWeak);
}

QFont fontOf(const MapLook& look, double px, bool bold) {
    QFont font(look.font);
    font.setPixelSize(static_cast<int>(std::lround(px)));
    font.setBold(bold);
    return font;
}

} // namespace

void paintOverviewBox(QPainter& painter, const QRectF& rect, const graph::Box& box, BoxRole role,
                      const MapLook& look) {
    if (std::min(rect.width(), rect.height()) < kLeastFill)
        return;
    const graph::Palette& c = look.colours;
    const bool dimmed = role == BoxRole::Dimmed && !box.container;
    QColor fill = fillOf(box, c);
    if (dimmed && !box.marks.ghost)
        fill = mix(colour(c.container), fill, kDimmedOpacity);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, fill);
    const double side = std::min(rect.width(), rect.height());
    if (box.marks.deprecated && !box.container && side > kLeastHatch)
        painter.fillRect(rect, QBrush(colour(c.deprecated, dimmed ? 60 : 170), Qt::BDiagPattern));
    if (side > kLeastOutline) {
        QPen pen(box.marks.cycle && !box.container ? colour(c.cycle, dimmed ? 60 : 150)
                                                   : colour(c.outline, box.container ? 150 : 70));
        pen.setWidth(1);
        if (box.marks.ghost)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void paintOverviewName(QPainter& painter, const QRectF& rect, const graph::Box& box, double zoom,
                       double detail, const MapLook& look) {
    const double nearer = detail / zoom; // what is shown is decided as if this much nearer
    if (rect.width() * nearer < kLeastNameWidth || rect.height() * nearer < kLeastNameHeight)
        return;
    const QFont font = fontOf(look, std::clamp(rect.height() * 0.42, kLeastFontPx, kMostFontPx), false);
    const QFontMetricsF metrics(font);
    QRectF room = rect.adjusted(4, 1, -4, -1);
    if (box.marks.cycle && room.width() > 60) {
        const double side = metrics.height() * 0.8;
        paintLoop(painter, {room.right() - side, room.center().y() - side / 2, side, side},
                  colour(look.colours.cycle));
        room.setRight(room.right() - side - 3);
    }
    const QString words = metrics.elidedText(toQt(box.label), Qt::ElideMiddle, room.width());
    QColor fill = fillOf(box, look.colours);
    fill.setAlpha(kPlateAlpha);
    QRectF plate(room.left(), 0, metrics.horizontalAdvance(words), std::min(metrics.height(), room.height()));
    plate.moveCenter({plate.center().x(), room.center().y()});
    painter.fillRect(plate.adjusted(-2, 0, 2, 0), fill);
    painter.setFont(font);
    painter.setPen(colour(look.colours.text));
    painter.drawText(room, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine), words);
}

void paintDeprecatedShare(QPainter& painter, const QRectF& strip, double share,
                          const graph::Palette& colours) {
    constexpr double kHeight = 0.16, kLeast = 2;
    const double height = std::max(kLeast, std::min(strip.height() * kHeight, 2 * kLeast));
    painter.fillRect(QRectF(strip.left(), strip.bottom() - height, strip.width() * share, height),
                     colour(colours.deprecated));
}

void paintOverviewTitle(QPainter& painter, const QRectF& rect, const graph::Box& box, BoxRole role,
                        double zoom, double detail, const MapLook& look) {
    const graph::Palette& c = look.colours;
    const QRectF strip(rect.left() + 1, rect.top() + 1, rect.width() - 2, box.title * zoom - 1);
    const double nearer = detail / zoom;
    if (strip.height() * nearer < kLeastStrip || strip.width() * nearer < kLeastStripWidth)
        return;
    painter.fillRect(strip, mix(colour(c.container), colour(c.package), kDepth));
    if (box.usersOfDeprecated > 0)
        paintDeprecatedShare(painter, strip,
                             static_cast<double>(box.usersOfDeprecated) / std::max(1U, box.modulesInside), c);
    const double px = std::clamp(strip.height() * 0.68, kLeastFontPx, kMostTitlePx);
    const QFont bold = fontOf(look, px, true);
    const QFontMetricsF metrics(bold);
    QRectF room = strip.adjusted(5, 0, -4, -1);
    painter.setFont(bold);
    painter.setPen(colour(role == BoxRole::Dimmed ? c.faintText : c.text));
    const QString label = metrics.elidedText(toQt(box.label), Qt::ElideMiddle, room.width());
    constexpr int kLine = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    painter.drawText(room, kLine, label);
    room.setLeft(room.left() + metrics.horizontalAdvance(label) + px * 0.6);
    if (box.marks.cycle && room.width() > px) {
        const double side = px * 0.9;
        paintLoop(painter, {room.left(), room.center().y() - side / 2, side, side}, colour(c.cycle));
        room.setLeft(room.left() + side + px * 0.4);
    }
    const QFont plain = fontOf(look, std::max(kLeastFontPx, px * 0.85), false);
    const QFontMetricsF plainMetrics(plain);
    if (room.width() < plainMetrics.averageCharWidth() * 10)
        return;
    painter.setFont(plain);
    painter.setPen(colour(c.faintText));
    painter.drawText(room, kLine, plainMetrics.elidedText(toQt(box.detail), Qt::ElideRight, room.width()));
}

void paintOverviewOutline(QPainter& painter, const QRectF& rect, BoxRole role,
                          const graph::Palette& colours) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(colours.selection), role == BoxRole::Selected ? 3 : 1.6));
    painter.drawRect(rect);
}

} // namespace espalier::ui
