#include "ui/window/commands.h"

#include "ui/campaigns/campaign_board.h"
#include "ui/cycles/cycles_panel.h"
#include "ui/focus/focus_view.h"
#include "ui/history/difference_desk.h"
#include "ui/history/history_desk.h"
#include "ui/history/past_player.h"
#include "ui/icon.h"
#include "ui/map/map_view.h"
#include "ui/matrix/matrix_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/path/path_view.h"
#include "ui/plans/plan_desk.h"
#include "ui/settings.h"
#include "ui/symbols/patch_maker.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/text.h"
#include "ui/trackers/tracker_panel.h"
#include "ui/window/bookmarks.h"
#include "ui/window/edit_actions.h"
#include "ui/window/filter_actions.h"
#include "ui/window/find_bar.h"
#include "ui/window/saved_views.h"
#include "ui/window/search_box.h"
#include "ui/window/views.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

namespace espalier::ui {

Commands::Commands(QMainWindow* window)
    : QObject(window)
    , window_(window) {
    open = add(tr("&Open folder…"), {QKeySequence::Open}, QStringLiteral("open"));
    reindex = add(tr("&Index again"), {QKeySequence(Qt::Key_F5)}, QStringLiteral("refresh"));
    exportPicture =
        add(tr("&Export picture…"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, QStringLiteral("export"));
    settings = add(tr("&Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    quit = add(tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    palette =
        add(tr("Find a module or &command"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, QStringLiteral("search"));
    filter = add(tr("&Filter…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    clearFilters = add(tr("Clear &all filters"));
    back = add(tr("&Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)}, QStringLiteral("back"));
    forward = add(tr("For&ward"), {QKeySequence(Qt::ALT | Qt::Key_Right)}, QStringLiteral("forward"));
    clear = add(tr("Select &nothing"));
    menu = add(tr("Menu o&f what is selected"), {QKeySequence(Qt::SHIFT | Qt::Key_F10)});
    fit = add(tr("&Whole picture"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, QStringLiteral("fit"));
    actualSize = add(tr("F&ull size"), {QKeySequence(Qt::CTRL | Qt::Key_1)});
    zoomIn = add(tr("Zoom &in"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = add(tr("Zoom &out"), {QKeySequence::ZoomOut});
    expand = add(tr("O&pen the selected package"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    collapse = add(tr("&Close the selected package"), {QKeySequence(Qt::Key_Minus)});
    frame = add(tr("&Bring the selection into view"), {QKeySequence(Qt::Key_F)});
    everything = add(tr("Show &everything again"));
    showTrend = add(tr("Trend"), {QKeySequence(Qt::ALT | Qt::Key_6)});
    showSource = add(tr("&Source"), {QKeySequence(Qt::ALT | Qt::Key_5)});
    overview = add(tr("Whole &repository"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    overview->setCheckable(true);
    legend = add(tr("&Legend"));
    legend->setCheckable(true);
    legend->setChecked(true);
    minimap = add(tr("&Minimap"));
    minimap->setCheckable(true);
    minimap->setChecked(true);
    const auto toList = [this](const QString& text, Qt::Key key) {
        return add(text, {QKeySequence(Qt::ALT | Qt::SHIFT | key)});
    };
    toPackages = toList(tr("Pro&ject tree"), Qt::Key_1);
    toAttention = toList(tr("List of what needs attenti&on"), Qt::Key_2);
    toCycles = toList(tr("List of c&ycles"), Qt::Key_3);
    toMigration = toList(tr("List of what is &deprecated"), Qt::Key_4);
    toProblems = toList(tr("L&ist of problems"), Qt::Key_5);
    toEvidence = toList(tr("E&vidence"), Qt::Key_6);
    toFragmentation = toList(tr("List of what is fra&gmented"), Qt::Key_7);
    toSameNames = toList(tr("List of names with several definitions"), Qt::Key_8);
    toPlan = toList(tr("Changes of the pl&an"), Qt::Key_9);
    toHistory = toList(tr("&History"), Qt::Key_0);
    toTracker = toList(tr("Claims of the &tracker"), Qt::Key_T);
    help = add(tr("&Keys and signs"), {QKeySequence::HelpContents});
    about = add(tr("&About Espalier"));
}

QAction* Commands::add(const QString& text, const QList<QKeySequence>& keys, const QString& iconName) {
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    return action;
}

void Commands::addViewKeys(const Views& views, const EditActions& edit, const TanglePage& tangle) {
    for (QAction* action : {expand, collapse, frame, edit.hide, edit.note})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    views.map().addActions({expand, collapse, frame, edit.hide, edit.note});
    for (MapView* picture : {&views.focus().picture(), &views.path().picture()})
        picture->addActions({frame, edit.hide, edit.note});
    for (MatrixView* matrix : {&views.matrix(), &views.besideMap()})
        matrix->addActions({edit.hide, edit.note, tangle.next, tangle.previous});
    views.map().addActions({tangle.next, tangle.previous});
}

void Commands::buildMenus(const MenuParts& parts) {
    const auto& [filters, edit, find, bookmarks, saved, views, symbols, evidence, patches, cycles, plans,
                 past, player, difference, campaigns, tracker] = parts;
    QMenuBar* bar = window_->menuBar();
    QMenu* file = bar->addMenu(tr("&File"));
    file->addAction(open);
    recent_ = file->addMenu(tr("Open &recent"));
    file->addAction(reindex);
    file->addActions({past.read, past.stopFollowing});
    file->addAction(tracker.openFile);
    file->addSeparator();
    file->addAction(exportPicture);
    file->addSeparator();
    file->addAction(settings);
    file->addAction(quit);

    QMenu* editMenu = bar->addMenu(tr("&Edit"));
    editMenu->addActions({edit.undo, edit.redo});
    editMenu->addSeparator();
    editMenu->addActions({find.find, find.next, find.previous, find.all});
    editMenu->addSeparator();
    editMenu->addActions({edit.hide, edit.showHidden, edit.only, everything, edit.note});
    editMenu->addActions({edit.putBack, edit.putAllBack});
    editMenu->addSeparator();
    const TanglePage& tangle = cycles.page();
    editMenu->addActions({symbols.copyRequired, symbols.copyMarkdown, symbols.questions()->copy, patches.make,
                          tangle.copyMarkdown});
    editMenu->addSeparator();
    editMenu->addAction(menu);

    QMenu* go = bar->addMenu(tr("&Go"));
    go->addActions({palette, back, forward, edit.parent});
    go->addSeparator();
    go->addActions(views.shows());
    go->addActions({showTrend, showSource});
    go->addSeparator();
    go->addActions(views.forSelected());
    go->addActions({evidence.askSymbols, evidence.askTests, evidence.askDeletion});
    go->addActions({symbols.askDeletion, symbols.askEverywhere, symbols.askSame});
    go->addMenu(bookmarks.menu());
    go->addSeparator();
    QMenu* cyclesMenu = go->addMenu(tr("C&ycles"));
    cyclesMenu->addActions({toCycles, cycles.packageLevel, tangle.leave, tangle.next, tangle.previous});
    cyclesMenu->addSeparator();
    cyclesMenu->addActions({tangle.isolate, tangle.suggest, tangle.keepEdge, tangle.cutEdge, tangle.freeEdge,
                            tangle.tryCut, tangle.tryCuts});
    QMenu* plan = go->addMenu(tr("Plan"));
    plan->addActions(
        {toPlan, plans.tryPlan, plans.save, plans.openSaved, plans.copy, plans.removeChange, plans.clear});
    plan->addSeparator();
    plan->addActions(
        {plans.removeImport, plans.deferImport, plans.typeImport, plans.moveSymbol, plans.mergeModule});
    QMenu* history = go->addMenu(tr("History"));
    history->addActions({toHistory, past.older, past.newer, past.olderTag, past.newerTag, past.toPresent});
    history->addAction(player.play);
    history->addMenu(tr("Speed"))->addActions(player.speeds->actions());
    history->addSeparator();
    history->addActions({past.compare, past.endComparison, difference.copy});
    QMenu* migration = go->addMenu(tr("Campaigns"));
    migration->addActions(
        {toMigration, campaigns.create, campaigns.change, campaigns.remove, campaigns.writeTracker});
    QMenu* trackerMenu = go->addMenu(tr("Tracker"));
    trackerMenu->addActions({toTracker, tracker.again, tracker.onlyUntrue, tracker.copy, tracker.close});
    go->addSeparator();
    go->addActions({toPackages, toAttention, toFragmentation, toSameNames, toProblems, toEvidence});

    QMenu* map = bar->addMenu(tr("&Map"));
    map->addActions({overview, fit, actualSize, zoomIn, zoomOut});
    map->addSeparator();
    map->addActions({expand, collapse, frame, clear});
    map->addSeparator();
    map->addSection(tr("Imports that count"));
    map->addActions(filters.kinds());
    map->addActions(filters.rare());
    map->addSection(tr("Shown"));
    map->addActions({filter, clearFilters});
    map->addActions(filters.shown());
    map->addActions(filters.narrowing());
    map->addSection(tr("Drawn"));
    map->addActions(filters.drawn());
    map->addActions({legend, minimap});

    bar->addMenu(saved.menu());

    QMenu* view = bar->addMenu(tr("&Window"));
    view->setObjectName(QStringLiteral("viewMenu"));
    buildThemeMenu(view);

    QMenu* helpMenu = bar->addMenu(tr("&Help"));
    helpMenu->addActions({help, about});
    setRecentFolders({});
}

void Commands::buildThemeMenu(QMenu* view) {
    auto* group = new QActionGroup(this);
    const auto choice = [&](const QString& text, ThemeChoice theme) {
        QAction* action = group->addAction(text);
        action->setCheckable(true);
        action->setChecked(settings::theme() == theme);
        connect(action, &QAction::triggered, this, [this, theme] { emit themeChosen(theme); });
    };
    choice(tr("Colours of the &system"), ThemeChoice::System);
    choice(tr("&Light"), ThemeChoice::Light);
    choice(tr("&Dark"), ThemeChoice::Dark);
    view->addActions(group->actions());
    view->addSeparator();
}

void Commands::buildToolBar(SearchBox* search, const FilterActions& filters, QAction* baseline) {
    QToolBar* bar = window_->addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->toggleViewAction()->setVisible(false); // it holds the search box, the way to every command
    toolBar_ = bar;
    bar->addActions({open, back, forward});
    bar->addWidget(search);
    bar->addSeparator();
    bar->addActions(filters.kinds());
    bar->addSeparator();
    bar->addActions(filters.shown());
    bar->addSeparator();
    bar->addActions({fit, exportPicture, baseline});
    qobject_cast<QToolButton*>(bar->widgetForAction(baseline))
        ->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void Commands::setRecentFolders(const QStringList& folders) {
    recent_->clear();
    recent_->setEnabled(!folders.isEmpty());
    for (const QString& folder : folders)
        recent_->addAction(asCaption(folder), this, [this, folder] { emit folderChosen(folder); });
}

void Commands::setProjectOpen(bool isOpen) {
    for (QAction* action : {reindex,         exportPicture, palette,    clear,       menu,       filter,
                            clearFilters,    fit,           actualSize, zoomIn,      zoomOut,    expand,
                            collapse,        frame,         everything, overview,    showTrend,  showSource,
                            toPackages,      toAttention,   toCycles,   toMigration, toProblems, toEvidence,
                            toFragmentation, toSameNames,   toPlan,     toHistory,   toTracker})
        action->setEnabled(isOpen);
    toolBar_->setVisible(isOpen); // all but its first button need a project
}

} // namespace espalier::ui
