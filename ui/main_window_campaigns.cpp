// The main window: what became of the project's campaigns, and what they are.
#include "ui/campaigns/campaign_board.h"
#include "ui/campaigns/campaign_dialog.h"
#include "ui/campaigns/regressions.h"
#include "ui/campaigns/trend_view.h"
#include "ui/history/history_panel.h"
#include "ui/main_window.h"
#include "ui/panels/lists_panel.h"
#include "ui/queries.h"
#include "ui/text.h"
#include "ui/window/commands.h"

#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QTabWidget>

namespace espalier::ui {

void MainWindow::connectCampaigns() {
    CampaignBoard* board = lists_->campaigns();
    const auto watch = [this, board] { campaigns_->setWatched(board->isVisible() || trend_->isVisible()); };
    connect(board, &CampaignBoard::watched, campaigns_, watch);
    connect(trend_, &TrendView::watched, campaigns_, watch);
    const auto markRegressions = [this] {
        const CommitLinePtr& line = history_->line();
        const CampaignPastPtr& past = campaigns_->past();
        historyPanel_->strip()->setRegressions(line && past ? regressionsOn(*line, *past)
                                                            : std::map<int, QString>());
    };
    connect(campaigns_, &CampaignDesk::changed, this, markRegressions);
    const auto show = [this] {
        tabs_->setCurrentWidget(trend_);
        trend_->chart()->setFocus();
    };
    connect(board, &CampaignBoard::activated, this, show);
    connect(commands_->showTrend, &QAction::triggered, this, show);
    connect(board->create, &QAction::triggered, this, [this] {
        graph::Campaign fresh;
        for (const std::string& module : selection_->selected().modules())
            fresh.deprecated.push_back(module);
        editCampaign(fresh, {});
    });
    connect(board->change, &QAction::triggered, this, [this] {
        const graph::Campaign& campaign = currentCampaign();
        editCampaign(campaign, campaign.name);
    });
    connect(board->remove, &QAction::triggered, this, &MainWindow::removeCampaign);
    connect(board->writeTracker, &QAction::triggered, this, &MainWindow::writeTracker);
    connect(board, &CampaignBoard::menuWanted, this, [this, board](const QPoint& place) {
        QMenu menu(this);
        menu.addActions({commands_->showTrend, board->change, board->remove, board->writeTracker});
        menu.exec(place);
    });
}

const graph::Campaign& MainWindow::currentCampaign() const {
    return campaigns_->past()->entries[static_cast<std::size_t>(campaigns_->current())].campaign;
}

void MainWindow::editCampaign(const graph::Campaign& campaign, const std::string& old) {
    QStringList taken;
    for (const graph::Campaign& other : campaigns_->configured())
        if (other.name != old)
            taken << toQt(other.name);
    CampaignDialog dialog(campaign, taken, this);
    if (dialog.exec() == QDialog::Accepted)
        emit campaignSaveRequested(dialog.campaign(), old);
}

void MainWindow::removeCampaign() {
    const std::string name = currentCampaign().name;
    QMessageBox question(QMessageBox::Question, tr("Remove a campaign"),
                         tr("Take the campaign “%1” out of the project's configuration? What it is about "
                            "stays as it is.")
                             .arg(toQt(name)),
                         QMessageBox::Yes | QMessageBox::No, this);
    question.setTextFormat(Qt::PlainText);
    if (question.exec() == QMessageBox::Yes)
        emit campaignRemoveRequested(name);
}

void MainWindow::writeTracker() {
    const QString name = toQt(currentCampaign().name);
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Write a tracker"), name + QStringLiteral(".md"),
                                     tr("Markdown (*.md)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return;
    showMessage(tr("Writing %1 …").arg(QDir::toNativeSeparators(file)));
    queries_->ask({QStringLiteral("tracker"), name, QStringLiteral("--output"), file},
                  [this, file](const facts::Result<QByteArray>& output) {
                      output ? showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(file)))
                             : showError(output.error());
                  });
}

} // namespace espalier::ui
