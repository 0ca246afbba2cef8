// Stage two of a run: definitions and uses of every content of the tree that lacks them. Notebooks have none.
#include "indexer/pipeline/parallel.h"
#include "indexer/pipeline/run.h"
#include "indexer/scan/decode.h"
#include "indexer/source/blob_hash.h"
#include "indexer/store/record.h"
#include "indexer/symbols/extractor.h"

#include <exception>

namespace espalier::pipeline {

struct Run::ParsedContent {
    store::ContentKey key;
    store::ContentId id = 0;
    std::uint64_t bytesRead = 0;
    std::optional<std::string>
        record; // none: the file has changed since stage one; the next run will see to it
};

namespace {

facts::SymbolFacts extract(std::string_view bytes) {
    try {
        return symbols::extractSymbols(scan::decodeSource(bytes).text);
    } catch (const std::exception& error) {
        facts::SymbolFacts facts;
        facts.problems.push_back({"internal-error", 0, 0, std::string("the parser failed: ") + error.what()});
        return facts;
    }
}

} // namespace

std::vector<Run::SymbolJob> Run::symbolJobs() const {
    std::unordered_set<store::ContentId> done;
    for (const auto& [key, content] : known_.contents)
        if (content.hasSymbols)
            done.insert(content.id);
    std::unordered_map<store::ContentId, store::ContentKey> keys;
    for (const auto& [key, content] : known_.contents)
        if (!content.hasSymbols)
            keys.emplace(content.id, key);
    for (const auto& [key, id] : added_)
        keys.emplace(id, key);
    std::vector<std::size_t> files;
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
        const PlannedFile& file = plan_.files[i];
        if (file.basis == PlannedFile::Basis::Gone || !file.row.content ||
            file.row.kind == facts::FileKind::Notebook || !done.insert(*file.row.content).second)
            continue;
        files.push_back(i);
    }
    sortForReading(files, listing_);
    std::vector<SymbolJob> jobs;
    for (const std::size_t i : files)
        jobs.push_back({i, keys.at(*plan_.files[i].row.content), *plan_.files[i].row.content});
    return jobs;
}

Run::ParsedContent Run::readAndParse(const SymbolJob& job) const {
    ParsedContent out{job.key, job.id, 0, {}};
    const source::Content content = tree_.read(listing_.entries[job.file]);
    if (content.state != source::Content::State::Read || source::blobId(content.bytes) != job.key.blob)
        return out;
    out.bytesRead = content.bytes.size();
    out.record = store::encode(extract(content.bytes));
    return out;
}

facts::Status Run::symbolStage(store::Writer& writer) {
    const std::vector<SymbolJob> jobs = symbolJobs();
    if (jobs.empty())
        return facts::Done{};
    facts::Status status = facts::Done{};
    Progress progress{Progress::Phase::Symbols, 0, jobs.size()};
    ticker_.show(progress);
    std::size_t parsed = 0;
    const auto accept = [&](const ParsedContent& result) -> facts::Status {
        outcome_.bytesRead += result.bytesRead;
        if (!result.record)
            return facts::Done{};
        ++parsed;
        if (auto grown = growTransaction(writer, result.record->size()); !grown)
            return grown;
        return writer.addSymbols(result.key, result.id, *result.record);
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
    outcome_.parsed = parsed;
    if (!status)
        return status;
    if (parsed == jobs.size()) {
        store::State state = writer.state();
        state.symbolsComplete = true;
        writer.setState(state);
    }
    return endTransaction(writer);
}

} // namespace espalier::pipeline
