// Stage one of a run: reading what is new, scanning it, keeping the facts.
#include "indexer/pipeline/content_facts.h"
#include "indexer/pipeline/parallel.h"
#include "indexer/pipeline/run.h"
#include "indexer/source/blob_hash.h"
#include "indexer/store/record.h"

namespace espalier::pipeline {

using Basis = PlannedFile::Basis;

struct Run::ReadFile {
    std::size_t index = 0;
    source::Content::State state = source::Content::State::Read;
    facts::FileProblem problem;
    source::FileStat stat;
    bool settled = false;
    store::ContentKey key;             // of the very bytes that were scanned
    std::optional<std::string> record; // none: the content is known, or another thread has it
};

// Two at most: files whose content git's index named wrongly, or changed before they were read, are read
// themselves in the second.
facts::Status Run::readRounds() {
    std::vector<std::size_t> files = plan_.toRead;
    while (!files.empty() && !cancel_) {
        if (auto status = readRound(files); !status)
            return status;
        files = takeUnresolved();
    }
    return facts::Done{};
}

std::vector<std::size_t> Run::takeUnresolved() {
    std::vector<std::size_t> files;
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
        PlannedFile& file = plan_.files[i];
        if (file.basis != Basis::Index || (!indexDistrusted_ && idOf(*file.content)))
            continue;
        file.basis = Basis::Read;
        file.content.reset();
        file.row.stamp.reset();
        files.push_back(i);
    }
    sortForReading(files, listing_);
    return files;
}

facts::Status Run::readRound(const std::vector<std::size_t>& files) {
    facts::Status status = facts::Done{};
    Progress progress{Progress::Phase::Scanning, 0, files.size()};
    ticker_.show(progress);
    forEachParallel<ReadFile>(
        files.size(), threads_, Ticker::kInterval, cancel_,
        [&](std::size_t i) { return readAndScan(files[i]); },
        [&](std::vector<ReadFile>&& results) {
            progress.done += results.size();
            for (ReadFile& result : results)
                if (status)
                    status = accept(std::move(result));
            ticker_.show(progress);
            return status.ok();
        });
    return status;
}

Run::ReadFile Run::readAndScan(std::size_t index) {
    const source::Entry& entry = listing_.entries[index];
    source::Content content = tree_.read(entry);
    ReadFile out{index, content.state, std::move(content.problem), content.stat, content.settled, {}, {}};
    if (content.state != source::Content::State::Read)
        return out;
    out.key = contentKey(source::blobId(content.bytes), entry.kind);
    if (claim(out.key))
        out.record = store::encode(importFacts(content.bytes, out.key.dialect));
    return out;
}

// True for the first to ask for a content that is not known: it has to be scanned.
bool Run::claim(const store::ContentKey& key) {
    if (known_->ids.contains(key))
        return false;
    const std::lock_guard lock(claimsMutex_);
    return claims_.insert(key).second;
}

facts::Status Run::accept(ReadFile&& result) {
    PlannedFile& file = plan_.files[result.index];
    switch (result.state) {
    case source::Content::State::Vanished:
        file.basis = Basis::Gone;
        vanished_.push_back({listing_.entries[result.index].path,
                             {"vanished", 0, 0, "gone while the project was being indexed"}});
        return facts::Done{};
    case source::Content::State::Unreadable:
    case source::Content::State::TooLarge:
        file.basis = Basis::None;
        file.content.reset();
        file.row.stamp.reset();
        file.row.problems.push_back(std::move(result.problem));
        return facts::Done{};
    case source::Content::State::Read:
        break;
    }
    acceptContent(result, file);
    if (result.record) {
        if (auto status = growTransaction(result.record->size()); !status)
            return status;
        const auto id = writer_.addContent(result.key, *result.record);
        if (!id)
            return id.error();
        added_.emplace(result.key, *id);
        ++outcome_.scanned;
    }
    if (growing_ && idOf(result.key))
        return putRow(result.index);
    return facts::Done{};
}

void Run::acceptContent(ReadFile& result, PlannedFile& file) {
    const bool sameFile = result.stat == listing_.entries[result.index].stat;
    if (file.basis == Basis::Index && file.content != result.key && sameFile)
        indexDistrusted_ = true;
    file.basis = Basis::Read;
    file.content = result.key;
    file.row.sizeBytes = result.stat.sizeBytes;
    file.row.stamp = stampOf(result.stat, result.settled);
    outcome_.bytesRead += result.stat.sizeBytes;
}

} // namespace espalier::pipeline
