#include "ui/models/share_delegate.h"

#include "ui/models/roles.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace espalier::ui {

namespace {

constexpr int kBarWidth = 6, kTextWidth = 7; // in average characters

} // namespace

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const QVariant share = index.data(ShareRole);
    if (!share.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString words = std::exchange(item.text, QString());
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const int em = option.fontMetrics.averageCharWidth();
    const QRect room = option.rect.adjusted(em / 2, 0, -em / 2, 0);
    const double height = option.fontMetrics.ascent() * 0.7;
    const QRectF bar(room.left(), room.center().y() - height / 2, kBarWidth * em, height);
    const graph::Palette& colours = mapColours(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour(colours.outline), 1));
    painter->setBrush(option.palette.base());
    painter->drawRect(bar);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(colours.selection));
    const QRectF inner = bar.adjusted(1, 1, -1, -1);
    painter->drawRect(QRectF(inner.topLeft(), QSizeF(inner.width() * share.toDouble(), inner.height())));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(option.font);
    painter->drawText(room.adjusted(kBarWidth * em, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter, words);
    painter->restore();
}

QSize ShareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(ShareRole).isValid())
        size.setWidth((kBarWidth + kTextWidth + 1) * option.fontMetrics.averageCharWidth());
    return size;
}

} // namespace espalier::ui
