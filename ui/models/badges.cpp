#include "ui/models/badges.h"

#include "ui/models/roles.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainterPath>

namespace espalier::ui {

namespace {

struct BadgeText { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(BadgeText)
};

QColor signColour(BadgeSign sign, const QPalette& palette) {
    const graph::Palette& c = mapColours(palette);
    switch (sign) {
    case BadgeSign::Cycle:
    case BadgeSign::Problem:
        return colour(c.cycle);
    case BadgeSign::Deprecated:
        return colour(c.deprecated);
    case BadgeSign::Ghost:
        return colour(c.ghost);
    }
    return {};
}

} // namespace

QVariantList badgeList(const Badges& badges) {
    QVariantList out;
    const auto add = [&](BadgeSign sign, std::uint32_t count) {
        if (count > 0)
            out << static_cast<int>(sign) << count;
    };
    add(BadgeSign::Cycle, badges.inTangles);
    add(BadgeSign::Deprecated, badges.deprecated);
    add(BadgeSign::Ghost, badges.ghosts);
    add(BadgeSign::Problem, badges.problems);
    return out;
}

QStringList badgeWords(const Badges& b) {
    QStringList out;
    if (b.inTangles > 0)
        out << counted(b.inTangles, BadgeText::tr("1 module in import cycles"),
                       BadgeText::tr("%1 modules in import cycles", nullptr, plural(b.inTangles)));
    if (b.deprecated > 0)
        out << counted(b.deprecated, BadgeText::tr("1 deprecated module"),
                       BadgeText::tr("%1 deprecated modules", nullptr, plural(b.deprecated)));
    if (b.ghosts > 0)
        out << counted(b.ghosts, BadgeText::tr("1 ghost"),
                       BadgeText::tr("%1 ghosts", nullptr, plural(b.ghosts)));
    if (b.problems > 0)
        out << counted(b.problems, BadgeText::tr("1 problem"),
                       BadgeText::tr("%1 problems", nullptr, plural(b.problems)));
    return out;
}

void paintSign(QPainter& painter, const QRectF& square, BadgeSign sign, const QPalette& palette) {
    const QColor ink = signColour(sign, palette);
    const QRectF r = square.adjusted(1.5, 1.5, -1.5, -1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, std::max(1.3, r.width() / 8), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    switch (sign) {
    case BadgeSign::Cycle: {
        painter.drawArc(r, 40 * 16, 290 * 16);
        const QPointF tip(r.center().x() + r.width() / 2 * 0.77, r.center().y() - r.height() / 2 * 0.64);
        painter.drawLine(tip, tip + QPointF(0, -r.height() * 0.36));
        painter.drawLine(tip, tip + QPointF(-r.width() * 0.36, 0));
        break;
    }
    case BadgeSign::Deprecated:
        painter.drawRect(r);
        painter.drawLine(r.bottomLeft(), r.topRight());
        painter.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.center().x(), r.top()));
        painter.drawLine(QPointF(r.center().x(), r.bottom()), QPointF(r.right(), r.center().y()));
        break;
    case BadgeSign::Ghost: {
        QPen pen = painter.pen();
        pen.setStyle(Qt::DotLine);
        painter.setPen(pen);
        painter.drawEllipse(r);
        break;
    }
    case BadgeSign::Problem:
        painter.drawLine(QPointF(r.center().x(), r.top()),
                         QPointF(r.center().x(), r.top() + r.height() * 0.6));
        painter.drawPoint(QPointF(r.center().x(), r.bottom()));
        break;
    }
    painter.restore();
}

QIcon signIcon(BadgeSign sign, const QPalette& palette) {
    QIcon icon;
    for (int size : {16, 32, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintSign(painter, QRectF(0, 0, size, size), sign, palette);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

void BadgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const QVariantList badges = index.data(BadgesRole).toList();
    QStyleOptionViewItem text(option);
    initStyleOption(&text, index);
    const QFontMetrics metrics(text.font);
    const int side = metrics.ascent(), gap = metrics.averageCharWidth();
    int width = 0;
    for (qsizetype i = 0; i + 1 < badges.size(); i += 2)
        width += side + metrics.horizontalAdvance(number(badges[i + 1].toUInt())) + gap + gap / 2;

    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &text, option.widget);
    text.text = metrics.elidedText(text.text, Qt::ElideMiddle, std::max(0, room.width() - width - gap));
    style->drawControl(QStyle::CE_ItemViewItem, &text, painter, option.widget);

    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(text.font);
    int x = room.right() - width;
    for (qsizetype i = 0; i + 1 < badges.size(); i += 2) {
        const QString count = number(badges[i + 1].toUInt());
        const int countWidth = metrics.horizontalAdvance(count);
        const QRect square(x, room.center().y() - side / 2, side, side);
        if (selected) { // the colours of the signs need a quiet ground
            painter->setRenderHint(QPainter::Antialiasing);
            painter->fillRect(square, option.palette.color(QPalette::Base));
        }
        paintSign(*painter, square, static_cast<BadgeSign>(badges[i].toInt()), option.palette);
        painter->drawText(QRect(x + side + gap / 2, room.top(), countWidth, room.height()), Qt::AlignVCenter,
                          count);
        x += side + countWidth + gap + gap / 2;
    }
    painter->restore();
}

} // namespace espalier::ui
