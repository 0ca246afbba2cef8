// Deprecated modules and symbols with the statements that still import them, split by class of path.
#pragma once

#include "ui/findings.h"
#include "ui/models/two_level_model.h"

#include <unordered_map>

namespace espalier::ui {

class MigrationModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column { Name, Left, Production, Tests, Tools, Copies, Use, kColumns };
    using TwoLevelModel::TwoLevelModel;

    void setFindings(FindingsPtr findings);
    // What a row at the top tells of, and the snapshot that it is of.
    [[nodiscard]] const DeprecatedThing& thing(const QModelIndex& top) const {
        return findings_->deprecated[static_cast<std::size_t>(top.row())];
    }
    [[nodiscard]] const graph::SnapshotPtr& snapshot() const { return findings_->snapshot; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] int tops() const override;
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    [[nodiscard]] const std::vector<graph::StatementRef>& statements(int top) const;
    [[nodiscard]] QString words(const DeprecatedThing& thing) const;
    [[nodiscard]] QString weakWords(const DeprecatedThing& thing) const;

    FindingsPtr findings_;
    mutable std::unordered_map<int, std::vector<graph::StatementRef>>
        statements_; // read when a row is opened
};

} // namespace espalier::ui
