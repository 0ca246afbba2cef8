#include "ui/models/concern_model.h"

#include "ui/models/badges.h"
#include "ui/models/roles.h"
#include "ui/text.h"

#include <QFont>
#include <QGuiApplication>

namespace espalier::ui {

namespace {

BadgeSign signOf(Concern::Kind kind) {
    switch (kind) {
    case Concern::Kind::Tangle:
        return BadgeSign::Cycle;
    case Concern::Kind::Deprecated:
        return BadgeSign::Deprecated;
    case Concern::Kind::Ghost:
        return BadgeSign::Ghost;
    case Concern::Kind::Unparsable:
        return BadgeSign::Problem;
    }
    return {};
}

QString heading(Concern::Kind kind) {
    switch (kind) {
    case Concern::Kind::Tangle:
        return ConcernModel::tr("Tangles: modules that import each other");
    case Concern::Kind::Deprecated:
        return ConcernModel::tr("Deprecated, and still imported");
    case Concern::Kind::Ghost:
        return ConcernModel::tr("Ghosts: imported, but missing");
    case Concern::Kind::Unparsable:
        return ConcernModel::tr("Not parsed as a whole");
    }
    return {};
}

} // namespace

void ConcernModel::setFindings(FindingsPtr findings) {
    beginResetModel();
    findings_ = std::move(findings);
    groups_.clear();
    for (std::size_t i = 0; findings_ && i < findings_->concerns.size(); ++i) {
        const Concern::Kind kind = findings_->concerns[i].kind;
        if (groups_.empty() || groups_.back().kind != kind)
            groups_.push_back({kind, i, 0});
        ++groups_.back().size;
    }
    endResetModel();
}

const Concern* ConcernModel::concern(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &findings_
                ->concerns[groups_[index.internalId() - 1].first + static_cast<std::size_t>(index.row())];
}

int ConcernModel::columnCount(const QModelIndex&) const {
    return kColumns;
}

int ConcernModel::details(int top) const {
    return static_cast<int>(groups_[static_cast<std::size_t>(top)].size);
}

Qt::ItemFlags ConcernModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || concern(index))
        return TwoLevelModel::flags(index);
    return Qt::ItemIsEnabled; // a heading
}

QString ConcernModel::name(const Concern& c) const {
    if (c.kind == Concern::Kind::Unparsable)
        return toQt(c.path);
    const QString module = toQt((*findings_->snapshot)[c.module].name);
    if (c.kind == Concern::Kind::Tangle)
        return tr("%1 …").arg(module);
    const std::string symbol =
        c.kind == Concern::Kind::Deprecated ? findings_->deprecated[c.index].symbol : "";
    return symbol.empty() ? module : module + u':' + toQt(symbol);
}

QString ConcernModel::count(const Concern& c) const {
    if (c.kind == Concern::Kind::Tangle)
        return counted(c.weight, tr("1 module"), tr("%1 modules", nullptr, plural(c.weight)));
    if (c.kind == Concern::Kind::Unparsable)
        return c.line > 0 ? tr("line %1").arg(c.line) : QString();
    return counted(c.weight, tr("1 import"), tr("%1 imports", nullptr, plural(c.weight)));
}

QVariant ConcernModel::topData(int top, int column, int role) const {
    const Concern::Kind kind = groups_[static_cast<std::size_t>(top)].kind;
    if (column != Count)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return heading(kind);
    case Qt::DecorationRole:
        return signIcon(signOf(kind), QGuiApplication::palette());
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    default:
        return {};
    }
}

QVariant ConcernModel::detailData(int top, int detail, int column, int role) const {
    const Concern& c =
        findings_->concerns[groups_[static_cast<std::size_t>(top)].first + static_cast<std::size_t>(detail)];
    switch (role) {
    case Qt::DisplayRole:
        return column == Count ? count(c) : name(c);
    case Qt::ToolTipRole:
        return heading(c.kind) + u'\n' + name(c) + u'\n' + count(c);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column == Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ModuleRole:
        return QVariant::fromValue(c.module.value);
    case PathRole:
        return toQt(c.path);
    case LineRole:
        return c.line;
    default:
        return {};
    }
}

} // namespace espalier::ui
