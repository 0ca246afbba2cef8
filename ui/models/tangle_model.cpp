#include "ui/models/tangle_model.h"

#include "ui/models/roles.h"
#include "ui/text.h"

#include <algorithm>

namespace espalier::ui {

const graph::StatementRef* firstStatement(const graph::Snapshot& snapshot, graph::EdgeId edge,
                                          const graph::EdgeFilter& filter) {
    const auto all = snapshot.statementsOf(snapshot[edge]);
    const auto found =
        std::ranges::find_if(all, [&](const graph::StatementRef& s) { return filter.admits(s); });
    return found == all.end() ? nullptr : &*found;
}

void TangleModel::setFindings(FindingsPtr findings) {
    beginResetModel();
    findings_ = std::move(findings);
    endResetModel();
}

int TangleModel::columnCount(const QModelIndex&) const {
    return kColumns;
}
int TangleModel::tops() const {
    return findings_ ? static_cast<int>(findings_->tangles.size()) : 0;
}

int TangleModel::details(int top) const {
    return static_cast<int>(findings_->tangles[static_cast<std::size_t>(top)].shortestCycle.size());
}

QVariant TangleModel::topData(int top, int column, int role) const {
    const graph::Tangle& tangle = findings_->tangles[static_cast<std::size_t>(top)];
    const std::size_t counts[] = {0, tangle.modules.size(), tangle.edges.size(), tangle.shortestCycle.size()};
    const QString first = toQt((*findings_->snapshot)[tangle.modules.front()].name);
    switch (role) {
    case Qt::DisplayRole:
        if (column != Name)
            return number(counts[column]);
        return tr("%1 …").arg(first);
    case SortRole:
        return column == Name ? QVariant(first) : QVariant::fromValue<qulonglong>(counts[column]);
    case Qt::TextAlignmentRole:
        return column == Name ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        QStringList names;
        for (std::size_t i = 0; i < std::min<std::size_t>(tangle.modules.size(), 25); ++i)
            names << toQt((*findings_->snapshot)[tangle.modules[i]].name);
        if (tangle.modules.size() > 25)
            names << tr("… and %1 more").arg(number(tangle.modules.size() - 25));
        return names.join(u'\n');
    }
    case IndexRole:
        return top;
    case ModuleRole:
        return QVariant::fromValue(tangle.modules.front().value);
    default:
        return {};
    }
}

QVariant TangleModel::detailData(int top, int detail, int column, int role) const {
    const graph::Snapshot& s = *findings_->snapshot;
    const graph::EdgeId id =
        findings_->tangles[static_cast<std::size_t>(top)].shortestCycle[static_cast<std::size_t>(detail)];
    const graph::StatementRef* statement = firstStatement(s, id, findings_->filter);
    const std::uint32_t line = statement ? s.importOf(*statement).span.line : 0;
    switch (role) {
    case Qt::DisplayRole:
        if (column != Name)
            return {};
        return tr("%1 imports %2").arg(toQt(s[s[id].from].name), toQt(s[s[id].to].name));
    case Qt::ToolTipRole:
        return statement
                   ? QString(place(s.pathOf(*statement), line) + u'\n' + toQt(s.importOf(*statement).text))
                   : QString();
    case SortRole:
        return detail;
    case ModuleRole:
        return QVariant::fromValue(s[id].from.value);
    case TargetRole:
        return QVariant::fromValue(s[id].to.value);
    case PathRole:
        return statement ? toQt(s.pathOf(*statement)) : QString();
    case LineRole:
        return line;
    default:
        return {};
    }
}

QVariant TangleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Shortest)
        return tr("Length of the shortest cycle");
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Tangle"), tr("Modules"), tr("Imports"), tr("Loop")};
    return names[section];
}

} // namespace espalier::ui
