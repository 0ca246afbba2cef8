// The main window: the tracker that is open, and what its claims are about.
#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/panels/lists_panel.h"
#include "ui/text.h"
#include "ui/trackers/tracker_panel.h"

#include <QFileDialog>

namespace espalier::ui {

void MainWindow::connectTrackers() {
    TrackerPanel& panel = *lists_->tracker();
    connect(panel.openFile, &QAction::triggered, this, &MainWindow::chooseTracker);
    connect(&panel, &TrackerPanel::claimChosen, this, &MainWindow::showClaim);
    connect(&panel, &TrackerPanel::placeActivated, this, &MainWindow::openSource);
    connect(&panel, &TrackerPanel::told, this, &MainWindow::showMessage);
}

void MainWindow::chooseTracker() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a tracker"), folder_,
                                                      tr("Markdown (*.md *.markdown *.txt);;All files (*)"));
    if (!file.isEmpty())
        openTracker(file);
}

void MainWindow::openTracker(const QString& file) {
    if (!snapshot_)
        return;
    lists_->tracker()->desk().open(file);
    goToList(lists_->tracker()->list());
}

void MainWindow::showClaim(const ClaimPlace& place) {
    if (!place.to.valid() || place.to == place.from)
        return goTo(place.from);
    ViewState state = selection_->state();
    for (const graph::ModuleId module : {place.from, place.to})
        uncover(state, module);
    const std::string& from = (*snapshot_)[place.from].name;
    state.selected = {from, (*snapshot_)[place.to].name, true, {}, {}};
    selection_->set(std::move(state));
    map_->frameSelected();
}

} // namespace espalier::ui
