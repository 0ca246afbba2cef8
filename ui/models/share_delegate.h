// A share as a small bar with its text beside it.
#pragma once

#include <QStyledItemDelegate>

namespace espalier::ui {

// Cells without ShareRole look as usual.
class ShareDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace espalier::ui
