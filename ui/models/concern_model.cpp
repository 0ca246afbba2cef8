#include "ui/models/concern_model.h"

#include "ui/models/badges.h"
#include "ui/models/roles.h"
#include "ui/text.h"

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

} // namespace

void ConcernModel::setFindings(FindingsPtr findings) {
    beginResetModel();
    findings_ = std::move(findings);
    endResetModel();
}

const Concern* ConcernModel::concern(const QModelIndex& index) const {
    return index.isValid() ? &findings_->concerns[static_cast<std::size_t>(index.row())] : nullptr;
}

int ConcernModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !findings_ ? 0 : static_cast<int>(findings_->concerns.size());
}

QString ConcernModel::words(const Concern& c) const {
    const QString name = c.module.valid() ? toQt((*findings_->snapshot)[c.module].name) : toQt(c.path);
    switch (c.kind) {
    case Concern::Kind::Tangle:
        return tr("Tangle of %1 modules: %2 …").arg(number(c.weight), name);
    case Concern::Kind::Deprecated: {
        const std::string& symbol = findings_->deprecated[c.index].symbol;
        const QString thing = symbol.empty() ? name : name + u':' + toQt(symbol);
        return tr("Deprecated, %1 left: %2").arg(counted(c.weight, tr("1 import"), tr("%1 imports")), thing);
    }
    case Concern::Kind::Ghost:
        return tr("Ghost, %1: %2").arg(counted(c.weight, tr("1 import"), tr("%1 imports")), name);
    case Concern::Kind::Unparsable:
        return tr("Not parsed as a whole: %1").arg(place(c.path, c.line));
    }
    return {};
}

QVariant ConcernModel::data(const QModelIndex& index, int role) const {
    const Concern* c = concern(index);
    if (!c)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return words(*c);
    case Qt::DecorationRole:
        return signIcon(signOf(c->kind), QGuiApplication::palette());
    case ModuleRole:
        return QVariant::fromValue(c->module.value);
    case PathRole:
        return toQt(c->path);
    case LineRole:
        return c->line;
    default:
        return {};
    }
}

} // namespace espalier::ui
