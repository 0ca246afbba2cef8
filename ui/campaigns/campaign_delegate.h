// Paints a campaign: its title, how far it is, and where it is heading.
#pragma once

#include "ui/campaigns/campaign_model.h"

#include <QStyledItemDelegate>

namespace espalier::ui {

class CampaignDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // Of rows whose IndexRole is a row of `model`.
    CampaignDelegate(const CampaignModel* model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const CampaignModel* model_;
};

} // namespace espalier::ui
