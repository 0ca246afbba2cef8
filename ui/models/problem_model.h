// What could not be read, parsed or resolved.
#pragma once

#include "graph/model/snapshot.h"

#include <QAbstractTableModel>

namespace espalier::ui {

class ProblemModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Message, Code, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(graph::SnapshotPtr snapshot);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    graph::SnapshotPtr snapshot_;
};

} // namespace espalier::ui
