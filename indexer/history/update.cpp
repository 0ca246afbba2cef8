#include "indexer/history/update.h"

#include "indexer/history/read_blobs.h"
#include "indexer/pipeline/parallel.h"
#include "indexer/pipeline/plan.h"
#include "indexer/pipeline/ticker.h"
#include "indexer/store/archive.h"
#include "indexer/store/compress.h"
#include "indexer/store/former_paths.h"
#include "indexer/store/reader.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace espalier::history {
namespace {

using facts::Revision;

// A kill loses no more than this.
constexpr std::size_t kTransactionBytes = 8'000'000;

class Update {
public:
    Update(const UpdateOptions& options, const std::function<void(const pipeline::Progress&)>& progress,
           const std::atomic<bool>& cancel, source::Repository& repository,
           source::Repositories& repositories, store::ArchiveWriter& archive)
        : options_(options)
        , progress_(progress)
        , cancel_(cancel)
        , repository_(repository)
        , repositories_(repositories)
        , archive_(archive) {}

    facts::Result<UpdateOutcome> run(const std::string& tip);

private:
    // The commit that a content was first seen in, and where.
    struct Seen {
        std::string path, commit;
    };

    [[nodiscard]] facts::Status readLine(const std::string& tip);
    [[nodiscard]] facts::Status readRevisions();
    [[nodiscard]] facts::Status readEveryCommit(const std::string& tip);
    [[nodiscard]] std::vector<Revision> revisions(const std::vector<std::string>& ids,
                                                  const std::function<std::string(std::size_t)>& before);
    void collect(const Revision& revision);
    [[nodiscard]] facts::Status takeOver();
    [[nodiscard]] facts::Status readContents();
    [[nodiscard]] facts::Status add(const store::ContentKey& key, std::string_view record);
    [[nodiscard]] facts::Status endTransaction();

    const UpdateOptions& options_;
    const std::function<void(const pipeline::Progress&)>& progress_;
    const std::atomic<bool>& cancel_;
    source::Repository& repository_;
    source::Repositories& repositories_;
    store::ArchiveWriter& archive_;

    std::vector<std::string> ids_; // of the line, oldest first
    facts::Timeline timeline_;
    std::size_t kept_ = 0; // so many of its revisions were known
    std::unordered_map<store::ContentKey, Seen, store::HashKey> missing_; // not in the archive yet
    std::vector<store::ContentKey> order_;                                // the same, as first seen
    std::unordered_set<store::ContentKey, store::HashKey> contents_;
    bool inTransaction_ = false;
    std::size_t transactionBytes_ = 0;
    UpdateOutcome outcome_;
};

facts::Result<UpdateOutcome> Update::run(const std::string& tip) {
    if (auto status = readLine(tip); !status)
        return status.error();
    if (auto status = readRevisions(); !status)
        return status.error();
    if (options_.everyCommit)
        if (auto status = readEveryCommit(tip); !status)
            return status.error();
    if (auto status = takeOver(); !status)
        return status.error();
    if (auto status = readContents(); !status)
        return status.error();
    outcome_.contents = contents_.size();
    outcome_.cut = timeline_.cut;
    outcome_.cancelled = cancel_;
    if (!cancel_) {
        if (auto status = archive_.begin(); !status)
            return status.error();
        if (auto status = archive_.putLine(options_.revision, timeline_, kept_); !status)
            return status.error();
        if (options_.revision == "HEAD")
            if (auto status =
                    archive_.putNote(store::kFormerPathsNote, encode(store::formerPaths(timeline_)));
                !status)
                return status.error();
        if (auto status = archive_.commit(); !status)
            return status.error();
    }
    outcome_.commits = timeline_.revisions.size();
    outcome_.newCommits = timeline_.revisions.size() - kept_;
    std::sort(outcome_.losses.begin(), outcome_.losses.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    if (progress_)
        progress_({pipeline::Progress::Phase::Done, outcome_.contents, outcome_.contents});
    return std::move(outcome_);
}

// Which commits the line has, and how many of them the archive knows.
facts::Status Update::readLine(const std::string& tip) {
    bool tooOld = false;
    auto line = repository_.firstParentLine(tip, [&](const facts::Commit& commit) {
        tooOld = options_.since && commit.committed < *options_.since;
        return tooOld || cancel_;
    });
    if (!line)
        return line.error();
    ids_ = std::move(line->commits);
    std::reverse(ids_.begin(), ids_.end());
    auto known = archive_.line(options_.revision);
    if (!known)
        return known.error();
    if (*known)
        timeline_ = std::move(**known);
    timeline_.cut = line->cut || tooOld;
    const auto same = [](const Revision& revision, const std::string& id) {
        return revision.commit.id == id;
    };
    const auto differ =
        std::mismatch(timeline_.revisions.begin(), timeline_.revisions.end(), ids_.begin(), ids_.end(), same);
    timeline_.revisions.erase(differ.first, timeline_.revisions.end());
    kept_ = timeline_.revisions.size();
    return facts::Done{};
}

std::vector<Revision> Update::revisions(const std::vector<std::string>& ids,
                                        const std::function<std::string(std::size_t)>& before) {
    struct Read {
        std::size_t index = 0;
        facts::Result<Revision> revision;
    };
    std::vector<Revision> out(ids.size());
    pipeline::Ticker ticker(progress_);
    pipeline::Progress shown{pipeline::Progress::Phase::Listing, 0, ids.size()};
    const unsigned threads =
        options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    pipeline::forEachParallel<Read>(
        ids.size(), threads, pipeline::Ticker::kInterval, cancel_,
        [&](std::size_t i) {
            const source::Repositories::Lease repository(repositories_);
            return Read{i, repository.get() ? repository.get()->revision(ids[i], before(i))
                                            : facts::Result<Revision>(facts::Error{"unreadable", {}, {}})};
        },
        [&](std::vector<Read>&& results) {
            shown.done += results.size();
            ticker.show(shown);
            for (Read& read : results)
                if (read.revision)
                    out[read.index] = std::move(*read.revision);
            return true;
        });
    return out;
}

facts::Status Update::readRevisions() {
    const std::vector<std::string> wanted(ids_.begin() + static_cast<std::ptrdiff_t>(kept_), ids_.end());
    auto read = revisions(wanted, [&](std::size_t i) { return kept_ + i > 0 ? ids_[kept_ + i - 1] : ""; });
    for (std::size_t i = 0; i < read.size() && !cancel_; ++i) {
        if (read[i].commit.id != wanted[i])
            return facts::Error{"commit " + wanted[i] + " cannot be read any more", options_.folder,
                                "has the repository been repacked just now? try again"};
        timeline_.revisions.push_back(std::move(read[i]));
    }
    for (const Revision& revision : timeline_.revisions)
        collect(revision);
    return facts::Done{};
}

facts::Status Update::readEveryCommit(const std::string& tip) {
    auto all = repository_.reachable(tip);
    if (!all)
        return all.error();
    const std::unordered_set<std::string> onLine(ids_.begin(), ids_.end());
    std::erase_if(*all, [&](const std::string& id) { return onLine.contains(id); });
    // Against the first parent, wherever that is: what a commit has from it has been seen there.
    const auto read = revisions(*all, [&](std::size_t i) {
        const auto commit = repository_.commit((*all)[i]);
        return commit && !commit->parents.empty() ? commit->parents.front() : std::string();
    });
    for (const Revision& revision : read)
        collect(revision);
    return facts::Done{};
}

void Update::collect(const Revision& revision) {
    for (const facts::ProjectProblem& problem : revision.problems)
        outcome_.losses.push_back({problem.path, revision.commit.id, problem.problem});
    for (const facts::TreeFile& file : revision.present) {
        if (!source::hasFacts(file.kind))
            continue;
        const store::ContentKey key = pipeline::contentKey(file.blob, file.kind);
        if (!contents_.insert(key).second)
            continue;
        const auto known = archive_.contents().find(key);
        if (known != archive_.contents().end() && known->second.imports)
            continue;
        missing_.emplace(key, Seen{file.path, revision.commit.id});
        order_.push_back(key);
    }
}

// What the working tree's store has is not read again.
facts::Status Update::takeOver() {
    if (missing_.empty() || options_.storePath.empty())
        return facts::Done{};
    facts::Status status = facts::Done{};
    // Without a store, or with one that is locked or damaged, everything is read.
    (void)store::readImportRecords(options_.storePath,
                                   [&](const store::ContentKey& key, std::string_view record) {
                                       if (missing_.erase(key) == 0)
                                           return true;
                                       ++outcome_.takenOver;
                                       status = add(key, store::compress(record));
                                       return status.ok();
                                   });
    return status ? endTransaction() : status;
}

facts::Status Update::readContents() {
    std::erase_if(order_, [&](const store::ContentKey& key) { return !missing_.contains(key); });
    facts::Status status = facts::Done{};
    BlobOptions options;
    options.maxFileBytes = options_.maxFileBytes;
    options.threads = options_.threads;
    readBlobs(repositories_, order_, options, progress_, cancel_, [&](BlobFacts&& blob) {
        outcome_.bytesRead += blob.sizeBytes;
        if (blob.record.empty()) {
            const Seen& seen = missing_.at(blob.key);
            outcome_.losses.push_back({seen.path, seen.commit, std::move(blob.problem)});
            return true;
        }
        ++outcome_.scanned;
        status = add(blob.key, blob.record);
        return status.ok();
    });
    return status ? endTransaction() : status;
}

facts::Status Update::add(const store::ContentKey& key, std::string_view record) {
    if (!inTransaction_)
        if (auto status = archive_.begin(); !status)
            return status;
    inTransaction_ = true;
    transactionBytes_ += record.size();
    if (auto status = archive_.add(key, store::Stage::Imports, record); !status)
        return status;
    return transactionBytes_ > kTransactionBytes ? endTransaction() : facts::Status(facts::Done{});
}

facts::Status Update::endTransaction() {
    if (!inTransaction_)
        return facts::Done{};
    inTransaction_ = false;
    transactionBytes_ = 0;
    return archive_.commit();
}

} // namespace

facts::Result<std::int64_t> beginOf(const std::string& folder, const std::string& since) {
    if (const auto end = source::endOfDay(since))
        return *end - std::int64_t{24} * 60 * 60;
    const auto repository = source::Repository::open(folder);
    if (!repository)
        return repository.error();
    const auto id = (*repository)->resolve(since);
    if (!id)
        return id.error();
    const auto commit = (*repository)->commit(*id);
    return commit ? facts::Result<std::int64_t>(commit->committed) : commit.error();
}

facts::Result<UpdateOutcome> updateHistory(const UpdateOptions& options,
                                           const std::function<void(const pipeline::Progress&)>& progress,
                                           const std::atomic<bool>& cancel) {
    auto repository = source::Repository::open(options.folder);
    if (!repository)
        return repository.error();
    const auto tip = (*repository)->resolve(options.revision);
    if (!tip)
        return tip.error();
    auto archive = store::ArchiveWriter::open(options.archivePath);
    if (!archive)
        return archive.error();
    auto lent = source::Repository::open(options.folder);
    if (!lent)
        return lent.error();
    source::Repositories repositories(options.folder, std::move(*lent));
    return Update(options, progress, cancel, **repository, repositories, *archive).run(*tip);
}

} // namespace espalier::history
