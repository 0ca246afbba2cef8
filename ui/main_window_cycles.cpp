// The main window: the tangle that is open in the Cycles panel, on the map and in the matrix.
#include "ui/cycles/cycle_words.h"
#include "ui/cycles/cycles_panel.h"
#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/text.h"
#include "ui/window/commands.h"
#include "ui/window/views.h"

#include <QTabWidget>

#include <algorithm>

namespace espalier::ui {

void MainWindow::connectCycles() {
    CyclesPanel& panel = *lists_->cycles();
    TanglePage& page = panel.page();
    connect(map_, &MapView::linePointedAt, &page, [this, &page](int line) {
        if (map_->scene()->snapshot == snapshot_)
            page.pointAt(map_->scene()->drawing.lines[static_cast<std::size_t>(line)].edges);
    });
    connect(&panel, &CyclesPanel::marksChanged, this, &MainWindow::showMarks);
    connect(&page, &TanglePage::cycleChosen, this, &MainWindow::showCycle);
    connect(&page, &TanglePage::isolateWanted, this, &MainWindow::isolateTangle);
    connect(&panel, &CyclesPanel::left, this, &MainWindow::leaveTangle);
    connect(panel.packageLevel, &QAction::triggered, this, [this, &panel] { goToList(panel.list()); });
    connect(&panel.desk(), &CycleDesk::cutsChanged, this, &MainWindow::showCuts);
    connect(page.suggest, &QAction::triggered, this, [this, &page] { goToList(page.cuts()); });
}

void MainWindow::showMarks() {
    views_->setMarks(lists_->cycles()->marks());
    if (snapshot_ && !fresh_ && selection_->selected().empty() && !selection_->pending())
        showNothing();
}

// Where nothing is selected one looks at a cycle, if one is open.
void MainWindow::showNothing() {
    const CyclesPanel& panel = *lists_->cycles();
    const std::vector<graph::EdgeId> cycle = panel.page().cycle();
    if (cycle.empty() || panel.desk().findings()->snapshot != snapshot_)
        return evidence_->showNothing();
    evidence_->showEdges(snapshot_,
                         tr("Cycle of %1 modules", nullptr, plural(cycle.size())).arg(number(cycle.size())),
                         cycle, {chainWords(*snapshot_, cycle)});
}

// All of its modules are to be seen: else the tangle is shown alone.
void MainWindow::showCycle() {
    TanglePage& page = lists_->cycles()->page();
    const auto drawn = [this](graph::EdgeId edge) {
        return map_->draws((*snapshot_)[(*snapshot_)[edge].from].name);
    };
    const std::vector<graph::EdgeId> cycle = page.cycle();
    if (!std::ranges::all_of(cycle, drawn)) {
        showTangle(page.tangle());
        wantDrawn(page.marks().cycle);
    }
    selection_->setSelected({});
    showNothing();
}

// Where there is no room for all modules, these at least.
void MainWindow::wantDrawn(const std::vector<NamedEdge>& edges) {
    ViewState state = selection_->state();
    state.view.wanted.clear();
    for (const auto& [from, to] : edges)
        state.view.wanted.insert({from, to});
    selection_->set(std::move(state));
}

void MainWindow::showCuts() {
    const TanglePage& page = lists_->cycles()->page();
    CycleMarks marks = page.marks();
    if (page.tangle() < 0 || marks.cuts.empty() ||
        !showsAlone(lists_->cycles()->desk().findings()->tangles[static_cast<std::size_t>(page.tangle())]))
        return;
    marks.cuts.insert(marks.cuts.end(), marks.cycle.begin(), marks.cycle.end());
    wantDrawn(marks.cuts);
}

bool MainWindow::showsAlone(const graph::Tangle& tangle) const {
    const std::set<std::string>& only = selection_->view().only;
    return only.size() == tangle.modules.size() &&
           std::ranges::all_of(tangle.modules,
                               [&](graph::ModuleId m) { return only.contains((*snapshot_)[m].name); });
}

// Its shortest cycle is the evidence to look at first.
void MainWindow::showTangle(int index) {
    if (!findings_ || index < 0 || index >= static_cast<int>(findings_->tangles.size()))
        return;
    const graph::Tangle& tangle = findings_->tangles[static_cast<std::size_t>(index)];
    ViewState state = selection_->state();
    if (!showsAlone(tangle))
        state.beside = false;
    state.view.only.clear();
    for (graph::ModuleId m : tangle.modules)
        state.view.only.insert((*snapshot_)[m].name);
    const std::size_t size = tangle.modules.size();
    state.onlyTitle = toUtf8(tr("tangle of %1 modules", nullptr, plural(size)).arg(number(size)));
    state.selected = {};
    selection_->set(std::move(state));
    tabs_->setCurrentWidget(views_->tab(ViewKind::Map));
    map_->fit();
    lists_->cycles()->open(index);
    std::vector<NamedEdge> first;
    for (const graph::EdgeId edge : tangle.shortestCycle)
        first.emplace_back((*snapshot_)[(*snapshot_)[edge].from].name,
                           (*snapshot_)[(*snapshot_)[edge].to].name);
    wantDrawn(first);
}

void MainWindow::isolateTangle(int tangle) {
    showTangle(tangle);
    ViewState state = selection_->state();
    state.beside = true;
    selection_->set(std::move(state));
}

// Back to all tangles: what was shown alone because of it is so no more.
void MainWindow::leaveTangle() {
    if (selection_->view().only.empty())
        return;
    const FindingsPtr& f = lists_->cycles()->desk().findings();
    if (f && f->snapshot == snapshot_ &&
        std::ranges::any_of(f->tangles, [this](const graph::Tangle& tangle) { return showsAlone(tangle); }))
        commands_->everything->trigger();
}

} // namespace espalier::ui
