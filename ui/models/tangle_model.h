// The tangles, and below each its shortest cycle, import by import.
#pragma once

#include "ui/findings.h"
#include "ui/models/two_level_model.h"

namespace espalier::ui {

class TangleModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column { Name, Modules, Imports, Shortest, kColumns };
    using TwoLevelModel::TwoLevelModel;

    void setFindings(FindingsPtr findings);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] int tops() const override;
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    FindingsPtr findings_;
};

// The first statement of an edge that the filter admits, or none.
[[nodiscard]] const graph::StatementRef* firstStatement(const graph::Snapshot& snapshot, graph::EdgeId edge,
                                                        const graph::EdgeFilter& filter);

} // namespace espalier::ui
