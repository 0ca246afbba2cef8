// The campaigns as a list: one row each.
#pragma once

#include "ui/campaigns/campaign_past.h"

#include <QAbstractListModel>
#include <QPolygonF>

namespace espalier::ui {

class CampaignModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void set(CampaignPastPtr past); // null: not known
    [[nodiscard]] const CampaignPastPtr& past() const { return past_; }
    [[nodiscard]] const CampaignPast::Entry& entry(int row) const {
        return past_->entries[static_cast<std::size_t>(row)];
    }
    // The number of violating files in the last kSparkDays: x from 0 to 1, y from 0 (none) to 1 (the most).
    static constexpr int kSparkDays = 60;
    [[nodiscard]] const QPolygonF& spark(int row) const { return sparks_[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    // Title, all figures as words for tool tips and screen readers, row as IndexRole.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    CampaignPastPtr past_;
    std::vector<QPolygonF> sparks_;
};

} // namespace espalier::ui
