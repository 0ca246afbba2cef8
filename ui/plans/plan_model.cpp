#include "ui/plans/plan_model.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/plans/plan_words.h"

#include <algorithm>

namespace espalier::ui {

void PlanModel::set(TriedPlan plan, std::vector<graph::ChangeOutcome> outcomes) {
    beginResetModel();
    plan_ = std::move(plan);
    outcomes_ = std::move(outcomes);
    endResetModel();
}

Qt::ItemFlags PlanModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags plain = TwoLevelModel::flags(index);
    return index.isValid() && !index.parent().isValid() ? plain | Qt::ItemIsUserCheckable : plain;
}

bool PlanModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || index.parent().isValid())
        return false;
    emit ticked(index.row(), value.toInt() == Qt::Checked);
    return true;
}

const std::vector<graph::ChangeOutcome::Remark>& PlanModel::remarks(int top) const {
    static const std::vector<graph::ChangeOutcome::Remark> none;
    const auto at = static_cast<std::size_t>(top);
    return at < outcomes_.size() ? outcomes_[at].remarks : none;
}

int PlanModel::details(int top) const {
    return static_cast<int>(remarks(top).size());
}

QVariant PlanModel::topData(int top, int, int role) const {
    const TriedPlan::Item& item = plan_.items[static_cast<std::size_t>(top)];
    switch (role) {
    case Qt::DisplayRole:
        return shortChangeWords(item.change);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case FilterRole:
        return changeWords(item.change);
    case Qt::CheckStateRole:
        return item.ticked ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        return remarks(top).empty() ? QVariant() : QVariant(icon(QStringLiteral("warning")));
    case SortRole:
    case IndexRole:
        return top;
    default:
        return {};
    }
}

QVariant PlanModel::detailData(int top, int detail, int, int role) const {
    if (role == SortRole)
        return detail;
    if (role == IndexRole)
        return top;
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == FilterRole
               ? QVariant(remarkWords(remarks(top)[static_cast<std::size_t>(detail)]))
               : QVariant();
}

} // namespace espalier::ui
