// The changes of a plan with their ticks, and below each what there is to say of it.
#pragma once

#include "graph/plans/apply.h"
#include "ui/models/two_level_model.h"
#include "ui/plans/tried_plan.h"

#include <vector>

namespace espalier::ui {

class PlanModel : public TwoLevelModel {
    Q_OBJECT
public:
    using TwoLevelModel::TwoLevelModel;

    // `outcomes` by item; none: not known yet. Those of items without a tick are empty.
    void set(TriedPlan plan, std::vector<graph::ChangeOutcome> outcomes);
    [[nodiscard]] const TriedPlan& plan() const { return plan_; }

    [[nodiscard]] const std::vector<graph::ChangeOutcome>& outcomes() const { return outcomes_; }

    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return 1; }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    // Only asks for the tick: by ticked().
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void ticked(int item, bool on);

protected:
    [[nodiscard]] int tops() const override { return static_cast<int>(plan_.items.size()); }
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    [[nodiscard]] const std::vector<graph::ChangeOutcome::Remark>& remarks(int top) const;

    TriedPlan plan_;
    std::vector<graph::ChangeOutcome> outcomes_;
};

} // namespace espalier::ui
