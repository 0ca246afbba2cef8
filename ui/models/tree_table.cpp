#include "ui/models/tree_table.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/theme.h"

#include <QGuiApplication>

#include <algorithm>

namespace espalier::ui {

void TreeTable::set(QStringList headers, std::vector<int> numbers, std::vector<TreeRow> rows) {
    beginResetModel();
    headers_ = std::move(headers);
    numbers_ = std::move(numbers);
    rows_ = std::move(rows);
    for (const TreeRow& row : rows_)
        if (!row.sign.isEmpty() && !icons_.contains(row.sign))
            icons_.insert(row.sign, icon(row.sign));
    endResetModel();
}

int TreeTable::columnCount(const QModelIndex&) const {
    return std::max(1, static_cast<int>(headers_.size()));
}

QVariant TreeTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return headers_.value(section).section(u'\n', role == Qt::DisplayRole ? 0 : -1,
                                           role == Qt::DisplayRole ? 0 : -1);
}

int TreeTable::details(int top) const {
    return static_cast<int>(rows_[static_cast<std::size_t>(top)].details.size());
}

QVariant TreeTable::topData(int top, int column, int role) const {
    return dataOf(rows_[static_cast<std::size_t>(top)], column, role);
}

QVariant TreeTable::detailData(int top, int detail, int column, int role) const {
    return dataOf(rows_[static_cast<std::size_t>(top)].details[static_cast<std::size_t>(detail)], column,
                  role);
}

QVariant TreeTable::dataOf(const TreeRow& row, int column, int role) const {
    const auto at = static_cast<std::size_t>(column);
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(column);
    case SortRole:
        return at < row.order.size() && row.order[at].isValid() ? row.order[at] : row.cells.value(column);
    case FilterRole:
        return row.toolTip + u' ' + row.cells.join(u' ');
    case Qt::TextAlignmentRole:
        return std::ranges::count(numbers_, column) > 0 ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                        : QVariant();
    case Qt::DecorationRole:
        return column == signColumn_ && !row.sign.isEmpty() ? QVariant(icons_.value(row.sign)) : QVariant();
    case Qt::ForegroundRole:
        return column == signColumn_ && row.alarming
                   ? QVariant(colour(mapColours(QGuiApplication::palette()).cycle))
                   : QVariant();
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? QVariant() : QVariant(row.toolTip);
    case PathRole:
        return row.path;
    case LineRole:
        return row.line;
    case ColumnRole:
        return row.column;
    case IndexRole:
        return row.index;
    case ModuleRole:
        return row.from.valid() ? QVariant::fromValue(row.from.value) : QVariant();
    case TargetRole:
        return row.to.valid() ? QVariant::fromValue(row.to.value) : QVariant();
    default:
        return {};
    }
}

} // namespace espalier::ui
