// The board above the list of what is deprecated: each campaign with its progress. GUI thread only.
#pragma once

#include "ui/campaigns/campaign_desk.h"
#include "ui/campaigns/campaign_model.h"
#include "ui/panels/list_panel.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>

namespace espalier::ui {

class CampaignBoard : public QWidget {
    Q_OBJECT
public:
    explicit CampaignBoard(CampaignDesk* desk, QWidget* parent = nullptr);

    [[nodiscard]] ListPanel* list() const { return list_; }
    [[nodiscard]] CampaignModel* model() const { return model_; }
    [[nodiscard]] QString notice() const { return notice_->text(); }

    // For menus; those that are about the current campaign are disabled where there is none.
    QAction *create, *change, *remove, *writeTracker;

signals:
    void watched(bool on);
    void menuWanted(const QPoint& globalPlace); // for the current campaign
    void activated();                           // the current campaign, to be shown as a chart

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void update();
    void follow();

    CampaignDesk* desk_;
    CampaignModel* model_;
    ListPanel* list_;
    QLabel* notice_;
    QPushButton* read_;
};

} // namespace espalier::ui
