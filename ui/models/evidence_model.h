// A list of import statements with their places.
#pragma once

#include "graph/model/snapshot.h"

#include <QAbstractTableModel>

namespace espalier::ui {

// One statement, and the modules between which it counts.
struct EvidenceRow {
    graph::StatementRef statement;
    graph::ModuleId from, to;
};

class EvidenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Place, Kind, Text, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void set(graph::SnapshotPtr snapshot, std::vector<EvidenceRow> rows);
    [[nodiscard]] const std::vector<EvidenceRow>& rows() const { return rows_; }
    [[nodiscard]] const graph::SnapshotPtr& snapshot() const { return snapshot_; } // of the rows
    // As a list for an issue: "- `path:line` (kind) `statement`".
    [[nodiscard]] QString markdown() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    graph::SnapshotPtr snapshot_;
    std::vector<EvidenceRow> rows_;
};

} // namespace espalier::ui
