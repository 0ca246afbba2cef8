#include "ui/map/paint_box.h"

#include "graph/drawing/labels.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QHash>

namespace espalier::ui {

namespace {

constexpr double kZoomOfDetails = 0.55;
constexpr double kLeastFontPx = 7, kSign = 12, kTriangle = 9;
// Smaller boxes have their name alone, in letters that do not shrink further, down to a zoom of 0.27.
constexpr double kNameFontPx = 8, kLeastNameFontPx = 3.5, kZoomOfNameSigns = 0.6;

std::uint32_t plainFill(const graph::Box& box, graph::ModuleKind kind, const graph::Palette& c) {
    if (box.container)
        return c.container;
    if (box.marks.change == graph::DiffMark::Added)
        return c.addedFill;
    if (box.marks.deprecated)
        return c.deprecatedFill;
    if (box.marks.cycle)
        return c.cycleFill;
    if (box.marks.external || kind == graph::ModuleKind::External)
        return c.external;
    if (box.marks.test)
        return c.test;
    return box.expandable || kind != graph::ModuleKind::Module ? c.package : c.module;
}

// What is not there: missing, or gone.
bool isHollow(const graph::Box& box) {
    return box.marks.ghost || (box.marks.change == graph::DiffMark::Removed && !box.container);
}

QColor fillOf(const graph::Box& box, graph::ModuleKind kind, const graph::Palette& c) {
    return isHollow(box) ? QColor(Qt::transparent)
                         : colour(graph::tinted(plainFill(box, kind, c), c, box.tint));
}

QPen outlineOf(const graph::Box& box, graph::ModuleKind kind, BoxRole role, double zoom,
               const graph::Palette& c) {
    QPen pen(colour(c.outline), std::max(0.8, zoom));
    if (isHollow(box) || box.marks.change == graph::DiffMark::Removed)
        pen.setColor(colour(c.ghost));
    else if (box.marks.change == graph::DiffMark::Added)
        pen = QPen(colour(c.added), std::max(1.0, 1.4 * zoom));
    else if (box.marks.cycle && !box.container)
        pen = QPen(colour(c.cycle), std::max(1.0, 1.4 * zoom));
    else if (box.marks.deprecated)
        pen = QPen(colour(c.deprecated), std::max(1.0, 1.4 * zoom));
    if (isHollow(box) || box.marks.change == graph::DiffMark::Removed)
        pen.setDashPattern({4, 3});
    else if (kind == graph::ModuleKind::Namespace)
        pen.setDashPattern({8, 2});
    if (role == BoxRole::Selected)
        pen = QPen(colour(c.selection), 3);
    else if (role == BoxRole::Hovered)
        pen = QPen(colour(c.selection), 1.6);
    return pen;
}

// Measured once: to find in every frame that words have room takes as long as to draw them.
double widthOf(const QString& words, const QFont& font, const QFontMetricsF& metrics) {
    constexpr qsizetype kFonts = 32, kWords = 8192; // then all is measured anew
    thread_local QHash<QFont, QHash<QString, double>> widths;
    if (widths.size() > kFonts)
        widths.clear();
    QHash<QString, double>& known = widths[font];
    if (known.size() > kWords)
        known.clear();
    const auto found = known.constFind(words);
    return found != known.constEnd() ? *found : *known.insert(words, metrics.horizontalAdvance(words));
}
QString elided(const QString& words, const QFont& font, const QFontMetricsF& metrics, Qt::TextElideMode mode,
               double width) {
    return widthOf(words, font, metrics) <= width ? words : metrics.elidedText(words, mode, width);
}

void paintTriangle(QPainter& painter, const QRectF& r, bool open, const QColor& ink) {
    const QPointF c = r.center();
    const double s = r.width() / 2 * 0.8;
    const QPointF closed[] = {c + QPointF(-s * 0.6, -s), c + QPointF(s * 0.8, 0), c + QPointF(-s * 0.6, s)};
    const QPointF opened[] = {c + QPointF(-s, -s * 0.6), c + QPointF(s, -s * 0.6), c + QPointF(0, s * 0.8)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawConvexPolygon(open ? opened : closed, 3);
}

// Signs in the upper right corner, so that no meaning hangs on colour alone.
double paintSigns(QPainter& painter, const QRectF& rect, const graph::Box& box, bool twoLines, double zoom,
                  const graph::Palette& c) {
    const double side = kSign * zoom;
    double x = rect.right() - side - 4 * zoom;
    const double y = box.container ? rect.top() + (graph::kContainerTitleHeight * zoom - side) / 2
                     : twoLines    ? rect.top() + rect.height() * 0.3 - side / 2
                                   : rect.center().y() - side / 2;
    const double start = x;
    if (box.marks.cycle) {
        paintLoop(painter, QRectF(x, y, side, side), colour(c.cycle));
        x -= side + 3 * zoom;
    }
    if (box.marks.problem) {
        painter.setPen(QPen(colour(c.cycle), 2 * zoom, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x + side / 2, y + 1.5 * zoom), QPointF(x + side / 2, y + side * 0.6));
        painter.drawPoint(QPointF(x + side / 2, y + side - 1.5 * zoom));
        x -= side + 3 * zoom;
    }
    if (box.marks.change != graph::DiffMark::None) {
        paintChange(painter, QRectF(x, y, side, side), box.marks.change, c);
        x -= side + 3 * zoom;
    }
    return start - x;
}

// Behind a title, so that lines do not run through its letters.
void paintPlate(QPainter& painter, const QRectF& room, const QFontMetricsF& metrics, const QString& words,
                QColor fill) {
    constexpr double kAround = 3;
    fill.setAlpha(230);
    const double height = std::min(room.height(), metrics.height());
    const QRectF plate(room.left() - kAround, room.center().y() - height / 2,
                       metrics.horizontalAdvance(words) + 2 * kAround, height);
    painter.fillRect(plate, fill);
}

// From afar: what fits of the name.
void paintNameAlone(QPainter& painter, const QRectF& rect, const graph::Box& box, graph::ModuleKind kind,
                    BoxRole role, const MapLook& look) {
    QFont font(look.font);
    font.setPixelSize(static_cast<int>(kNameFontPx));
    font.setItalic(kind == graph::ModuleKind::Namespace || box.marks.ghost);
    const QFontMetricsF metrics(font);
    QRectF room = rect.adjusted(2, 0, -2, 0);
    if (room.width() < 3 * kNameFontPx || room.height() < kNameFontPx)
        return;
    room.setRight(room.right() - paintSigns(painter, rect, box, false, kZoomOfNameSigns, look.colours));
    painter.setFont(font);
    painter.setPen(
        colour(role == BoxRole::Dimmed || box.marks.ghost ? look.colours.faintText : look.colours.text));
    const QString label = toQt(box.label);
    const auto mode = label.contains(u'.') ? Qt::ElideLeft : Qt::ElideMiddle; // boxes share their beginnings
    painter.drawText(room, static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine),
                     elided(label, font, metrics, mode, room.width()));
}

} // namespace

void paintChange(QPainter& painter, const QRectF& square, graph::DiffMark change, const graph::Palette& c) {
    const bool mixed = change == graph::DiffMark::Mixed;
    const double half = square.width() * 0.38, below = mixed ? half : 0;
    const QPointF centre = square.center() - QPointF(0, below * 0.4);
    painter.setPen(QPen(colour(change == graph::DiffMark::Removed ? c.ghost : c.added),
                        std::max(1.2, square.width() * 0.17), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0));
    if (change != graph::DiffMark::Removed)
        painter.drawLine(centre - QPointF(0, half), centre + QPointF(0, half));
    if (mixed)
        painter.drawLine(centre + QPointF(-half, half * 1.5), centre + QPointF(half, half * 1.5));
}

QRectF trianglePlace(const QRectF& rect, const graph::Box& box, double zoom) {
    const double height =
        box.container ? std::min(rect.height(), graph::kContainerTitleHeight * zoom) : rect.height();
    const double width = (kTriangle + 8) * zoom;
    return {rect.left(), rect.top(), width, height};
}

void paintBoxShape(QPainter& painter, const QRectF& rect, const graph::Box& box, graph::ModuleKind kind,
                   BoxRole role, double zoom, const graph::Palette& c) {
    const double radius = std::min(graph::kBoxRadius * zoom, rect.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fillOf(box, kind, c));
    painter.drawRoundedRect(rect, radius, radius);
    if (box.marks.deprecated && !box.container) {
        painter.setBrush(QBrush(colour(c.deprecated, 70), Qt::BDiagPattern));
        painter.drawRoundedRect(rect, radius, radius);
    }
    paintBoxOutline(painter, rect, box, kind, role, zoom, c);
}

QRect opaquePart(const QRectF& rect, const graph::Box& box, double zoom) {
    const double border = graph::kBoxRadius * zoom + 2; // the outline may be pale or dashed
    const QRectF inner = rect.adjusted(border, border, -border, -border);
    return isHollow(box) || inner.width() < 2 || inner.height() < 2
               ? QRect()
               : inner.toAlignedRect().adjusted(1, 1, -1, -1);
}

void paintBoxOutline(QPainter& painter, const QRectF& rect, const graph::Box& box, graph::ModuleKind kind,
                     BoxRole role, double zoom, const graph::Palette& c) {
    const double radius = std::min(graph::kBoxRadius * zoom, rect.height() / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(outlineOf(box, kind, role, zoom, c));
    painter.drawRoundedRect(rect, radius, radius);
}

void paintNote(QPainter& painter, const QRectF& sheet, const graph::Box& box, double zoom,
               const MapLook& look) {
    paintNoteSheet(painter, sheet, zoom, look.colours);
    QFont font(look.font);
    font.setPixelSize(static_cast<int>(std::lround(graph::kDetailFontPx * zoom)));
    font.setItalic(true);
    painter.setFont(font);
    painter.setPen(colour(look.colours.text));
    const QFontMetricsF metrics(font);
    const double row = graph::kNoteLineHeight * zoom;
    QRectF place(sheet.left() + graph::kNotePadding * zoom, sheet.top(),
                 sheet.width() - graph::kNotePadding * zoom, row);
    for (const std::string& line : box.noteLines) {
        painter.drawText(place, static_cast<int>(Qt::AlignVCenter | Qt::TextSingleLine),
                         elided(toQt(line), font, metrics, Qt::ElideRight, place.width()));
        place.translate(0, row);
    }
}

void paintNoteSheet(QPainter& painter, const QRectF& sheet, double zoom, const graph::Palette& c) {
    const double ear = std::min(6 * zoom, sheet.height() / 2); // its upper right corner is folded
    const QPointF corners[] = {sheet.topLeft(), sheet.topRight() - QPointF(ear, 0),
                               sheet.topRight() + QPointF(0, ear), sheet.bottomRight(), sheet.bottomLeft()};
    painter.setPen(QPen(colour(c.outline), 0.7));
    painter.setBrush(colour(c.note));
    painter.drawConvexPolygon(corners, 5);
}

void paintBoxText(QPainter& painter, const QRectF& whole, const graph::Box& box, graph::ModuleKind kind,
                  BoxRole role, double zoom, double detail, const MapLook& look) {
    const double fontPx = graph::kFontPx * zoom;
    const bool legible = graph::kFontPx * detail >= kLeastFontPx;
    if (!legible && !box.container) {
        if (graph::kFontPx * detail >= kLeastNameFontPx)
            paintNameAlone(painter, whole, box, kind, role, look);
        return;
    }
    const double noted = graph::noteHeight(box) * zoom;
    const QRectF rect = whole.adjusted(0, 0, 0, -noted);
    if (noted > 0 && legible) {
        const double aside = graph::kNotePadding * zoom;
        paintNote(painter,
                  QRectF(whole.left() + aside, rect.bottom(), whole.width() - 2 * aside, noted - aside), box,
                  zoom, look);
    }
    const graph::Palette& c = look.colours;
    const bool twoLines = !box.detail.empty() && !box.container && detail > kZoomOfDetails;
    const double signs = !legible ? 0 : paintSigns(painter, rect, box, twoLines, zoom, c);
    QRectF room =
        rect.adjusted(graph::kBoxPaddingX * zoom * 0.6, 0, -graph::kBoxPaddingX * zoom * 0.4 - signs, 0);
    if ((box.expandable || (box.container && box.module.valid())) && legible) {
        paintTriangle(painter, trianglePlace(rect, box, zoom).adjusted(4 * zoom, 0, -2 * zoom, 0),
                      box.container, colour(c.faintText));
        room.setLeft(trianglePlace(rect, box, zoom).right());
    }
    if (box.container)
        room.setHeight(
            std::min(room.height(), std::max(graph::kContainerTitleHeight * zoom, kLeastFontPx * 1.6)));

    QFont font(look.font);
    font.setPixelSize(static_cast<int>(std::lround(std::max(fontPx, kLeastFontPx))));
    font.setBold(box.container);
    font.setItalic(kind == graph::ModuleKind::Namespace || box.marks.ghost);
    const QFontMetricsF metrics(font);
    if (room.width() < font.pixelSize()) // two letters
        return;
    painter.setFont(font);
    painter.setPen(role == BoxRole::Dimmed || isHollow(box) ? colour(c.faintText) : colour(c.text));
    QRectF labelRoom = room;
    if (twoLines)
        labelRoom.setHeight(room.height() * 0.56);
    const auto align = (box.container || box.expandable ? Qt::AlignLeft : Qt::AlignHCenter) |
                       (twoLines ? Qt::AlignBottom : Qt::AlignVCenter);
    const QString label = elided(toQt(box.label), font, metrics, Qt::ElideMiddle, room.width());
    const QColor behind = isHollow(box) ? colour(c.background) : fillOf(box, kind, c);
    if (box.container)
        paintPlate(painter, labelRoom, metrics, label, behind);
    painter.drawText(labelRoom, static_cast<int>(align | Qt::TextSingleLine), label);
    const bool detailBehindTitle = box.container && detail > kZoomOfDetails;
    if (!twoLines && !detailBehindTitle)
        return;
    QRectF detailRoom = room;
    if (twoLines) {
        detailRoom.setTop(labelRoom.bottom());
        detailRoom.setRight(rect.right() - 3 * zoom);
    } else {
        detailRoom.setLeft(room.left() + metrics.horizontalAdvance(label) + 10 * zoom);
    }
    font.setBold(false);
    font.setPixelSize(static_cast<int>(std::lround(std::max(graph::kDetailFontPx * zoom, kLeastFontPx))));
    painter.setFont(font);
    painter.setPen(colour(c.faintText));
    const auto detailAlign =
        twoLines ? (align & Qt::AlignHorizontal_Mask) | Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter;
    const QFontMetricsF detailMetrics(font);
    const QString words = elided(toQt(box.detail), font, detailMetrics, Qt::ElideRight, detailRoom.width());
    if (box.container)
        paintPlate(painter, detailRoom, detailMetrics, words, behind);
    painter.drawText(detailRoom, static_cast<int>(detailAlign | Qt::TextSingleLine), words);
    if (twoLines || box.noteLines.empty())
        return;
    const double gap = 10 * zoom;
    detailRoom.setLeft(detailRoom.left() + detailMetrics.horizontalAdvance(toQt(box.detail)) + gap);
    const double width = detailMetrics.horizontalAdvance(toQt(box.noteLines.front())) + gap;
    const double margin = (detailRoom.height() - graph::kNoteLineHeight * zoom) / 2;
    if (detailRoom.width() > 2 * gap)
        paintNote(painter,
                  QRectF(detailRoom.left(), detailRoom.top() + margin, std::min(width, detailRoom.width()),
                         graph::kNoteLineHeight * zoom),
                  box, zoom, look);
}

} // namespace espalier::ui
