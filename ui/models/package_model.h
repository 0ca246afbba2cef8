// The project as a tree of packages and modules, with badges; packages from outside gather under one row at
// the end.
#pragma once

#include "ui/findings.h"

#include <QAbstractItemModel>

namespace espalier::ui {

// One column. An index carries its module id; rows below are read from the snapshot only when asked for.
class PackageModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    void setSnapshot(graph::SnapshotPtr snapshot);
    // Badges of the same snapshot; others are ignored.
    void setFindings(FindingsPtr findings);

    [[nodiscard]] QModelIndex indexOf(graph::ModuleId module) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static constexpr quintptr kOutside = graph::ModuleId::kNone; // internal id of the row of outside packages

    [[nodiscard]] std::span<const graph::ModuleId> childrenOf(quintptr id) const;
    [[nodiscard]] QString words(graph::ModuleId module) const;
    [[nodiscard]] QVariantList badges(graph::ModuleId module) const;

    graph::SnapshotPtr snapshot_;
    FindingsPtr findings_;
    std::vector<graph::ModuleId> tops_, outside_;
    std::vector<std::uint32_t> rowOf_; // per module, its row below its parent
};

} // namespace espalier::ui
