// The session: commits instead of the working tree.
#include "app/gui/desk_progress.h"
#include "app/gui/session.h"
#include "app/project/commit.h"
#include "app/project/past.h"
#include "app/project/past_line.h"
#include "ui/history/history_desk.h"
#include "ui/queries.h"
#include "ui/text.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace espalier::gui {
namespace {

const QString kReading = QStringLiteral("report"); // a command that keeps what it reads of a commit

} // namespace

void Session::connectPast() {
    connect(&window_.history(), &ui::HistoryDesk::lineWanted, this, &Session::readPast);
    connect(&window_.history(), &ui::HistoryDesk::commitWanted, this, &Session::showCommit);
    connect(&window_.history(), &ui::HistoryDesk::comparisonWanted, this, &Session::compare);
    connect(&window_.history(), &ui::HistoryDesk::comparisonEnded, this, [this] {
        comparing_.cancel();
        other_.reset();
    });
    connect(&window_.baseline(), &ui::BaselineDesk::wanted, this,
            [this](const ui::FindingsPtr& findings) { readBaseline(findings, false); });
    connect(&window_.pastGraph(), &ui::PastGraphDesk::wanted, this, &Session::readPastGraph);
    connect(&window_.pastGraph(), &ui::PastGraphDesk::stopWanted, this, [this] {
        if (stopPastGraph_)
            *stopPastGraph_ = true;
        pastGraph_.cancel();
    });
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
    window_.queries().drop(kReading);
    if (isInPast())
        return openCommit(false);
    unread_.reset();
    changesWait_ ? loadChanges() : load(false);
}

void Session::openCommit(bool mayRead) {
    stopOpening_ = std::make_shared<std::atomic<bool>>(false);
    unread_ = std::make_shared<std::atomic<bool>>(false);
    startLoading(
        [location = *location_, revision = at_.empty() ? "HEAD" : at_, stop = stopOpening_, unread = unread_,
         mayRead] {
            project::CommitRequest request{revision, false, project::configOf(location)};
            if (!mayRead)
                request.mayRead = [unread] { return *unread = true, false; };
            return project::openCommit(
                location, std::move(request), [](const pipeline::Progress&) {}, *stop);
        },
        false);
}

// Files are scanned in a child process; what that has read it keeps. Then only what cannot be read is
// missing.
void Session::readCommit() {
    unread_.reset();
    window_.queries().ask({kReading, QStringLiteral("--at"),
                           at_.empty() ? QStringLiteral("HEAD") : ui::toQt(at_), QStringLiteral("--format"),
                           QStringLiteral("json")},
                          [this](const facts::Result<QByteArray>& read) {
                              if (read)
                                  return openCommit(true);
                              window_.showError(read.error());
                              stayHere();
                          });
}

// A core is left to the window.
void Session::readPastGraph(const ui::CommitLinePtr& line) {
    if (!location_)
        return;
    stopPastGraph_ = std::make_shared<std::atomic<bool>>(false);
    using Read = facts::Result<ui::EdgeTimelinePtr>;
    const auto work = [location = *location_, line, stop = stopPastGraph_,
                       told = progressOf(&window_.pastGraph(), stopPastGraph_)]() -> Read {
        const auto known =
            project::Line::known(location, *line->timeline, project::configOf(location), *stop);
        if (!known)
            return known.error();
        const unsigned cores = std::thread::hardware_concurrency();
        auto graph = known->edges(told, *stop, std::max(2U, cores) - 1);
        if (!graph)
            return graph.error();
        return std::make_shared<const graph::EdgeTimeline>(std::move(*graph));
    };
    pastGraph_.start(work, [this](const Read& graph) {
        graph ? window_.pastGraph().set(*graph) : window_.pastGraph().fail(graph.error());
    });
}

// What was asked for does not come.
void Session::stayHere() {
    at_ = snapshot_ && !bare_ && !snapshot_->project.workingTree ? snapshot_->project.revision : "";
    window_.history().settle();
}

// The other state is opened as what is shown was, and kept while that changes.
void Session::compare(const QString& commit, bool older) {
    if (!location_ || !snapshot_)
        return;
    const std::string id = commit.toStdString();
    const bool known = other_ && !other_->project.workingTree && other_->project.revision == id;
    const auto open = [location = *location_, loader = loader_, bare = bare_,
                       id]() -> facts::Result<graph::SnapshotPtr> {
        if (id.empty() && !bare)
            return loader->load();
        const std::atomic<bool> goOn = false;
        return project::openCommit(
            location, {id.empty() ? "HEAD" : id, false, project::configOf(location), [] { return false; }},
            [](const pipeline::Progress&) {}, goOn);
    };
    using Compared = facts::Result<ui::Sides>;
    comparing_.start(
        [open, shown = snapshot_, kept = known ? other_ : nullptr, older]() -> Compared {
            const facts::Result<graph::SnapshotPtr> opened = kept ? kept : open();
            if (!opened)
                return opened.error();
            const graph::SnapshotPtr other = kept ? kept : ui::freedElsewhere(*opened);
            ui::Sides sides{older ? other : shown, older ? shown : other, {}};
            sides.renames = project::renames(sides.before->project, sides.after->project);
            return sides;
        },
        [this, older](const Compared& sides) {
            if (!sides)
                return window_.showError(sides.error());
            other_ = older ? sides->before : sides->after;
            window_.difference().setSides(*sides, window_.history().comparisonWords());
        });
}

} // namespace espalier::gui
