// Stage two of a run: definitions and uses of every content of the tree that lacks them. Notebooks have none.
#include "indexer/pipeline/content_facts.h"
#include "indexer/pipeline/parallel.h"
#include "indexer/pipeline/run.h"
#include "indexer/source/blob_hash.h"
#include "indexer/store/record.h"

namespace espalier::pipeline {

struct Run::ParsedContent {
    store::ContentKey key;
    store::ContentId id = 0;
    std::uint64_t bytesRead = 0;
    std::optional<std::string>
        record; // none: the file has changed since stage one; the next run will see to it
};

std::vector<Run::SymbolJob> Run::symbolJobs() const {
    std::unordered_set<store::ContentId> seen;
    std::vector<std::size_t> files;
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
        const PlannedFile& file = plan_.files[i];
        if (file.basis == PlannedFile::Basis::Gone || !file.row.content ||
            file.row.kind == facts::FileKind::Notebook)
            continue;
        const auto known = known_->contents.find(*file.row.content);
        const bool done = known != known_->contents.end() && known->second.hasSymbols;
        if (!done && seen.insert(*file.row.content).second)
            files.push_back(i);
    }
    sortForReading(files, listing_);
    std::vector<SymbolJob> jobs;
    for (const std::size_t i : files) {
        const PlannedFile& file = plan_.files[i];
        const auto known = known_->contents.find(*file.row.content);
        jobs.push_back(
            {i, known != known_->contents.end() ? known->second.key : *file.content, *file.row.content});
    }
    return jobs;
}

Run::ParsedContent Run::readAndParse(const SymbolJob& job) const {
    ParsedContent out{job.key, job.id, 0, {}};
    const source::Content content = tree_.read(listing_.entries[job.file]);
    if (content.state != source::Content::State::Read || source::blobId(content.bytes) != job.key.blob)
        return out;
    out.bytesRead = content.bytes.size();
    out.record = store::encode(symbolFacts(content.bytes));
    return out;
}

facts::Status Run::symbolStage() {
    const std::vector<SymbolJob> jobs = symbolJobs();
    if (jobs.empty())
        return facts::Done{};
    facts::Status status = facts::Done{};
    Progress progress{Progress::Phase::Symbols, 0, jobs.size()};
    ticker_.show(progress);
    const auto accept = [&](const ParsedContent& result) -> facts::Status {
        outcome_.bytesRead += result.bytesRead;
        if (!result.record)
            return facts::Done{};
        parsed_.insert(result.id);
        if (auto grown = growTransaction(result.record->size()); !grown)
            return grown;
        return writer_.addSymbols(result.key, result.id, *result.record);
    };
    forEachParallel<ParsedContent>(
        jobs.size(), threads_, Ticker::kInterval, cancel_,
        [&](std::size_t i) { return readAndParse(jobs[i]); },
        [&](const std::vector<ParsedContent>& results) {
            progress.done += results.size();
            for (const ParsedContent& result : results)
                if (status)
                    status = accept(result);
            ticker_.show(progress);
            return status.ok();
        });
    outcome_.parsed = parsed_.size();
    if (!status)
        return status;
    if (parsed_.size() == jobs.size()) {
        store::State state = writer_.state();
        state.symbolsComplete = true;
        writer_.setState(state);
    }
    if (auto ended = endTransaction(); !ended)
        return ended;
    announceSymbols();
    return facts::Done{};
}

} // namespace espalier::pipeline
