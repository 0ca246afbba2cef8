// The session: commits instead of the working tree.
#include "app/gui/session.h"
#include "app/project/commit.h"
#include "app/project/past_line.h"
#include "ui/history/history_desk.h"

#include <utility>

namespace espalier::gui {

void Session::connectPast() {
    connect(&window_.history(), &ui::HistoryDesk::lineWanted, this, &Session::readPast);
    connect(&window_.history(), &ui::HistoryDesk::commitWanted, this, &Session::showCommit);
}

void Session::readPast() {
    if (!location_)
        return;
    pasts_.start(
        [location = *location_] {
            auto past = project::readPastLine(location);
            return past ? ReadPast{true, ui::makeCommitLine(std::move(past->timeline), past->tags)}
                        : ReadPast();
        },
        [this](const ReadPast& past) {
            window_.history().setRepository(past.repository, bare_);
            window_.history().setLine(past.line);
        });
}

// The working tree goes on being indexed; what changes is loaded on the way back to it.
void Session::showCommit(const QString& commit) {
    if (!location_)
        return;
    at_ = commit.toStdString();
    if (stopOpening_)
        *stopOpening_ = true;
    if (!isInPast())
        return changesWait_ ? loadChanges() : load(false);
    stopOpening_ = std::make_shared<std::atomic<bool>>(false);
    startLoading(
        [location = *location_, revision = at_.empty() ? "HEAD" : at_, stop = stopOpening_] {
            return project::openCommit(
                location, {revision, false, project::configOf(location)}, [](const pipeline::Progress&) {},
                *stop);
        },
        false);
}

} // namespace espalier::gui
