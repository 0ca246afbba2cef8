// The main window: what is kept of a project from one session to the next, and views from elsewhere.
#include "ui/history/history_desk.h"
#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/window/bookmarks.h"
#include "ui/window/saved_views.h"

namespace espalier::ui {

void MainWindow::connectMemory() {
    memoryTimer_.setSingleShot(true);
    memoryTimer_.setInterval(kMemoryPauseMs);
    const auto later = [this] {
        if (snapshot_ && !fresh_)
            memoryTimer_.start();
    };
    connect(&memoryTimer_, &QTimer::timeout, this, &MainWindow::flushMemory);
    connect(selection_, &Selection::changed, this, later);
    connect(map_, &MapView::moved, this, later);
    connect(bookmarks_, &Bookmarks::changed, this, later);
    connect(savedViews_, &SavedViews::changed, this, later);
    connect(history_, &HistoryDesk::followsChanged, this, later);

    connect(bookmarks_, &Bookmarks::chosen, this, &MainWindow::goTo);
    connect(savedViews_, &SavedViews::fileWanted, this, &MainWindow::viewRequested);
    connect(savedViews_, &SavedViews::linkWanted, this, &MainWindow::viewRequested);
    connect(savedViews_, &SavedViews::fileMade, this, [this](const QString& file, const QByteArray& content) {
        emit exportRequested(file, QLatin1String(kViewSuffix), [content] { return content; });
    });
    connect(savedViews_, &SavedViews::told, this, &MainWindow::showMessage);
    connect(savedViews_, &SavedViews::failed, this, &MainWindow::showError);
}

void MainWindow::setMemory(ProjectMemory memory) {
    bookmarks_->set(std::move(memory.bookmarks));
    savedViews_->set(std::move(memory.views));
    lastView_ = std::move(memory.last);
    history_->setFollows(memory.followsPast);
}

ProjectMemory MainWindow::memory() const {
    return {bookmarks_->modules(), savedViews_->views(), savedViews_->current({}), history_->follows()};
}

void MainWindow::flushMemory() {
    memoryTimer_.stop();
    if (snapshot_ && !fresh_)
        emit memoryChanged(memory());
}

void MainWindow::openView(const SavedView& view) {
    if (snapshot_ && !fresh_)
        savedViews_->show(view);
    else
        waitingView_ = view;
}

// As it was left, or else as the landing view says; what a link asks for comes above that.
void MainWindow::showFirstView(graph::ViewSpec landing) {
    const std::optional<SavedView> last = std::exchange(lastView_, std::nullopt);
    selection_->reset(last ? last->state : ViewState{std::move(landing), {}, {}});
    map_->lookAt(last ? last->place : MapPlace());
    if (const std::optional<SavedView> view = std::exchange(waitingView_, std::nullopt)) {
        savedViews_->setSnapshot(snapshot_); // it says so where a view comes from another project
        savedViews_->show(*view);
    }
}

} // namespace espalier::ui
