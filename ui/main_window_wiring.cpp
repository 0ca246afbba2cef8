// The main window: which signal leads where.
#include "graph/export/picture.h"
#include "ui/history/baseline_desk.h"
#include "ui/history/difference_desk.h"
#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/panels/common_imports.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/settings.h"
#include "ui/source/source_panel.h"
#include "ui/symbols/patch_maker.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/text.h"
#include "ui/window/banner.h"
#include "ui/window/bookmarks.h"
#include "ui/window/breadcrumb.h"
#include "ui/window/commands.h"
#include "ui/window/context_menu.h"
#include "ui/window/dialogs.h"
#include "ui/window/edit_actions.h"
#include "ui/window/filter_actions.h"
#include "ui/window/filter_chips.h"
#include "ui/window/filter_panel.h"
#include "ui/window/find_bar.h"
#include "ui/window/help.h"
#include "ui/window/landing_page.h"
#include "ui/window/progress_strip.h"
#include "ui/window/saved_views.h"
#include "ui/window/search_box.h"
#include "ui/window/views.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>

namespace espalier::ui {

namespace {

// For a line that is not drawn now: everything that leads from within one module to within the other.
std::vector<graph::EdgeId> edgesBelow(const graph::Snapshot& s, graph::ModuleId from, graph::ModuleId to,
                                      const graph::EdgeFilter& filter) {
    std::vector<graph::EdgeId> out;
    for (std::size_t i = 0; i < s.edges.size(); ++i)
        if (filter.admits(s.edges[i]) && s.within(s.edges[i].from, from) && s.within(s.edges[i].to, to))
            out.emplace_back(i);
    return out;
}

} // namespace

void MainWindow::connectViews() {
    connect(landing_, &LandingPage::chooseRequested, this, &MainWindow::chooseFolder);
    connect(landing_, &LandingPage::folderRequested, this, &MainWindow::openFolderRequested);
    connect(progress_, &ProgressStrip::cancelRequested, this, &MainWindow::cancelRequested);
    connect(texts_, &SourceTexts::requested, this, &MainWindow::sourceRequested);
    connect(search_, &SearchBox::chosen, this, [this](graph::ModuleId module) {
        goTo(module);
        views_->bringBack();
        tabs_->currentWidget()->setFocus();
    });

    connect(map_, &MapView::layoutRequested, this, &MainWindow::layoutRequested);
    connect(map_, &MapView::sceneShown, this, &MainWindow::ensureDrawn);
    connect(views_, &Views::shown, this, &MainWindow::showSelection);
    connect(views_, &Views::placeActivated, this, &MainWindow::openSource);
    const auto showEvidence = [this] { goToList(evidenceList()); };
    connect(map_, &MapView::evidenceWanted, this, showEvidence);
    connect(views_, &Views::evidenceWanted, this, showEvidence);
    connect(views_, &Views::everythingWanted, commands_->everything, &QAction::trigger);
    connect(map_, &MapView::everythingWanted, commands_->everything, &QAction::trigger);
    const auto showSourceOf = [this](const std::string& name) {
        if (const auto module = snapshot_ ? snapshot_->find(name) : std::nullopt)
            openSource(toQt(snapshot_->pathOf(*module)), 0);
    };
    connect(map_, &MapView::sourceWanted, this, showSourceOf);
    connect(views_, &Views::sourceWanted, this, showSourceOf);

    connect(lists_, &ListsPanel::moduleChosen, this, [this](graph::ModuleId module) {
        selection_->setSelected({(*snapshot_)[module].name, {}, false});
    });
    connect(lists_, &ListsPanel::moduleActivated, this, &MainWindow::goTo);
    connect(lists_, &ListsPanel::edgeChosen, this, [this](graph::ModuleId from, graph::ModuleId to) {
        selection_->setSelected({(*snapshot_)[from].name, (*snapshot_)[to].name, true});
    });
    connect(lists_, &ListsPanel::tangleActivated, this, &MainWindow::showTangle);
    connect(lists_, &ListsPanel::placeActivated, this, &MainWindow::openSource);

    connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::showSelectedSource);
    connect(evidence_, &EvidencePanel::placeActivated, this, &MainWindow::openSource);
    connect(evidence_, &EvidencePanel::moduleActivated, this, &MainWindow::goTo);
    connect(evidence_, &EvidencePanel::openInEditorRequested, this, &MainWindow::openInEditorRequested);
    connect(source_, &SourcePanel::importClicked, this, &MainWindow::goTo);
    connect(source_, &SourcePanel::openInEditorRequested, this, &MainWindow::openInEditorRequested);

    connect(breadcrumb_, &Breadcrumb::projectClicked, this, [this] { selection_->setSelected({}); });
    connect(breadcrumb_, &Breadcrumb::moduleClicked, this, &MainWindow::goTo);
    connect(breadcrumb_, &Breadcrumb::everythingClicked, commands_->everything, &QAction::trigger);
}

void MainWindow::connectCommands() {
    const Commands& c = *commands_;
    connect(c.open, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(&c, &Commands::folderChosen, this, &MainWindow::openFolderRequested);
    connect(c.reindex, &QAction::triggered, this, &MainWindow::reindexRequested);
    connect(c.exportPicture, &QAction::triggered, this, &MainWindow::chooseExport);
    connect(c.settings, &QAction::triggered, this, [this] {
        if (editSettings(this))
            map_->setAnimated(settings::animate());
    });
    connect(c.quit, &QAction::triggered, this, &QWidget::close);
    const std::pair<QAction*, ListPanel*> lists[] = {{c.toPackages, lists_->packages()},
                                                     {c.toAttention, lists_->concerns()},
                                                     {c.toMigration, lists_->migration()},
                                                     {c.toProblems, lists_->problems()},
                                                     {c.toFragmentation, lists_->fragmentation()->paths()},
                                                     {c.toPlan, lists_->plan()->list()},
                                                     {c.toTracker, lists_->tracker()->list()},
                                                     {c.toSameNames, lists_->fragmentation()->sameNames()}};
    for (const auto& [action, list] : lists)
        connect(action, &QAction::triggered, this, [this, list = list] { goToList(list); });
    connect(c.toCycles, &QAction::triggered, this, [this] { goToList(lists_->cycles()->list()); });
    connect(c.toEvidence, &QAction::triggered, this, [this] { goToList(evidenceList()); });
    search_->setCommands([this] { return commandsOf(menuBar()->actions()); });
    connect(c.palette, &QAction::triggered, this, [this] { search_->open(); });
    connect(find_->find, &QAction::triggered, this,
            [this] { tabs_->setCurrentWidget(views_->tab(ViewKind::Map)); });
    connect(c.filter, &QAction::triggered, this, [this] {
        filterPanel_->show();
        filterPanel_->activateWindow();
        filterPanel_->pattern()->setFocus();
    });
    connect(c.clearFilters, &QAction::triggered, chips_, &FilterChips::clearAll);
    connect(filterPanel_, &FilterPanel::clearRequested, chips_, &FilterChips::clearAll);
    connect(c.back, &QAction::triggered, selection_, &Selection::back);
    connect(c.forward, &QAction::triggered, selection_, &Selection::forward);
    connect(c.clear, &QAction::triggered, this, [this] { selection_->setSelected({}); });
    connect(c.fit, &QAction::triggered, this, [this] { views_->picture().fit(); });
    connect(c.actualSize, &QAction::triggered, this, [this] { views_->picture().actualSize(); });
    connect(c.zoomIn, &QAction::triggered, this, [this] { views_->zoomBy(1.25); });
    connect(c.zoomOut, &QAction::triggered, this, [this] { views_->zoomBy(1 / 1.25); });
    connect(c.expand, &QAction::triggered, map_, &MapView::expandSelected);
    connect(c.collapse, &QAction::triggered, map_, &MapView::collapseSelected);
    connect(c.frame, &QAction::triggered, this, [this] { views_->picture().frameSelected(); });
    connect(c.everything, &QAction::triggered, this, [this] {
        ViewState state = selection_->state();
        state.view.only.clear();
        state.onlyTitle.clear();
        state.beside = false;
        selection_->set(std::move(state));
        map_->fit();
    });
    connect(c.overview, &QAction::triggered, map_, &MapView::setOverview);
    connect(c.legend, &QAction::toggled, map_, &MapView::setLegendShown);
    connect(c.minimap, &QAction::toggled, map_, &MapView::setMinimapShown);
    connect(c.showSource, &QAction::triggered, this, [this] { tabs_->setCurrentWidget(source_); });
    connect(c.help, &QAction::triggered, this, [this] { showHelp(this, *menuBar()); });
    connect(c.about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(&c, &Commands::themeChosen, this, [](ThemeChoice choice) {
        settings::setTheme(choice);
        applyTheme(choice);
    });
    auto* view = menuBar()->findChild<QMenu*>(QStringLiteral("viewMenu"));
    for (auto* dock : findChildren<QDockWidget*>())
        view->addAction(dock->toggleViewAction());
}

void MainWindow::connectMenus() {
    menu_ = new ContextMenu({*selection_, *commands_, *edit_, *bookmarks_, *savedViews_, *views_, *symbols_,
                             *evidence_, *patches_, *lists_->cycles(), *plans_},
                            this);
    connect(views_, &Views::menuWanted, menu_, &ContextMenu::showAt);
    connect(lists_, &ListsPanel::menuWanted, menu_, &ContextMenu::showAt);
    connect(commands_->menu, &QAction::triggered, this, &MainWindow::openMenu);
}

// Of the list that has the focus, or else of the view in front: as the Menu key does it.
void MainWindow::openMenu() {
    QWidget* focused = QApplication::focusWidget();
    QWidget* of = focused && (lists_->isAncestorOf(focused) || tabs_->isAncestorOf(focused))
                      ? focused
                      : tabs_->currentWidget();
    if (of == views_->tab(ViewKind::Map))
        of = map_;
    const QPoint place = of->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, of->mapToGlobal(place));
    QApplication::sendEvent(of, &event);
}

void MainWindow::connectSelection() {
    connect(selection_, &Selection::changed, this, [this](Changes what) {
        commands_->back->setEnabled(selection_->canGoBack());
        commands_->forward->setEnabled(selection_->canGoForward());
        commands_->overview->setChecked(selection_->view().arrangement == graph::Arrangement::Overview);
        commands_->everything->setEnabled(!selection_->view().only.empty() || selection_->state().beside);
        if (what.testFlag(Change::Filter) && snapshot_ && !fresh_)
            recomputeFindings();
        if (what.testFlag(Change::Filter))
            difference_->setFilter(selection_->view().filter);
        showSelection();
    });
    commands_->back->setEnabled(false);
    commands_->forward->setEnabled(false);
    commands_->everything->setEnabled(false);
}

void MainWindow::recomputeFindings() {
    finding_.start([snapshot = snapshot_, filter = selection_->view().filter,
                    previous = findings_] { return findFindings(snapshot, filter, previous); },
                   [this](FindingsPtr findings) {
                       findings_ = std::move(findings);
                       lists_->setFindings(findings_);
                       evidence_->setFindings(findings_);
                       source_->setFindings(findings_);
                       baseline_->setFindings(findings_);
                       updateCounts();
                       offerPatch();
                   });
}

// Everything beside the map that follows the selection.
void MainWindow::showSelection() {
    if (!snapshot_ || fresh_)
        return;
    breadcrumb_->show(*snapshot_, selection_->state());
    const Selected& selected = selection_->selected();
    const auto module = selected.empty() ? std::nullopt : snapshot_->find(selected.module);
    if (module && !selected.symbol.empty()) {
        showSelectedSymbol(*module);
        lists_->showModule(*module);
        return;
    }
    lists_->cycles()->page().setSelectedEdge({selected.module, selected.target});
    evidences_->setCurrentWidget(evidence_);
    symbols_->clear();
    askedSymbol_ = {};
    if (showOtherSide(selected)) {
        return;
    } else if (!module) {
        showNothing();
    } else if (selected.isLine()) {
        showSelectedLine(selected);
    } else if (!selected.others.empty()) {
        showSeveral(selected);
    } else {
        evidence_->showModule(snapshot_, *module);
        lists_->showModule(*module);
    }
}

void MainWindow::showSelectedLine(const Selected& selected) {
    const auto from = snapshot_->find(selected.module), to = snapshot_->find(selected.target);
    std::vector<graph::EdgeId> edges;
    if (from && to && selected.exact) {
        if (const auto edge = snapshot_->edge(*from, *to))
            edges.push_back(*edge);
    } else if (from && to) {
        edges = views_->edgesBetween(*from, *to);
        if (edges.empty())
            edges = edgesBelow(*snapshot_, *from, *to, selection_->view().filter);
    }
    evidence_->showEdges(snapshot_, tr("%1 imports %2").arg(toQt(selected.module), toQt(selected.target)),
                         edges);
}

void MainWindow::showSeveral(const Selected& selected) {
    std::vector<graph::ModuleId> modules;
    for (const std::string& name : selected.modules())
        if (const auto module = snapshot_->find(name))
            modules.push_back(*module);
    evidence_->showEdges(snapshot_,
                         counted(modules.size(), tr("1 thing selected"),
                                 tr("%1 things selected", nullptr, plural(modules.size()))),
                         edgesAmong(*snapshot_, modules, selection_->view().filter),
                         commonFacts(*snapshot_, modules));
}

void MainWindow::goTo(graph::ModuleId module) {
    reveal(module, {});
}

void MainWindow::uncover(ViewState& state, graph::ModuleId module) const {
    const graph::Module& m = (*snapshot_)[module];
    for (graph::ModuleId a : ancestors(*snapshot_, module)) {
        state.view.open.insert((*snapshot_)[a].name);
        state.view.hidden.erase((*snapshot_)[a].name);
    }
    state.view.hidden.erase(m.name);
    if (!map_->draws(m.name))
        state.view.wanted.insert(m.name);
    if (!state.view.only.empty() && !state.view.only.contains(m.name)) {
        state.view.only.clear();
        state.onlyTitle.clear();
    }
    state.view.externals = state.view.externals || m.kind == graph::ModuleKind::External;
    state.view.ghosts = state.view.ghosts || m.kind == graph::ModuleKind::Ghost;
    state.view.tests = state.view.tests || m.cls == graph::PathClass::Tests || m.marks.has(graph::Mark::Test);
}

void MainWindow::reveal(graph::ModuleId module, const std::string& symbol) {
    ViewState state = selection_->state();
    uncover(state, module);
    goingTo_ = (*snapshot_)[module].name;
    state.selected = {goingTo_, {}, false, {}, symbol};
    selection_->set(std::move(state));
    map_->frameSelected();
}

// A picture has room for so many boxes; where the module that one went to fell over the edge, everything else
// is closed.
void MainWindow::ensureDrawn() {
    showSelection(); // the line behind a selection may be drawn only now
    const std::string wanted = std::exchange(goingTo_, {});
    const auto module =
        wanted.empty() || wanted != selection_->selected().module ? std::nullopt : snapshot_->find(wanted);
    if (!module || map_->draws(wanted))
        return;
    graph::ViewSpec view = selection_->view();
    view.open.clear();
    for (graph::ModuleId a : ancestors(*snapshot_, *module))
        view.open.insert((*snapshot_)[a].name);
    if (view == selection_->view())
        return; // then it is drawn within the innermost package that has room
    selection_->setView(std::move(view));
    map_->frameSelected();
}

// To its first row, unless there is a current one.
void MainWindow::goToList(ListPanel* list) {
    for (QWidget* around = list; around; around = around->parentWidget())
        if (auto* dock = qobject_cast<QDockWidget*>(around))
            dock->show();
    lists_->showList(list);
    QTreeView* view = list->view();
    view->setFocus(Qt::ShortcutFocusReason);
    if (!view->currentIndex().isValid())
        view->setCurrentIndex(view->model()->index(0, 0));
}

void MainWindow::openSource(const QString& path, int line) {
    if (path.isEmpty())
        return;
    const auto [commit, file] = sourceOf(path);
    const bool shown = snapshot_ && commit == toQt(snapshot_->project.revision);
    source_->open(shown ? file : path, static_cast<std::uint32_t>(line));
    tabs_->setTabText(tabs_->indexOf(source_), tr("Source: %1").arg(asCaption(QFileInfo(path).fileName())));
    tabs_->setCurrentWidget(source_);
}

// Who turns to an empty Source tab wants to read what is selected.
void MainWindow::showSelectedSource() {
    const Selected& selected = selection_->selected();
    if (tabs_->currentWidget() != source_ || !source_->path().isEmpty() || !snapshot_ || selected.empty())
        return;
    if (const auto module = snapshot_->find(selected.module))
        openSource(toQt(snapshot_->pathOf(*module)), 0);
}

void MainWindow::chooseFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a folder with Python code"), folder_);
    if (!folder.isEmpty())
        emit openFolderRequested(folder);
}

void MainWindow::chooseExport() {
    const QString name = QFileInfo(toQt(snapshot_->project.root)).fileName();
    if (const QString file = askForPictureFile(this, name); !file.isEmpty())
        exportPicture(file);
}

void MainWindow::exportPicture(const QString& file) {
    const ScenePtr scene = views_->picture().scene();
    if (!scene)
        return;
    const QString format = QFileInfo(file).suffix().toLower();
    std::function<std::string()> write;
    if (format == u"svg" || format == u"png" || format == u"pdf")
        write = [scene] { return graph::toSvg(scene->drawing); }; // light: it goes into documents
    else if (format == u"dot")
        write = [scene] { return graph::toDot(scene->drawing); };
    else if (format == u"mmd")
        write = [scene] { return graph::toMermaid(scene->drawing); };
    else
        return showError({toUtf8(tr("There is no picture format “%1”").arg(format)), toUtf8(file),
                          toUtf8(tr("Use svg, png, pdf, dot or mmd"))});
    emit exportRequested(file, format, [write] { return QByteArray::fromStdString(write()); });
}

} // namespace espalier::ui
