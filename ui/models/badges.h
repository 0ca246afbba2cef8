// Badges behind a name in a list: each has a sign and a colour of its own, and words for those who see
// neither.
#pragma once

#include "ui/findings.h"

#include <QPainter>
#include <QStringList>
#include <QStyledItemDelegate>
#include <QVariantList>

namespace espalier::ui {

enum class BadgeSign { Cycle, Deprecated, Ghost, Problem };

// What BadgesRole holds: sign and count, one after the other.
[[nodiscard]] QVariantList badgeList(const Badges& badges);
[[nodiscard]] QStringList badgeWords(const Badges& badges); // "4 in import cycles", …

// A loop, a slanted hatch, a dashed ring or an exclamation mark, in the map's colours.
void paintSign(QPainter& painter, const QRectF& square, BadgeSign sign, const QPalette& palette);
[[nodiscard]] QIcon signIcon(BadgeSign sign, const QPalette& palette);

class BadgeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace espalier::ui
