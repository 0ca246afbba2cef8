#include "indexer/pipeline/run.h"

#include <algorithm>
#include <thread>

namespace espalier::pipeline {

Run::Run(source::SourceTree& tree, const Options& options, const Observer& observer,
         const std::atomic<bool>& cancel, store::Writer& writer, std::optional<store::Known>& known)
    : tree_(tree)
    , options_(options)
    , observer_(observer)
    , cancel_(cancel)
    , writer_(writer)
    , known_(known)
    , ticker_(observer.progress)
    , threads_(options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency())) {}

facts::Result<Outcome> Run::execute(const source::Scope& scope) {
    anew_ = !known_;
    const bool whole = !known_ || !known_->state.treeComplete ||
                       (options_.stage == Stage::Symbols && !known_->state.symbolsComplete);
    scope_ = whole ? source::Scope::whole() : scope;
    ticker_.show({Progress::Phase::Listing, 0, 0});
    if (auto status = known_ ? list() : listAndLoad(); !status)
        return status.error();
    outcome_.cancelled = listing_.cancelled;
    if (listing_.cancelled)
        return outcome_;
    plan_ = makePlan(listing_, *known_, scope_);
    written_.assign(plan_.files.size(), false);
    growing_ = !known_->state.treeComplete;
    for (const source::Entry& entry : listing_.entries)
        outcome_.files += source::hasFacts(entry.kind) ? 1 : 0;
    if (auto status = readRounds(); !status)
        return status.error();
    if (auto status = writeTree(); !status)
        return status.error();
    if (options_.stage == Stage::Symbols && !cancel_)
        if (auto status = symbolStage(); !status)
            return status.error();
    outcome_.cancelled = cancel_;
    if (!outcome_.cancelled)
        remember();
    ticker_.show({Progress::Phase::Done, outcome_.files, outcome_.files});
    return outcome_;
}

facts::Status Run::list() {
    auto listing = tree_.list(scope_, cancel_);
    if (!listing)
        return listing.error();
    listing_ = std::move(*listing);
    return facts::Done{};
}

// The two have nothing to do with each other, and take about the same time.
facts::Status Run::listAndLoad() {
    facts::Status listed = facts::Done{};
    std::jthread lister([&] { listed = list(); });
    auto known = writer_.load();
    lister.join();
    if (!known)
        return known.error();
    known_ = std::move(*known);
    return listed;
}

// Brings `known_` to what the store holds by now.
void Run::remember() {
    for (const std::size_t i : put_)
        known_->files.insert_or_assign(listing_.entries[i].path, std::move(plan_.files[i].row));
    for (const std::string& path : removed_)
        known_->files.erase(path);
    for (const auto& [key, id] : added_) {
        known_->ids.emplace(key, id);
        known_->contents.emplace(id, store::KnownContent{key, false});
    }
    for (const store::ContentId id : parsed_)
        known_->contents.at(id).hasSymbols = true;
    known_->state = writer_.state();
}

facts::Status Run::growTransaction(std::size_t bytes) {
    constexpr std::size_t kMostBytes = 8'000'000;
    constexpr std::chrono::milliseconds kMostTime{500};
    const auto now = std::chrono::steady_clock::now();
    if (inTransaction_ && !indivisible_ &&
        (transactionBytes_ > kMostBytes || now - transactionStart_ > kMostTime))
        if (auto status = endTransaction(); !status)
            return status;
    if (!inTransaction_) {
        if (auto status = writer_.begin(); !status)
            return status;
        inTransaction_ = true;
        transactionBytes_ = 0;
        transactionStart_ = now;
    }
    transactionBytes_ += bytes;
    return facts::Done{};
}

facts::Status Run::endTransaction() {
    if (!inTransaction_)
        return facts::Done{};
    inTransaction_ = false;
    return writer_.commit();
}

std::optional<store::ContentId> Run::idOf(const store::ContentKey& key) const {
    if (const auto known = known_->ids.find(key); known != known_->ids.end())
        return known->second;
    if (const auto added = added_.find(key); added != added_.end())
        return added->second;
    return std::nullopt;
}

facts::Status Run::putRow(std::size_t index) {
    PlannedFile& file = plan_.files[index];
    if (file.content)
        file.row.content = idOf(*file.content);
    written_[index] = true;
    if (file.before && *file.before == file.row)
        return facts::Done{};
    const std::string& path = listing_.entries[index].path;
    if (auto status = growTransaction(path.size()); !status)
        return status;
    put_.push_back(index);
    return writer_.putFile(path, file.row, file.before);
}

// What lies outside of the scope is as it was.
store::State Run::newState() const {
    store::State state = known_->state;
    state.root = options_.root;
    state.revision = listing_.revision;
    std::erase_if(state.problems, [&](const facts::ProjectProblem& p) { return scope_.covers(p.path); });
    state.problems.insert(state.problems.end(), listing_.problems.begin(), listing_.problems.end());
    std::stable_sort(
        state.problems.begin(), state.problems.end(),
        [](const facts::ProjectProblem& a, const facts::ProjectProblem& b) { return a.path < b.path; });
    state.problems.insert(state.problems.end(), vanished_.begin(), vanished_.end());
    state.treeComplete = true;
    state.symbolsComplete = (scope_.isWhole() || state.symbolsComplete) && symbolJobs().empty();
    state.tally = writer_.state().tally;
    return state;
}

// Puts the new tree in the place of the old one, in a single transaction. An interrupted run keeps the old
// one if that was whole, else what it has.
facts::Status Run::writeTree() {
    if (auto status = endTransaction(); !status || (cancel_ && !growing_))
        return status;
    const bool whole = !cancel_;
    if (!tree_.rootPresent())
        return facts::Error{"the folder has gone while it was being indexed", options_.root,
                            "the store keeps what it had"};
    indivisible_ = true;
    if (auto status = writeRows(whole); !status)
        return status;
    bool stateChanged = false;
    if (whole) {
        const store::State state = newState();
        stateChanged = state != writer_.state();
        if (stateChanged)
            if (auto status = growTransaction(0); !status)
                return status;
        writer_.setState(state);
    }
    indivisible_ = false;
    if (auto status = endTransaction(); !status)
        return status;
    if (whole)
        announceTree(stateChanged);
    return facts::Done{};
}

facts::Status Run::writeRows(bool whole) {
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
        const PlannedFile& file = plan_.files[i];
        const bool resolved = file.row.content || !file.content || idOf(*file.content);
        const bool unread = file.basis == PlannedFile::Basis::Read && !file.content;
        if (written_[i] || !resolved || unread || file.basis == PlannedFile::Basis::Gone)
            continue;
        if (auto status = putRow(i); !status)
            return status;
    }
    if (!whole)
        return facts::Done{};
    for (const KnownFile* gone : plan_.gone)
        if (auto status = removeRow(gone->first, gone->second); !status)
            return status;
    for (std::size_t i = 0; i < plan_.files.size(); ++i)
        if (const PlannedFile& file = plan_.files[i]; file.basis == PlannedFile::Basis::Gone && file.before)
            if (auto status = removeRow(listing_.entries[i].path, *file.before); !status)
                return status;
    return facts::Done{};
}

facts::Status Run::removeRow(const std::string& path, const store::FileRow& before) {
    ++outcome_.removed;
    removed_.push_back(path);
    if (auto status = growTransaction(path.size()); !status)
        return status;
    return writer_.removeFile(path, before);
}

void Run::announceTree(bool stateChanged) const {
    if (!observer_.changed || (put_.empty() && removed_.empty() && !stateChanged))
        return;
    Changes changes{Stage::Imports, anew_, removed_};
    for (const std::size_t i : put_)
        changes.paths.push_back(listing_.entries[i].path);
    std::sort(changes.paths.begin(), changes.paths.end());
    observer_.changed(changes);
}

void Run::announceSymbols() const {
    if (!observer_.changed || parsed_.empty())
        return;
    Changes changes{Stage::Symbols, anew_, {}};
    for (std::size_t i = 0; i < plan_.files.size(); ++i)
        if (const auto& content = plan_.files[i].row.content; content && parsed_.contains(*content))
            changes.paths.push_back(listing_.entries[i].path); // which are in order of path
    observer_.changed(changes);
}

} // namespace espalier::pipeline
