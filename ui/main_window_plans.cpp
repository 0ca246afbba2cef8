// The main window: the graph as it would be with a plan, in place of what is.
#include "ui/cycles/cycles_panel.h"
#include "ui/main_window.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plan_panel.h"

namespace espalier::ui {

void MainWindow::connectPlans() {
    connect(plans_, &PlanDesk::shown, this, &MainWindow::showSnapshot);
    connect(plans_, &PlanDesk::saveWanted, this, &MainWindow::planSaveRequested);
    connect(plans_, &PlanDesk::plansWanted, this, &MainWindow::plansRequested);
    connect(plans_, &PlanDesk::told, this, &MainWindow::showMessage);
    const TanglePage& page = lists_->cycles()->page();
    connect(&page, &TanglePage::cutsPlanned, plans_, &PlanDesk::addCuts);
    connect(page.tryCuts, &QAction::triggered, this, [this] { goToList(lists_->plan()->list()); });
}

void MainWindow::showPlans(const std::vector<graph::Plan>& plans, const QStringList& problems) {
    plans_->offer(plans, problems);
}

} // namespace espalier::ui
