#include "ui/campaigns/campaign_desk.h"

#include "ui/history/history_desk.h"
#include "ui/text.h"

#include <algorithm>
#include <utility>

namespace espalier::ui {

CampaignDesk::CampaignDesk(HistoryDesk* history, QObject* parent)
    : QObject(parent)
    , history_(history) {
    connect(history_, &HistoryDesk::changed, this, &CampaignDesk::look);
}

void CampaignDesk::clear() {
    forget();
    configured_.clear();
    deprecated_.clear();
    current_.clear();
    setState(State::NoRepository);
}

void CampaignDesk::setSnapshot(const graph::Snapshot& snapshot) {
    if (!snapshot.project.workingTree && snapshot.campaigns == configured_)
        return; // another commit, where other modules are there
    std::vector<std::string> deprecated;
    for (const graph::Deprecation& one : snapshot.deprecations)
        if (one.configured)
            deprecated.push_back(snapshot[one.module].name + ':' + one.symbol);
    if (snapshot.campaigns == configured_ && deprecated == deprecated_)
        return;
    configured_ = snapshot.campaigns;
    deprecated_ = std::move(deprecated);
    forget();
    look();
}

void CampaignDesk::setWatched(bool on) {
    watched_ = on;
    look();
}

void CampaignDesk::forget() {
    if (state_ == State::Working)
        emit stopWanted();
    line_ = nullptr;
    past_ = nullptr;
    trouble_.clear();
}

// Where all is known that can be, nothing is done.
void CampaignDesk::look() {
    if (!history_->hasRepository() || !history_->line()) {
        forget();
        return setState(history_->hasRepository() ? State::NotRead : State::NoRepository);
    }
    if (line_ == history_->line() && state_ != State::Stale)
        return;
    if (state_ == State::Working)
        emit stopWanted();
    if (!watched_)
        return setState(State::Stale);
    line_ = history_->line();
    percent_ = 0;
    setState(State::Working);
    emit pastWanted();
}

void CampaignDesk::set(CampaignPastPtr past) {
    if (state_ != State::Working)
        return;
    past_ = std::move(past);
    if (current() < 0 && !past_->entries.empty())
        current_ = past_->entries.front().past.watch.name;
    setState(State::Known);
    emit currentChanged();
}

void CampaignDesk::fail(const facts::Error& error) {
    if (state_ != State::Working)
        return;
    trouble_ = toQt(error.text());
    setState(State::Failed);
}

void CampaignDesk::progress(qint64 done, qint64 total) {
    const int percent = total > 0 ? static_cast<int>(100 * done / total) : 0;
    if (state_ == State::Working && std::exchange(percent_, percent) != percent)
        emit progressed();
}

void CampaignDesk::setCurrent(int entry) {
    if (!past_ || entry < 0 || entry >= static_cast<int>(past_->entries.size()))
        return;
    const std::string& name = past_->entries[static_cast<std::size_t>(entry)].past.watch.name;
    if (std::exchange(current_, name) != name)
        emit currentChanged();
}

void CampaignDesk::setState(State state) {
    state_ = state;
    emit changed();
}

} // namespace espalier::ui
