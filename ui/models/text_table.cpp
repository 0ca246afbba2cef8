#include "ui/models/text_table.h"

#include "ui/models/roles.h"

#include <algorithm>

namespace espalier::ui {

TextTable::TextTable(QStringList headers, std::vector<int> numbers, QObject* parent)
    : QAbstractTableModel(parent)
    , headers_(std::move(headers))
    , numbers_(std::move(numbers)) {}

void TextTable::set(std::vector<TextRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void TextTable::set(QStringList headers, std::vector<int> numbers, std::vector<TextRow> rows) {
    beginResetModel();
    headers_ = std::move(headers);
    numbers_ = std::move(numbers);
    rows_ = std::move(rows);
    endResetModel();
}

int TextTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TextTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(headers_.size());
}

QVariant TextTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const TextRow& row = rows_[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case SortRole:
        return column < row.order.size() && row.order[column].isValid() ? row.order[column]
                                                                        : row.cells.value(index.column());
    case FilterRole:
        return row.cells.join(u' ');
    case Qt::TextAlignmentRole:
        return std::ranges::count(numbers_, index.column()) > 0 ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
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
    default:
        return {};
    }
}

QVariant TextTable::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(headers_.value(section))
                                                                    : QVariant();
}

} // namespace espalier::ui
