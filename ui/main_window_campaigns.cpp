// The main window: what became of the project's campaigns.
#include "ui/campaigns/campaign_board.h"
#include "ui/campaigns/trend_view.h"
#include "ui/main_window.h"
#include "ui/panels/lists_panel.h"
#include "ui/window/commands.h"

#include <QTabWidget>

namespace espalier::ui {

void MainWindow::connectCampaigns() {
    CampaignBoard* board = lists_->campaigns();
    const auto watch = [this, board] { campaigns_->setWatched(board->isVisible() || trend_->isVisible()); };
    connect(board, &CampaignBoard::watched, campaigns_, watch);
    connect(trend_, &TrendView::watched, campaigns_, watch);
    const auto show = [this] {
        tabs_->setCurrentWidget(trend_);
        trend_->chart()->setFocus();
    };
    connect(board, &CampaignBoard::activated, this, show);
    connect(commands_->showTrend, &QAction::triggered, this, show);
}

} // namespace espalier::ui
