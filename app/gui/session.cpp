#include "app/gui/session.h"

#include "app/gui/editor.h"
#include "app/project/past_line.h"
#include "ui/history/history_desk.h"
#include "ui/queries.h"
#include "ui/settings.h"
#include "ui/source/source_texts.h"
#include "ui/text.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace espalier::gui {
namespace {

constexpr int kLayoutTimeoutMs = 5000; // the picture is there already; a better one may take a moment
constexpr int kRecentFolders = 8;
constexpr char kRecentKey[] = "recent-folders";

QStringList remembered(const QString& folder) {
    QSettings settings;
    QStringList folders = settings.value(kRecentKey).toStringList();
    if (!folder.isEmpty()) {
        folders.removeAll(folder);
        folders.prepend(folder);
        folders = folders.mid(0, kRecentFolders);
        settings.setValue(kRecentKey, folders);
    }
    return folders;
}

} // namespace

Session::Session(ui::MainWindow& window, const QDir& programs, QString store)
    : window_(window)
    , store_(std::move(store))
    , indexer_(programs.filePath("espalier"))
    , layout_(programs.filePath("espalier-draw"), kLayoutTimeoutMs)
    , pictures_(programs.filePath("espalier-draw"))
    , queries_(programs.filePath("espalier"))
    , loading_(this)
    , pasts_(this)
    , campaigns_(this, &slow_)
    , pastGraph_(this, &slow_)
    , sinceBaseline_(this, &slow_)
    , comparing_(this)
    , plans_(this)
    , saving_(this)
    , configuring_(this) {
    connectIndexer();
    connectWindow();
    connectQueries();
    connectPast();
    connectCampaigns();
    slow_.setMaxThreadCount(2);
    window_.setRecentFolders(remembered({}));
}

Session::~Session() {
    for (const auto& stop : {stopOpening_, stopCampaigns_, stopPastGraph_, stopBaseline_})
        if (stop)
            *stop = true;
}

void Session::connectIndexer() {
    connect(&indexer_, &IndexProcess::progress, &window_, &ui::MainWindow::showIndexProgress);
    connect(&indexer_, &IndexProcess::importsReady, this, [this] { load(true); });
    connect(&indexer_, &IndexProcess::finished, this, [this] {
        window_.indexFinished();
        indexed_ = true;
        load(false);
    });
    connect(&indexer_, &IndexProcess::changed, this, &Session::follow);
    connect(&indexer_, &IndexProcess::noticed, &window_, &ui::MainWindow::showMessage);
    connect(&indexer_, &IndexProcess::cancelled, this, [this] {
        window_.indexFinished();
        window_.showMessage(tr("Indexing was stopped; what was read is kept."));
        load(true);
    });
    connect(&indexer_, &IndexProcess::failed, this, [this](const facts::Error& error) {
        window_.indexFinished();
        window_.showError(error);
        load(true);
    });
}

void Session::connectWindow() {
    connect(&window_, &ui::MainWindow::openFolderRequested, this, &Session::open);
    connect(&window_, &ui::MainWindow::viewRequested, this, &Session::openView);
    connect(&window_, &ui::MainWindow::memoryChanged, &memory_, &MemoryWriter::write);
    connect(&memory_, &MemoryWriter::failed, &window_, &ui::MainWindow::showError);
    connect(&window_, &ui::MainWindow::reindexRequested, this, &Session::reindex);
    connect(&window_, &ui::MainWindow::cancelRequested, &indexer_, &IndexProcess::cancel);
    connect(&window_, &ui::MainWindow::layoutRequested, &layout_, &LayoutProcess::request);
    connect(&layout_, &LayoutProcess::answered, &window_, &ui::MainWindow::applyLayout);
    connect(&window_, &ui::MainWindow::sourceRequested, this, &Session::showSource);
    connect(&window_, &ui::MainWindow::plansRequested, this, &Session::readPlans);
    connect(&window_, &ui::MainWindow::planSaveRequested, this, &Session::savePlan);
    connect(&window_, &ui::MainWindow::openInEditorRequested, this, &Session::openEditor);
    connect(&window_, &ui::MainWindow::exportRequested, &pictures_, &PictureWriter::write);
    connect(&pictures_, &PictureWriter::written, &window_, [this](const QString& file) {
        window_.showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
    });
    connect(&pictures_, &PictureWriter::failed, &window_, &ui::MainWindow::showError);
}

void Session::connectQueries() {
    ui::Queries& asked = window_.queries();
    connect(&asked, &ui::Queries::requested, this, [this](quint64 job, const QStringList& arguments) {
        const bool ofCommit = snapshot_ && !snapshot_->project.workingTree &&
                              arguments.first() != u"history" && !arguments.contains(u"--at");
        if (location_)
            queries_.start(job,
                           ofCommit ? arguments + QStringList{QStringLiteral("--at"),
                                                              ui::toQt(snapshot_->project.revision)}
                                    : arguments,
                           *location_);
    });
    connect(&asked, &ui::Queries::dropped, &queries_, &QueryProcesses::drop);
    connect(&queries_, &QueryProcesses::answered, &asked, &ui::Queries::answer);
    connect(&queries_, &QueryProcesses::progressed, &asked, &ui::Queries::showProgress);
    connect(&queries_, &QueryProcesses::failed, &asked, &ui::Queries::fail);
}

void Session::open(const QString& folder) {
    const auto location = project::locate(folder.toStdString(), store_.toStdString());
    if (!location) {
        window_.showError(location.error());
        return;
    }
    window_.flushMemory(); // of the project before
    location_ = *location;
    loader_ = std::make_shared<project::Loader>(*location_);
    baseline_ = std::make_shared<project::Baseline>(*location_);
    snapshot_.reset();
    changed_.clear();
    changesWait_ = everythingChanged_ = indexed_ = false;
    bare_ = project::isBare(*location_);
    at_.clear();
    other_.reset();
    comparing_.cancel();
    sinceBaseline_.cancel();
    const QString root = QString::fromStdString(location_->root);
    window_.openingFolder(root);
    recall(root);
    window_.setRecentFolders(remembered(root));
    readPast();
    if (!bare_)
        load(true);
    reindex();
}

void Session::recall(const QString& root) {
    MemoryRead read = memory_.open(root);
    window_.setMemory(std::move(read.memory));
    if (read.problem)
        window_.showMessage(QString::fromStdString(read.problem->text()));
}

void Session::openView(const QString& fileOrLink) {
    const auto view = readView(fileOrLink);
    if (!view)
        return window_.showError(view.error());
    window_.openView(*view);
    if (location_)
        return;
    const QStringList folders = remembered({});
    const auto known = std::ranges::find_if(folders, [&](const QString& folder) {
        return QFileInfo(folder).fileName() == view->project && QFileInfo(folder).isDir();
    });
    if (known != folders.end())
        open(*known);
    else
        window_.showMessage(tr("This is a view of the project “%1”. Open its folder, and it will be shown.")
                                .arg(view->project));
}

void Session::reindex() {
    if (bare_)
        indexer_.cancel(); // of the project before
    if (bare_)
        showCommit({});
    else if (location_)
        indexer_.start(*location_);
}

void Session::load(bool mayFail) {
    if (isInPast())
        changesWait_ = everythingChanged_ = true; // for the way back
    else if (location_)
        startLoading([loader = loader_] { return loader->load(); }, mayFail);
}

void Session::follow(const std::vector<std::string>& paths, bool everything) {
    changed_.insert(paths.begin(), paths.end());
    everythingChanged_ |= everything;
    changesWait_ = true; // even without paths: the revision may be another
    if (!isInPast() && !loading_.running())
        loadChanges();
}

void Session::loadChanges() {
    changesWait_ = false;
    if (std::exchange(everythingChanged_, false)) {
        changed_.clear();
        load(false);
        return;
    }
    const std::set<std::string> changed = std::exchange(changed_, {});
    startLoading([loader = loader_,
                  paths = std::vector(changed.begin(), changed.end())] { return loader->load(paths); },
                 false);
}

void Session::startLoading(std::function<facts::Result<graph::SnapshotPtr>()> work, bool mayFail) {
    using Loaded = facts::Result<graph::SnapshotPtr>;
    const auto load = [work = std::move(work)] {
        Loaded loaded = work();
        return loaded ? Loaded(ui::freedElsewhere(*loaded)) : loaded;
    };
    loading_.start(load, [this, mayFail](const Loaded& loaded) {
        if (unread_ && *unread_) // also where only HEAD's source roots are unknown
            return readCommit();
        if (!loaded) {
            if (!mayFail)
                window_.showError(loaded.error());
            stayHere();
        } else if (*loaded != snapshot_) {
            snapshot_ = *loaded;
            window_.setSnapshot(snapshot_);
        }
        window_.history().settle();
        if (changesWait_ && !isInPast())
            loadChanges();
        if (loaded && (indexed_ || isInPast()))
            window_.baseline().setReady();
        if (loaded && at_.empty() && (indexed_ || bare_))
            window_.history().bringUpToDate(snapshot_->project.revision);
    });
}

void Session::showSource(const QString& path) {
    if (!snapshot_)
        return;
    const auto [commit, name] = ui::sourceOf(path);
    const graph::SnapshotPtr side =
        other_ && !commit.isEmpty() && commit == ui::toQt(other_->project.revision) ? other_ : snapshot_;
    const std::vector<facts::SourceFile>& files = side->project.files;
    const std::string wanted = name.toStdString();
    const auto file =
        std::lower_bound(files.begin(), files.end(), wanted,
                         [](const facts::SourceFile& f, const std::string& p) { return f.path < p; });
    const facts::SourceFile* indexed = file != files.end() && file->path == wanted ? &*file : nullptr;
    const auto show = [this, path](const facts::Result<SourceText>& source) {
        if (source)
            window_.showSource(path, source->text, source->note);
        else
            window_.showSource(path, {}, QString::fromStdString(source.error().text()));
    };
    const auto read = [snapshot = side, indexed, wanted] {
        const std::string& root = snapshot->project.root;
        if (!snapshot->project.workingTree)
            return readCommitted(snapshot->project, indexed, wanted);
        return indexed ? readSource(root, *indexed) : readText(root, wanted);
    };
    ui::startJob(this, read, show);
}

void Session::readPlans() {
    if (!location_)
        return;
    plans_.start([root = location_->root] { return project::readPlans(root); },
                 [this](const project::LoadedPlans& loaded) {
                     QStringList problems;
                     for (const facts::ProjectProblem& p : loaded.problems)
                         problems << QStringLiteral("%1: %2").arg(ui::place(p.path, p.problem.line),
                                                                  QString::fromStdString(p.problem.message));
                     window_.showPlans(loaded.plans, problems);
                 });
}

void Session::savePlan(const graph::Plan& plan) {
    if (!location_)
        return;
    saving_.start([root = location_->root, plan] { return project::savePlan(root, plan); },
                  [this](const facts::Status& saved) {
                      if (!saved)
                          return window_.showError(saved.error());
                      window_.showMessage(
                          tr("Saved %1")
                              .arg(QString::fromUtf8(project::kPlanFile.data(),
                                                     static_cast<qsizetype>(project::kPlanFile.size()))));
                  });
}

void Session::openEditor(const QString& path, int line, int column) {
    if (!location_)
        return;
    if (bare_)
        return window_.showMessage(tr("A bare repository has no files that an editor could open."));
    const QString chosen = ui::settings::editorCommand();
    const QString file = QDir(QString::fromStdString(location_->root)).filePath(ui::sourceOf(path).second);
    const auto opened = openInEditor(chosen.isEmpty() ? defaultEditorPattern() : chosen, file, line, column);
    if (!opened)
        window_.showError(opened.error());
    else if (isInPast())
        window_.showMessage(tr("%1 is opened as it is now; the window shows it as it was at %2.")
                                .arg(path, snapshot_ ? ui::shortId(snapshot_->project.revision) : QString()));
}

} // namespace espalier::gui
