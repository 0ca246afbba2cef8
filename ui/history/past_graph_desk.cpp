#include "ui/history/past_graph_desk.h"

#include "ui/history/history_desk.h"
#include "ui/text.h"

#include <utility>

namespace espalier::ui {

PastGraphDesk::PastGraphDesk(HistoryDesk* history, QObject* parent)
    : QObject(parent)
    , history_(history) {
    connect(history_, &HistoryDesk::changed, this, &PastGraphDesk::follow);
}

void PastGraphDesk::clear() {
    madeBy_.clear();
    forget();
}

// Of a commit, roots and marks are those of today; deprecated modules that it lacks are not listed.
void PastGraphDesk::setSnapshot(const graph::Snapshot& snapshot) {
    if (!snapshot.project.workingTree && !madeBy_.empty())
        return;
    std::vector<std::string> madeBy;
    for (const graph::SourceRoot& root : snapshot.roots) {
        madeBy.push_back(root.path);
        madeBy.insert(madeBy.end(), root.naming.begin(), root.naming.end());
    }
    for (const graph::Deprecation& one : snapshot.deprecations)
        if (one.configured)
            madeBy.push_back(snapshot[one.module].name + ':' + one.symbol);
    if (std::exchange(madeBy_, madeBy) != madeBy)
        forget();
}

void PastGraphDesk::forget() {
    if (state_ == State::Working)
        emit stopWanted();
    graph_ = nullptr;
    line_ = history_->line();
    trouble_.clear();
    percent_ = 0;
    setState(line_ ? State::Unread : State::NoLine);
}

void PastGraphDesk::follow() {
    if (line_ != history_->line())
        forget();
}

void PastGraphDesk::want() {
    if (state_ != State::Unread)
        return;
    percent_ = 0;
    trouble_.clear();
    setState(State::Working);
    emit wanted(line_);
}

void PastGraphDesk::tryAgain() {
    if (state_ == State::Stopped || state_ == State::Failed)
        state_ = State::Unread;
    want();
}

void PastGraphDesk::stop() {
    if (state_ != State::Working)
        return;
    emit stopWanted();
    setState(State::Stopped);
}

void PastGraphDesk::set(EdgeTimelinePtr graph) {
    if (state_ != State::Working)
        return;
    graph_ = std::move(graph);
    setState(State::Known);
}

void PastGraphDesk::fail(const facts::Error& error) {
    if (state_ != State::Working)
        return;
    trouble_ = toQt(error.text());
    setState(State::Failed);
}

void PastGraphDesk::progress(qint64 done, qint64 total) {
    const int percent = total > 0 ? static_cast<int>(100 * done / total) : 0;
    if (state_ == State::Working && std::exchange(percent_, percent) != percent)
        emit progressed();
}

void PastGraphDesk::setState(State state) {
    state_ = state;
    emit changed();
}

} // namespace espalier::ui
