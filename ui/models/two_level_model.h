// Base of the lists whose rows can be opened to show details.
#pragma once

#include <QAbstractItemModel>

namespace espalier::ui {

// Positions: a row at the top has internal id 0, a row below it the top row + 1.
class TwoLevelModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    [[nodiscard]] virtual int tops() const = 0;
    [[nodiscard]] virtual int details(int top) const = 0;
    [[nodiscard]] virtual QVariant topData(int top, int column, int role) const = 0;
    [[nodiscard]] virtual QVariant detailData(int top, int detail, int column, int role) const = 0;
};

} // namespace espalier::ui
