#include "ui/main_window.h"

#include "ui/campaigns/campaign_board.h"
#include "ui/campaigns/trend_view.h"
#include "ui/history/baseline_desk.h"
#include "ui/history/history_panel.h"
#include "ui/history/past_graph_desk.h"
#include "ui/history/past_player.h"
#include "ui/icon.h"
#include "ui/map/map_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/plans/plan_panel.h"
#include "ui/queries.h"
#include "ui/settings.h"
#include "ui/source/source_panel.h"
#include "ui/symbols/patch_maker.h"
#include "ui/symbols/symbol_desk.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/text.h"
#include "ui/window/banner.h"
#include "ui/window/bookmarks.h"
#include "ui/window/breadcrumb.h"
#include "ui/window/commands.h"
#include "ui/window/edit_actions.h"
#include "ui/window/filter_actions.h"
#include "ui/window/filter_chips.h"
#include "ui/window/filter_panel.h"
#include "ui/window/find_bar.h"
#include "ui/window/landing_page.h"
#include "ui/window/progress_strip.h"
#include "ui/window/saved_views.h"
#include "ui/window/search_box.h"
#include "ui/window/views.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

// In a static library nothing else pulls the resources in; the macro wants the global namespace.
static void initResources() {
    Q_INIT_RESOURCE(espalier);
}

namespace espalier::ui {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kState = QStringLiteral("window/state");
const QString kLeftSplitter = QStringLiteral("window/left-splitter");

enum Page { LandingShown, WaitingShown, WorkShown };

// The folder among dropped things, or nothing.
QString droppedFolder(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (QFileInfo(url.toLocalFile()).isDir())
            return url.toLocalFile();
    return {};
}

// A view's file or link.
QString droppedView(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (QFileInfo(url.toLocalFile()).suffix() == QLatin1String(kViewSuffix))
            return url.toLocalFile();
    return isViewLink(data->text()) ? data->text().trimmed() : QString();
}

QString droppedTracker(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (const QString suffix = QFileInfo(url.toLocalFile()).suffix().toLower();
            suffix == u"md" || suffix == u"markdown")
            return url.toLocalFile();
    return {};
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , selection_((initResources(), new Selection(this)))
    , texts_(new SourceTexts(this))
    , filters_(new FilterActions(selection_, this))
    , edit_(new EditActions(selection_, this))
    , commands_(new Commands(this))
    , search_(new SearchBox)
    , desk_(new SymbolDesk(this))
    , queries_(new Queries(this))
    , patches_(new PatchMaker(this))
    , plans_(new PlanDesk(selection_, this))
    , history_(new HistoryDesk(queries_, this))
    , pastGraph_(new PastGraphDesk(history_, this))
    , player_(new PastPlayer(history_, pastGraph_, this))
    , campaigns_(new CampaignDesk(history_, this))
    , baseline_(new BaselineDesk(history_, this))
    , difference_(new DifferenceDesk(this))
    , finding_(this)
    , landingView_(this)
    , occurrences_(this)
    , lineGraph_(this) {
    applyTheme(settings::theme());
    setWindowTitle(tr("Espalier"));
    setWindowIcon(icon(QStringLiteral("espalier")));
    setAcceptDrops(true);
    buildCentre();
    buildDocks();
    buildHistory();
    buildStatus();
    commands_->buildMenus({*filters_, *edit_, *find_, *bookmarks_, *savedViews_, *views_, *symbols_,
                           *evidence_, *patches_, *lists_->cycles(), *plans_, *history_, *player_,
                           *difference_, *lists_->campaigns(), *lists_->tracker()});
    commands_->addViewKeys(*views_, *edit_, lists_->cycles()->page());
    commands_->buildToolBar(search_, *filters_, baseline_->compare);
    connectCommands();
    connectViews();
    connectSelection();
    connectMemory();
    connectMenus();
    connectSymbols();
    connectQuestions();
    connectPatches();
    connectCycles();
    connectPlans();
    connectTrackers();
    connectCampaigns();
    connectHistory();
    connectPlayer();
    connectDifference();
    connectBaseline();
    commands_->setProjectOpen(false);
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre() {
    landing_ = new LandingPage;
    waiting_ = new QLabel;
    waiting_->setAlignment(Qt::AlignCenter);
    waiting_->setWordWrap(true);
    map_ = new MapView(selection_);
    map_->setAnimated(settings::animate());
    source_ = new SourcePanel(texts_);
    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    views_ = new Views(selection_, map_, tabs_);
    addActions(views_->shows());
    addActions(views_->forSelected());
    trend_ = new TrendView(campaigns_, pastGraph_);
    tabs_->addTab(trend_, tr("Trend"));
    tabs_->addTab(source_, tr("Source"));
    breadcrumb_ = new Breadcrumb;
    chips_ = new FilterChips(selection_);
    find_ = new FindBar(selection_, map_);
    bookmarks_ = new Bookmarks(selection_, this);
    savedViews_ = new SavedViews(selection_, map_, this);
    filterPanel_ = new FilterPanel(selection_, *filters_, this);
    auto* work = new QWidget;
    auto* workLayout = new QVBoxLayout(work);
    workLayout->setContentsMargins(0, 2, 0, 0);
    workLayout->setSpacing(2);
    workLayout->addWidget(new CommitBanner(history_, difference_));
    workLayout->addWidget(new PlanStrip(plans_));
    workLayout->addWidget(breadcrumb_);
    workLayout->addWidget(chips_);
    workLayout->addWidget(tabs_, 1);
    workLayout->addWidget(find_);
    pages_ = new QStackedWidget;
    pages_->addWidget(landing_);
    pages_->addWidget(waiting_);
    pages_->addWidget(work);
    banner_ = new Banner;
    auto* centre = new QWidget;
    auto* centreLayout = new QVBoxLayout(centre);
    centreLayout->setContentsMargins(0, 0, 0, 0);
    centreLayout->setSpacing(0);
    centreLayout->addWidget(banner_);
    centreLayout->addWidget(pages_, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks() {
    const auto dock = [this](const QString& title, const char* name, QWidget* content,
                             Qt::DockWidgetArea area) {
        auto* out = new QDockWidget(title, this);
        out->setObjectName(QLatin1String(name));
        out->setWidget(content);
        addDockWidget(area, out);
        return out;
    };
    lists_ = new ListsPanel(queries_, new PlanPanel(plans_, selection_), new CampaignBoard(campaigns_));
    evidence_ = new EvidencePanel(texts_);
    QDockWidget* left = dock(tr("Project"), "project", lists_, Qt::LeftDockWidgetArea);
    symbols_ = new SymbolPanel;
    evidences_ = new QStackedWidget;
    evidences_->addWidget(evidence_);
    evidences_->addWidget(symbols_);
    QDockWidget* right = dock(tr("Evidence"), "evidence", evidences_, Qt::RightDockWidgetArea);
    left->hide(); // until there is a project
    right->hide();
}

// Where they were at the end of the last session.
void MainWindow::showDocks() {
    if (restoreState(settings::bytes(kState)))
        return;
    auto docks = findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly);
    const int wide = std::min(fontMetrics().averageCharWidth() * 60, width() * 3 / 10);
    for (QDockWidget* dock : docks)
        dock->show();
    docks.removeIf([this](QDockWidget* dock) { return dockWidgetArea(dock) == Qt::BottomDockWidgetArea; });
    // Only docks that have been laid out can be resized.
    QTimer::singleShot(0, this,
                       [=, this] { resizeDocks(docks, QList<int>(docks.size(), wide), Qt::Horizontal); });
}

void MainWindow::buildStatus() {
    counts_ = new QLabel;
    progress_ = new ProgressStrip;
    pastProgress_ = new ProgressStrip;
    graphProgress_ = new ProgressStrip;
    statusBar()->addWidget(counts_, 1);
    statusBar()->addPermanentWidget(graphProgress_);
    statusBar()->addPermanentWidget(pastProgress_);
    statusBar()->addPermanentWidget(progress_);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::restoreLayout() {
    const QSize screenSize = screen()->availableSize();
    resize(std::min(1440, screenSize.width() * 9 / 10), std::min(900, screenSize.height() * 9 / 10));
    restoreGeometry(settings::bytes(kGeometry));
    restoreState(settings::bytes(kState));
    lists_->restoreState(settings::bytes(kLeftSplitter));
    for (auto* dock : findChildren<QDockWidget*>())
        dock->hide();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    flushMemory();
    settings::setBytes(kGeometry, saveGeometry());
    if (snapshot_) { // without a project the docks are hidden, which is not to be kept
        settings::setBytes(kState, saveState());
        settings::setBytes(kLeftSplitter, lists_->saveState());
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const bool tracker = snapshot_ && !droppedTracker(event->mimeData()).isEmpty();
    if (tracker || !droppedFolder(event->mimeData()).isEmpty() || !droppedView(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    if (const QString folder = droppedFolder(event->mimeData()); !folder.isEmpty())
        emit openFolderRequested(folder);
    else if (const QString view = droppedView(event->mimeData()); !view.isEmpty())
        emit viewRequested(view);
    else if (const QString tracker = droppedTracker(event->mimeData()); !tracker.isEmpty())
        openTracker(tracker);
}

void MainWindow::openingFolder(const QString& folder) {
    folder_ = folder;
    fresh_ = true;
    plans_->setPresent(nullptr);
    history_->clear();
    pastGraph_->clear();
    played_ = nullptr;
    campaigns_->clear();
    baseline_->clear();
    lists_->tracker()->setSnapshot(nullptr);
    snapshot_.reset();
    findings_.reset();
    finding_.cancel();
    landingView_.cancel();
    goingTo_.clear();
    desk_->setSnapshot(nullptr);
    lists_->setSpreads(nullptr);
    symbols_->clear();
    patches_->setPaths({});
    texts_->clear();
    source_->clear();
    tabs_->setTabText(tabs_->indexOf(source_), tr("Source"));
    memoryTimer_.stop();
    edit_->setSnapshot(nullptr);
    bookmarks_->setSnapshot(nullptr);
    savedViews_->setSnapshot(nullptr);
    setMemory({});
    commands_->setProjectOpen(false);
    banner_->hide();
    waiting_->setText(tr("Reading %1 …\n\nThe map appears as soon as the imports are known.").arg(folder));
    pages_->setCurrentIndex(WaitingShown);
    for (auto* dock : findChildren<QDockWidget*>())
        dock->hide();
    updateTitle();
}

void MainWindow::setSnapshot(graph::SnapshotPtr snapshot) {
    if (!snapshot)
        return;
    fresh_ = fresh_ || !snapshot_ || snapshot_->project.root != snapshot->project.root;
    if (fresh_) // whatever was planned before
        plans_->setPresent(nullptr);
    plans_->setPresent(std::move(snapshot));
}

void MainWindow::showSnapshot(const graph::SnapshotPtr& snapshot) {
    snapshot_ = snapshot;
    findings_.reset();
    if (fresh_)
        startLandingView();
    else
        swapSnapshot();
}

// What to show first takes some thought in a large project.
void MainWindow::startLandingView() {
    landingView_.start([snapshot = snapshot_] { return graph::landingView(*snapshot); },
                       [this](graph::ViewSpec view) {
                           fresh_ = false;
                           showFirstView(std::move(view));
                           const bool first = pages_->currentIndex() != WorkShown;
                           pages_->setCurrentIndex(WorkShown);
                           if (first)
                               showDocks();
                           commands_->setProjectOpen(true);
                           swapSnapshot();
                       });
}

void MainWindow::swapSnapshot() {
    texts_->clear();
    history_->setShown(*snapshot_);
    pastGraph_->setSnapshot(*snapshot_);
    campaigns_->setSnapshot(*snapshot_);
    lists_->cycles()->desk().setPlanned(plans_->trying());
    evidence_->setNotice(plans_->trying()
                             ? tr("As it would be with the plan; statements and sources are those of today.")
                             : QString());
    map_->setSnapshot(snapshot_); // first: its scene is made in the background while the lists change
    views_->setSnapshot(snapshot_);
    lists_->setSnapshot(snapshot_);
    edit_->setSnapshot(snapshot_);
    bookmarks_->setSnapshot(snapshot_);
    savedViews_->setSnapshot(snapshot_);
    search_->setSnapshot(snapshot_);
    desk_->setSnapshot(snapshot_);
    askedSymbol_ = {};
    filterPanel_->setSnapshot(snapshot_);
    source_->setSnapshot(snapshot_);
    recomputeFindings();
    showSelection();
    updateCounts();
}

void MainWindow::showIndexProgress(const QString& phase, qint64 done, qint64 total) {
    progress_->show(phase, done, total);
}

void MainWindow::indexFinished() {
    progress_->finish();
}
void MainWindow::showMessage(const QString& text) {
    banner_->showMessage(text);
}

void MainWindow::showError(const facts::Error& error) {
    banner_->showError(error);
    if (!snapshot_ && !landingView_.running() && pages_->currentIndex() == WaitingShown)
        pages_->setCurrentIndex(LandingShown); // nothing will come
}

void MainWindow::applyLayout(quint64 job, const graph::LayoutResult& layout) {
    map_->applyLayout(job, layout);
}

void MainWindow::showSource(const QString& path, const QString& text, const QString& note) {
    texts_->arrived(path, text, note);
}

void MainWindow::setRecentFolders(const QStringList& folders) {
    landing_->setRecentFolders(folders);
    commands_->setRecentFolders(folders);
}

void MainWindow::updateCounts() {
    std::size_t modules = 0, outside = 0, imports = 0;
    for (const facts::SourceFile& file : snapshot_->project.files)
        imports += file.facts ? file.facts->imports.size() : 0;
    for (const graph::Module& m : snapshot_->modules) {
        modules += m.kind == graph::ModuleKind::Module || m.kind == graph::ModuleKind::Package;
        outside += m.kind == graph::ModuleKind::External;
    }
    QStringList parts{
        counted(modules, tr("1 module"), tr("%1 modules", nullptr, plural(modules))),
        counted(imports, tr("1 import statement"), tr("%1 import statements", nullptr, plural(imports))),
        counted(outside, tr("1 outside package"), tr("%1 outside packages", nullptr, plural(outside)))};
    if (findings_) {
        parts << counted(findings_->tangles.size(), tr("1 tangle"),
                         tr("%1 tangles", nullptr, plural(findings_->tangles.size())));
        parts << counted(findings_->ghosts, tr("1 ghost"),
                         tr("%1 ghosts", nullptr, plural(findings_->ghosts)));
    }
    if (const std::string& revision = snapshot_->project.revision; !revision.empty())
        parts << (snapshot_->project.workingTree ? tr("working tree at %1") : tr("commit %1"))
                     .arg(toQt(revision).left(10));
    counts_->setText(parts.join(QStringLiteral("  ·  ")));
}

} // namespace espalier::ui
