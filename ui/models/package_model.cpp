#include "ui/models/package_model.h"

#include "ui/models/badges.h"
#include "ui/models/roles.h"
#include "ui/text.h"

namespace espalier::ui {

using graph::ModuleId;

void PackageModel::setSnapshot(graph::SnapshotPtr snapshot) {
    beginResetModel();
    snapshot_ = std::move(snapshot);
    findings_.reset();
    tops_.clear();
    outside_.clear();
    rowOf_.assign(snapshot_ ? snapshot_->modules.size() : 0, 0);
    if (snapshot_) {
        for (ModuleId m : snapshot_->tops()) {
            auto& list = (*snapshot_)[m].kind == graph::ModuleKind::External ? outside_ : tops_;
            rowOf_[m.value] = static_cast<std::uint32_t>(list.size());
            list.push_back(m);
        }
        for (std::size_t i = 0; i < snapshot_->modules.size(); ++i) {
            const auto below = snapshot_->children(ModuleId(i));
            for (std::size_t row = 0; row < below.size(); ++row)
                rowOf_[below[row].value] = static_cast<std::uint32_t>(row);
        }
    }
    endResetModel();
}

void PackageModel::setFindings(FindingsPtr findings) {
    if (!findings || findings->snapshot != snapshot_)
        return;
    findings_ = std::move(findings);
    // Badges of rows at any depth may differ now; views only repaint what they show.
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

std::span<const ModuleId> PackageModel::childrenOf(quintptr id) const {
    if (id == kOutside)
        return outside_;
    return snapshot_->children(ModuleId(id));
}

QModelIndex PackageModel::indexOf(ModuleId module) const {
    if (!snapshot_ || module.value >= rowOf_.size())
        return {};
    return createIndex(static_cast<int>(rowOf_[module.value]), 0, static_cast<quintptr>(module.value));
}

QModelIndex PackageModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    if (parent.isValid())
        return createIndex(row, column, static_cast<quintptr>(childrenOf(parent.internalId())[row].value));
    if (row == static_cast<int>(tops_.size()))
        return createIndex(row, column, kOutside);
    return createIndex(row, column, static_cast<quintptr>(tops_[static_cast<std::size_t>(row)].value));
}

QModelIndex PackageModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kOutside)
        return {};
    const graph::Module& module = snapshot_->modules[child.internalId()];
    if (module.parent.valid())
        return indexOf(module.parent);
    if (module.kind == graph::ModuleKind::External)
        return createIndex(static_cast<int>(tops_.size()), 0, kOutside);
    return {};
}

int PackageModel::rowCount(const QModelIndex& parent) const {
    if (!snapshot_ || parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return static_cast<int>(tops_.size()) + (outside_.empty() ? 0 : 1);
    return static_cast<int>(childrenOf(parent.internalId()).size());
}

int PackageModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariantList PackageModel::badges(ModuleId module) const {
    if (!findings_)
        return {};
    return badgeList(findings_->badges[module.value]);
}

QString PackageModel::words(ModuleId id) const {
    const graph::Module& m = (*snapshot_)[id];
    QStringList lines{toQt(m.name), moduleKindWord(m.kind)};
    if (const std::string& path = snapshot_->pathOf(id); !path.empty())
        lines << toQt(path);
    lines << markWords(m.marks);
    if (findings_)
        lines << badgeWords(findings_->badges[id.value]);
    return lines.join(u'\n');
}

QVariant PackageModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (index.internalId() == kOutside) {
        if (role == ModuleRole)
            return QVariant::fromValue(ModuleId::kNone);
        if (role == Qt::DisplayRole || role == FilterRole)
            return counted(outside_.size(), tr("1 outside package"),
                           tr("%1 outside packages", nullptr, plural(outside_.size())));
        return {};
    }
    const ModuleId id(index.internalId());
    switch (role) {
    case Qt::DisplayRole: {
        const std::string& name = (*snapshot_)[id].name;
        return toQt(index.parent().isValid() ? shortName(name) : std::string_view(name));
    }
    case Qt::ToolTipRole:
        return words(id);
    case Qt::AccessibleDescriptionRole:
        return findings_ ? badgeWords(findings_->badges[id.value]).join(QStringLiteral(", ")) : QString();
    case ModuleRole:
        return QVariant::fromValue(id.value);
    case BadgesRole:
        return badges(id);
    case FilterRole:
        return toQt((*snapshot_)[id].name);
    default:
        return {};
    }
}

QVariant PackageModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return tr("Package");
    return {};
}

} // namespace espalier::ui
