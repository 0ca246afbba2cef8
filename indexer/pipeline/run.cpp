#include "indexer/pipeline/run.h"

#include <algorithm>
#include <thread>

namespace espalier::pipeline {

Run::Run(source::SourceTree& tree, const Options& options,
         const std::function<void(const Progress&)>& progress, const std::atomic<bool>& cancel)
    : tree_(tree)
    , options_(options)
    , cancel_(cancel)
    , ticker_(progress)
    , threads_(options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency())) {}

facts::Result<Outcome> Run::execute() {
    auto writer = store::Writer::open(options_.storePath);
    if (!writer)
        return writer.error();
    auto outcome = attempt(*writer);
    if (!outcome && writer->damaged())
        return facts::Error{outcome.error().what, outcome.error().where, "it has been deleted: index again"};
    return outcome;
}

facts::Result<Outcome> Run::attempt(store::Writer& writer) {
    if (auto status = listAndLoad(writer); !status)
        return status.error();
    outcome_.cancelled = listing_.cancelled;
    if (listing_.cancelled)
        return outcome_;
    plan_ = makePlan(listing_, known_);
    written_.assign(plan_.files.size(), false);
    growing_ = !known_.state.treeComplete;
    for (const source::Entry& entry : listing_.entries)
        outcome_.files += source::hasFacts(entry.kind) ? 1 : 0;
    if (auto status = readRounds(writer); !status)
        return status.error();
    if (auto status = writeTree(writer); !status)
        return status.error();
    if (options_.stage == Stage::Symbols && !cancel_)
        if (auto status = symbolStage(writer); !status)
            return status.error();
    outcome_.cancelled = cancel_;
    ticker_.show({Progress::Phase::Done, outcome_.files, outcome_.files});
    return outcome_;
}

// The two have nothing to do with each other, and take about the same time.
facts::Status Run::listAndLoad(store::Writer& writer) {
    ticker_.show({Progress::Phase::Listing, 0, 0});
    facts::Result<source::Listing> listing = facts::Error{};
    std::jthread lister([&] { listing = tree_.list(cancel_); });
    auto known = writer.load();
    lister.join();
    if (!known)
        return known.error();
    if (!listing)
        return listing.error();
    known_ = std::move(*known);
    listing_ = std::move(*listing);
    return facts::Done{};
}

facts::Status Run::growTransaction(store::Writer& writer, std::size_t bytes) {
    constexpr std::size_t kMostBytes = 8'000'000;
    constexpr std::chrono::milliseconds kMostTime{500};
    const auto now = std::chrono::steady_clock::now();
    if (inTransaction_ && !indivisible_ &&
        (transactionBytes_ > kMostBytes || now - transactionStart_ > kMostTime))
        if (auto status = endTransaction(writer); !status)
            return status;
    if (!inTransaction_) {
        if (auto status = writer.begin(); !status)
            return status;
        inTransaction_ = true;
        transactionBytes_ = 0;
        transactionStart_ = now;
    }
    transactionBytes_ += bytes;
    return facts::Done{};
}

facts::Status Run::endTransaction(store::Writer& writer) {
    if (!inTransaction_)
        return facts::Done{};
    inTransaction_ = false;
    return writer.commit();
}

std::optional<store::ContentId> Run::idOf(const store::ContentKey& key) const {
    if (const auto known = known_.contents.find(key); known != known_.contents.end())
        return known->second.id;
    if (const auto added = added_.find(key); added != added_.end())
        return added->second;
    return std::nullopt;
}

facts::Status Run::putRow(store::Writer& writer, std::size_t index) {
    PlannedFile& file = plan_.files[index];
    if (file.content)
        file.row.content = idOf(*file.content);
    written_[index] = true;
    if (file.before && *file.before == file.row)
        return facts::Done{};
    const std::string& path = listing_.entries[index].path;
    if (auto status = growTransaction(writer, path.size()); !status)
        return status;
    return writer.putFile(path, file.row, file.before);
}

store::State Run::newState() const {
    store::State state = known_.state;
    state.root = options_.root;
    state.revision = listing_.revision;
    state.problems = listing_.problems;
    state.problems.insert(state.problems.end(), vanished_.begin(), vanished_.end());
    state.treeComplete = true;
    state.symbolsComplete = symbolJobs().empty();
    return state;
}

// Puts the new tree in the place of the old one, in a single transaction. An interrupted run keeps the old
// one if that was whole, else what it has.
facts::Status Run::writeTree(store::Writer& writer) {
    if (auto status = endTransaction(writer); !status || (cancel_ && !growing_))
        return status;
    const bool whole = !cancel_;
    if (!tree_.rootPresent())
        return facts::Error{"the folder has gone while it was being indexed", options_.root,
                            "the store keeps what it had"};
    indivisible_ = true;
    if (auto status = writeRows(writer, whole); !status)
        return status;
    if (whole) {
        store::State state = newState();
        state.tally = writer.state().tally;
        if (state != writer.state())
            if (auto status = growTransaction(writer, 0); !status)
                return status;
        writer.setState(state);
    }
    indivisible_ = false;
    return endTransaction(writer);
}

facts::Status Run::writeRows(store::Writer& writer, bool whole) {
    std::unordered_set<std::string_view> present;
    present.reserve(plan_.files.size());
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
        const PlannedFile& file = plan_.files[i];
        if (file.basis == PlannedFile::Basis::Gone)
            continue;
        present.insert(listing_.entries[i].path);
        const bool resolved = file.row.content || !file.content || idOf(*file.content);
        const bool unread = file.basis == PlannedFile::Basis::Read && !file.content;
        if (written_[i] || !resolved || unread)
            continue;
        if (auto status = putRow(writer, i); !status)
            return status;
    }
    if (!whole)
        return facts::Done{};
    for (const auto& [path, before] : known_.files) {
        if (present.contains(path))
            continue;
        ++outcome_.removed;
        if (auto status = growTransaction(writer, path.size()); !status)
            return status;
        if (auto status = writer.removeFile(path, before); !status)
            return status;
    }
    return facts::Done{};
}

} // namespace espalier::pipeline
