#include "ui/models/same_name_model.h"

#include "ui/models/roles.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <optional>

namespace espalier::ui {

namespace {

std::optional<std::size_t> countIn(const graph::SameName& name, int column) {
    switch (column) {
    case SameNameModel::Definitions:
        return name.definitions.size();
    case SameNameModel::Statements:
        return name.statements;
    case SameNameModel::Divided:
        return name.divided;
    default:
        return std::nullopt;
    }
}

QString memberWords(const graph::SameName& name) {
    QStringList out;
    for (const std::string& member : name.members)
        out << toQt(member);
    return out.join(QStringLiteral(", "));
}

} // namespace

void SameNameModel::setSpreads(SpreadsPtr spreads) {
    beginResetModel();
    spreads_ = std::move(spreads);
    endResetModel();
}

const graph::SymbolPlace& SameNameModel::definition(const QModelIndex& row) const {
    if (!row.parent().isValid())
        return name(row.row()).definitions.front().symbol;
    return name(row.parent().row()).definitions[static_cast<std::size_t>(row.row())].symbol;
}

int SameNameModel::columnCount(const QModelIndex&) const {
    return kColumns;
}
int SameNameModel::tops() const {
    return spreads_ ? static_cast<int>(spreads_->sameNames.size()) : 0;
}
int SameNameModel::details(int top) const {
    return static_cast<int>(name(top).definitions.size());
}

QVariant SameNameModel::topData(int top, int column, int role) const {
    const graph::SameName& one = name(top);
    const std::optional<std::size_t> count = countIn(one, column);
    const QString called = toQt(one.definitions.front().symbol.name);
    switch (role) {
    case Qt::DisplayRole:
        return count ? number(*count) : column == Name ? called : memberWords(one);
    case SortRole:
        if (column == Members)
            return QVariant::fromValue<qulonglong>(one.members.size());
        return count ? QVariant::fromValue<qulonglong>(*count) : QVariant(called);
    case Qt::TextAlignmentRole:
        return count ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return column == Members && !one.members.empty()
                   ? QVariant(QStringLiteral("<qt>%1</qt>").arg(memberWords(one).toHtmlEscaped()))
                   : QVariant();
    case FilterRole:
        return called;
    default:
        return {};
    }
}

QVariant SameNameModel::detailData(int top, int detail, int column, int role) const {
    const graph::Namesake& one = name(top).definitions[static_cast<std::size_t>(detail)];
    const QString called = symbolName(*spreads_->snapshot, one.symbol);
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? called : column == Statements ? QVariant(number(one.statements)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Statements ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return QString(symbolKindWord(one.symbol.kind) + u' ' + called + u'\n' +
                       place(spreads_->snapshot->pathOf(one.symbol.module), one.symbol.line));
    case FilterRole:
        return called;
    case SortRole:
        return detail;
    default:
        return {};
    }
}

QVariant SameNameModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const QString names[] = {tr("Name"), tr("Definitions"), tr("Statements"), tr("Divided"), tr("In common")};
    const QString hints[] = {tr("What several production modules define"), tr("How many definitions it has"),
                             tr("Statements that import one of them, of every kind"),
                             tr("Statements that import another one than most do"),
                             tr("Methods and classes that all of them have")};
    if (role == Qt::DisplayRole)
        return names[section];
    return role == Qt::ToolTipRole ? QVariant(hints[section]) : QVariant();
}

} // namespace espalier::ui
