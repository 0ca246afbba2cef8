#include "indexer/watch/watch_project.h"

#include "indexer/pipeline/session.h"
#include "indexer/source/disk_tree.h"
#include "indexer/watch/ends.h"

#include <algorithm>

namespace espalier::watch {
namespace {

using std::chrono::milliseconds;

class ProjectWatch {
public:
    ProjectWatch(const WatchOptions& options, const WatchObserver& observer, const std::atomic<bool>& cancel,
                 const MakeWatcher& make)
        : options_(options)
        , observer_(observer)
        , cancel_(cancel)
        , make_(make) {}

    facts::Status run();

private:
    [[nodiscard]] facts::Status open();
    [[nodiscard]] facts::Status firstUpdate();
    [[nodiscard]] facts::Status update();
    void tell(const pipeline::Changes& changes) const;
    void readConfiguration();
    void replaceFailedWatcher();
    [[nodiscard]] source::Scope scope() const;

    const WatchOptions& options_;
    const WatchObserver& observer_;
    const std::atomic<bool>& cancel_;
    const MakeWatcher& make_;

    std::vector<std::string> exclude_;
    std::unique_ptr<source::DiskTree> tree_;
    std::unique_ptr<Watcher> watcher_;
    std::optional<pipeline::Session> session_;
    Noticed noticed_;                        // since the last update that succeeded
    std::optional<milliseconds> retryAfter_; // none: it did succeed
    std::string lastNotice_;
    Clock::time_point woken_;
};

// Anew for each set of patterns.
facts::Status ProjectWatch::open() {
    auto tree = source::DiskTree::open({options_.index.root, exclude_, options_.index.includeNested});
    if (!tree)
        return tree.error();
    tree_ = std::move(*tree);
    tree_->onFolder([this](const std::string& folder) { watcher_->watchFolder(folder); });
    pipeline::Options index = options_.index;
    index.root = tree_->root();
    session_.emplace(*tree_, std::move(index));
    noticed_.everything = true;
    return facts::Done{};
}

source::Scope ProjectWatch::scope() const {
    return noticed_.everything ? source::Scope::whole() : source::Scope(noticed_.paths);
}

facts::Status ProjectWatch::firstUpdate() {
    const auto outcome = session_->update(scope(), {observer_.progress, {}}, cancel_);
    if (!outcome)
        return outcome.error();
    noticed_ = {};
    observer_.upToDate(*outcome);
    return facts::Done{};
}

facts::Status ProjectWatch::update() {
    if (!tree_->rootPresent())
        return facts::Error{"the folder has gone", tree_->root(), "the store keeps what it had"};
    const auto outcome =
        session_->update(scope(), {{}, [this](const pipeline::Changes& c) { tell(c); }}, cancel_);
    if (outcome) {
        noticed_ = {};
        retryAfter_.reset();
        lastNotice_.clear();
        return facts::Done{};
    }
    // Another process that indexes the project is done soon, as a rule.
    constexpr milliseconds kFirst{20}, kLast{2'000};
    retryAfter_ = retryAfter_ ? std::min(2 * *retryAfter_, kLast) : kFirst;
    if (*retryAfter_ == kLast && outcome.error().text() != lastNotice_) {
        lastNotice_ = outcome.error().text();
        observer_.notice(outcome.error());
    }
    return facts::Done{};
}

void ProjectWatch::tell(const pipeline::Changes& changes) const {
    observer_.changed(changes, std::chrono::duration_cast<milliseconds>(Clock::now() - woken_));
}

void ProjectWatch::readConfiguration() {
    if (noticed_.configuration.empty())
        return;
    tell({pipeline::Stage::Imports, false, noticed_.configuration});
    noticed_.configuration.clear();
    std::vector<std::string> exclude = options_.readExclude();
    if (exclude == exclude_)
        return;
    exclude_ = std::move(exclude);
    if (const auto status = open(); !status)
        observer_.notice(status.error());
}

void ProjectWatch::replaceFailedWatcher() {
    const auto failure = watcher_->failure();
    if (!failure)
        return;
    observer_.notice({failure->what, failure->where,
                      failure->hint + "; the folder is looked through every few seconds instead"});
    watcher_ = makePollingWatcher({tree_->root(), options_.ends});
}

facts::Status ProjectWatch::run() {
    exclude_ = options_.readExclude();
    if (auto status = open(); !status)
        return status;
    watcher_ = make_({tree_->root(), options_.ends});
    if (auto status = firstUpdate(); !status)
        return status;
    while (!cancel_) {
        replaceFailedWatcher();
        watcher_->watchGit(tree_->gitFiles());
        if (watcher_->wait(noticed_, retryAfter_) == Woken::Ended || cancel_)
            break;
        woken_ = Clock::now();
        readConfiguration();
        if (auto status = update(); !status)
            return status;
    }
    return facts::Done{};
}

} // namespace

facts::Status watchProject(const WatchOptions& options, const WatchObserver& observer,
                           const std::atomic<bool>& cancel, const MakeWatcher& make) {
    return ProjectWatch(options, observer, cancel, make).run();
}

} // namespace espalier::watch
