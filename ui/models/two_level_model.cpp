#include "ui/models/two_level_model.h"

namespace espalier::ui {

QModelIndex TwoLevelModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex TwoLevelModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr{0});
}

int TwoLevelModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return tops();
    return parent.internalId() == 0 && parent.column() == 0 ? details(parent.row()) : 0;
}

QVariant TwoLevelModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return topData(index.row(), index.column(), role);
    return detailData(static_cast<int>(index.internalId() - 1), index.row(), index.column(), role);
}

} // namespace espalier::ui
