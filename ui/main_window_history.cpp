// The main window: the commits of the project's past, and which of them is shown.
#include "ui/history/history_panel.h"
#include "ui/main_window.h"
#include "ui/text.h"
#include "ui/window/commands.h"
#include "ui/window/progress_strip.h"

#include <QDockWidget>
#include <QFileInfo>

namespace espalier::ui {

// Its own first row is its title.
void MainWindow::buildHistory() {
    auto* dock = new QDockWidget(tr("History"), this);
    dock->setObjectName(QStringLiteral("history"));
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    dock->setTitleBarWidget(new QWidget(dock));
    historyPanel_ = new HistoryPanel(history_, dock->toggleViewAction());
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

// "shop at 3fcb7e3793, 2025-09-14 – Espalier"
void MainWindow::updateTitle() {
    if (folder_.isEmpty() && !snapshot_)
        return;
    const QString project = QFileInfo(snapshot_ ? toQt(snapshot_->project.root) : folder_).fileName();
    const QString at = history_->shownWords();
    setWindowTitle(at.isEmpty() ? tr("%1 – Espalier").arg(project) : tr("%1 %2 – Espalier").arg(project, at));
}

} // namespace espalier::ui
