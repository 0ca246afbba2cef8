#include "ui/models/fragmentation_model.h"

#include "ui/models/roles.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <optional>

namespace espalier::ui {

namespace {

// Of the columns that count statements.
std::optional<std::size_t> countIn(const graph::ImporterCounts& counts, int column) {
    if (column == FragmentationModel::Statements)
        return counts.total.statements;
    if (column >= FragmentationModel::Production && column <= FragmentationModel::Copies)
        return counts.byClass[static_cast<std::size_t>(column - FragmentationModel::Production)].statements;
    return std::nullopt;
}

} // namespace

void FragmentationModel::setSpreads(SpreadsPtr spreads) {
    beginResetModel();
    spreads_ = std::move(spreads);
    endResetModel();
}

const graph::SpreadRow* FragmentationModel::spread(const QModelIndex& row) const {
    const QModelIndex top = row.parent().isValid() ? row.parent() : row;
    return top.isValid() ? &spreads_->rows[static_cast<std::size_t>(top.row())] : nullptr;
}

const graph::SpreadRow::Way* FragmentationModel::way(const QModelIndex& row) const {
    return row.parent().isValid() ? &spread(row)->ways[static_cast<std::size_t>(row.row())] : nullptr;
}

int FragmentationModel::columnCount(const QModelIndex&) const {
    return kColumns;
}
int FragmentationModel::tops() const {
    return spreads_ ? static_cast<int>(spreads_->rows.size()) : 0;
}
int FragmentationModel::details(int top) const {
    return static_cast<int>(spreads_->rows[static_cast<std::size_t>(top)].ways.size());
}

QVariant FragmentationModel::topData(int top, int column, int role) const {
    const graph::SpreadRow& row = spreads_->rows[static_cast<std::size_t>(top)];
    const std::optional<std::size_t> count = column == Paths       ? row.ways.size()
                                             : column == Violating ? row.violatingFiles
                                                                   : countIn(row.counts, column);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Name) // one looks for the name rather than for its module
            return tr("%1 in %2", "symbol, module")
                .arg(toQt(row.symbol.name), toQt((*spreads_->snapshot)[row.symbol.module].name));
        if (column == Compliance)
            return percent(row.compliance());
        return column == Kind ? symbolKindWord(row.symbol.kind) : number(*count);
    case SortRole:
        if (column == Compliance)
            return row.compliance();
        return count ? QVariant::fromValue<qulonglong>(*count) : topData(top, column, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ShareRole:
        return column == Compliance ? QVariant(row.compliance()) : QVariant();
    case FilterRole:
        return symbolName(*spreads_->snapshot, row.symbol);
    case Qt::ToolTipRole:
        return QStringList{
            symbolKindWord(row.symbol.kind) + u' ' + symbolName(*spreads_->snapshot, row.symbol),
            tr("canonical: %1").arg(canonicalWords(row)), spreadWords(row), complianceWords(row)}
            .join(u'\n');
    default:
        return {};
    }
}

QVariant FragmentationModel::detailData(int top, int detail, int column, int role) const {
    const graph::SpreadRow::Way& way =
        spreads_->rows[static_cast<std::size_t>(top)].ways[static_cast<std::size_t>(detail)];
    const std::optional<std::size_t> count = countIn(way.counts, column);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Name)
            return way.canonical ? tr("✓ %1").arg(toQt(way.path)) : toQt(way.path);
        return count ? QVariant(number(*count)) : QVariant();
    case Qt::TextAlignmentRole:
        return count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return QString(toQt(way.path) + u'\n' + countWords(way.counts) +
                       (way.canonical ? u'\n' + tr("the canonical path") : QString()));
    case FilterRole:
        return toQt(way.path);
    case SortRole:
        return detail;
    default:
        return {};
    }
}

QVariant FragmentationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const QString names[] = {tr("Symbol"), tr("Compliance"), tr("Paths"),  tr("Statements"), tr("Prod"),
                             tr("Tests"),  tr("Tools"),      tr("Copies"), tr("Violating"),  tr("Kind")};
    const QString hints[] = {tr("Where it is defined, and its name there"),
                             tr("Share of the importing files that use the canonical path only"),
                             tr("By how many paths it is imported"),
                             tr("Statements that import it, of every kind"),
                             tr("Statements in production code"),
                             tr("Statements in tests"),
                             tr("Statements in tools"),
                             tr("Statements in copies"),
                             tr("Files that import it by another path than the canonical one"),
                             tr("What it is")};
    if (role == Qt::DisplayRole)
        return names[section];
    return role == Qt::ToolTipRole ? QVariant(hints[section]) : QVariant();
}

} // namespace espalier::ui
