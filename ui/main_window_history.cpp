// The main window: the commits of the project's past, and which of them is shown.
#include "ui/history/difference_panel.h"
#include "ui/history/history_panel.h"
#include "ui/history/past_graph_desk.h"
#include "ui/history/past_player.h"
#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/text.h"
#include "ui/window/commands.h"
#include "ui/window/progress_strip.h"
#include "ui/window/views.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QTabWidget>

#include <algorithm>

namespace espalier::ui {

// Its own first row is its title.
void MainWindow::buildHistory() {
    auto* dock = new QDockWidget(tr("History"), this);
    dock->setObjectName(QStringLiteral("history"));
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    dock->setTitleBarWidget(new QWidget(dock));
    historyPanel_ = new HistoryPanel(history_, player_, dock->toggleViewAction());
    dock->setWidget(historyPanel_);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
}

void MainWindow::connectHistory() {
    pastProgress_->setTask(tr("Stop reading the past. What is known so far stays."), tr("reading the past"));
    connect(pastProgress_, &ProgressStrip::cancelRequested, history_, &HistoryDesk::cancelReading);
    connect(history_, &HistoryDesk::readingProgressed, pastProgress_,
            [this](qint64 done, qint64 total) { pastProgress_->show({}, done, total); });
    connect(history_, &HistoryDesk::readingEnded, pastProgress_, &ProgressStrip::finish);
    graphProgress_->setTask(tr("Stop reading the imports of all commits"),
                            tr("reading the imports of all commits"));
    connect(graphProgress_, &ProgressStrip::cancelRequested, pastGraph_, &PastGraphDesk::stop);
    connect(pastGraph_, &PastGraphDesk::progressed, this,
            [this] { graphProgress_->show({}, pastGraph_->percent(), 100); });
    connect(pastGraph_, &PastGraphDesk::changed, this, [this] {
        if (pastGraph_->state() == PastGraphDesk::State::Working)
            graphProgress_->show({}, 0, 0);
        else
            graphProgress_->finish();
    });
    connect(history_, &HistoryDesk::told, this, &MainWindow::showMessage);
    connect(history_, &HistoryDesk::failed, this, &MainWindow::showError);
    connect(history_, &HistoryDesk::changed, this, &MainWindow::updateTitle);
    connect(commands_->toHistory, &QAction::triggered, this, [this] {
        for (auto* dock : findChildren<QDockWidget*>())
            if (dock->isAncestorOf(historyPanel_))
                dock->show();
        historyPanel_->strip()->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::connectPlayer() {
    connect(player_, &PastPlayer::showWanted, this, &MainWindow::playPast);
    connect(player_, &PastPlayer::revisionMoved, map_, &MapView::showRevision);
    connect(player_, &PastPlayer::endWanted, this, [this](bool back) {
        lineGraph_.cancel();
        map_->leavePast(back);
    });
    connect(player_, &PastPlayer::playStarted, this,
            [this] { tabs_->setCurrentWidget(views_->tab(ViewKind::Map)); });
    connect(map_, &MapView::pastShown, this,
            [this] { player_->setShown(map_->playedScene()->replay->changes()); });
    connect(selection_, &Selection::changed, player_,
            [this] { player_->setPossible(selection_->view().arrangement == graph::Arrangement::Layered); });
}

void MainWindow::playPast() {
    const auto enter = [this](const LineGraphPtr& line) {
        played_ = line;
        map_->enterPast(line, static_cast<std::uint32_t>(std::max(0, history_->cursor())));
    };
    if (played_ && played_->timeline == pastGraph_->graph())
        return enter(played_);
    lineGraph_.start(
        [timeline = pastGraph_->graph(), snapshot = snapshot_] { return makeLineGraph(timeline, *snapshot); },
        enter);
}

void MainWindow::connectDifference() {
    differencePanel_ = new DifferencePanel(difference_, history_);
    lists_->tabs()->addTab(differencePanel_, tr("Difference"));
    connect(history_, &HistoryDesk::comparisonEnded, this, [this] { difference_->setSides({}, {}); });
    connect(difference_, &DifferenceDesk::changed, this, &MainWindow::showDifference);
    connect(differencePanel_, &DifferencePanel::chosen, this, &MainWindow::selectChange);
    connect(differencePanel_, &DifferencePanel::activated, this, [this](const DifferenceItem& item) {
        selectChange(item);
        const graph::SnapshotPtr& side = item.old ? difference_->sides().before : difference_->sides().after;
        if (!item.path.empty() && side)
            return openSource(sourceKey(*side, toQt(item.path)), static_cast<int>(item.line));
        if (const auto module = snapshot_ ? snapshot_->find(item.module) : std::nullopt)
            goTo(*module);
    });
    showDifference();
}

// Its list, and the map; the other views show what they always do.
void MainWindow::showDifference() {
    const DifferenceListPtr& list = difference_->list();
    const bool ofShown = list && difference_->otherThan(snapshot_) != nullptr;
    map_->setComparison(ofShown ? list->joined : nullptr);
    ListTabs* tabs = lists_->tabs();
    const int tab = tabs->indexOf(differencePanel_);
    const bool first = tabs->tabText(tab) == tr("Difference");
    tabs->setTabText(tab,
                     list ? tr("Difference (%1)").arg(number(differencePanel_->size())) : tr("Difference"));
    if (list && first)
        tabs->setCurrentIndex(tab);
    showSelection();
}

void MainWindow::selectChange(const DifferenceItem& item) {
    Selected selected{item.module, item.target, !item.target.empty()};
    selected.others = std::set<std::string>(item.others.begin(), item.others.end());
    selection_->setSelected(std::move(selected));
    map_->revealSelected();
}

// What is selected is only to be found in the other state of a comparison.
bool MainWindow::showOtherSide(const Selected& selected) {
    const graph::SnapshotPtr other = difference_->otherThan(snapshot_);
    if (!other || selected.empty() || !selected.others.empty())
        return false;
    const auto from = other->find(selected.module);
    if (!selected.isLine()) {
        if (!from || snapshot_->find(selected.module))
            return false;
        evidence_->showModule(other, *from);
        return true;
    }
    const auto to = other->find(selected.target);
    const auto edge = from && to ? other->edge(*from, *to) : std::nullopt;
    const auto shownFrom = snapshot_->find(selected.module), shownTo = snapshot_->find(selected.target);
    const graph::EdgeFilter& filter = selection_->view().filter;
    const auto isIn = [&](const graph::Snapshot& s, std::optional<graph::EdgeId> e) {
        return e && filter.admits(s[*e]);
    };
    if (!isIn(*other, edge) ||
        (shownFrom && shownTo && isIn(*snapshot_, snapshot_->edge(*shownFrom, *shownTo))))
        return false;
    evidence_->showEdges(other, tr("%1 imports %2").arg(toQt(selected.module), toQt(selected.target)),
                         {*edge}, {tr("Only in the other state of the comparison")});
    return true;
}

// "shop at 3fcb7e3793, 2025-09-14 – Espalier"
void MainWindow::updateTitle() {
    if (folder_.isEmpty() && !snapshot_)
        return;
    const QString project = QFileInfo(snapshot_ ? toQt(snapshot_->project.root) : folder_).fileName();
    const QString at = history_->shownWords();
    setWindowTitle(at.isEmpty() ? tr("%1 – Espalier").arg(project) : tr("%1 %2 – Espalier").arg(project, at));
}

} // namespace espalier::ui
