// Cells whose text is cut at its left: of a path or a dotted name the end tells most.
#pragma once

#include <QStyledItemDelegate>

namespace espalier::ui {

class ElideLeft : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

// The same for the rows below others alone.
class ElideDetailsLeft : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = index.parent().isValid() ? Qt::ElideLeft : Qt::ElideRight;
    }
};

} // namespace espalier::ui
