#include "indexer/history/read_blobs.h"

#include "indexer/pipeline/content_facts.h"
#include "indexer/pipeline/parallel.h"
#include "indexer/pipeline/ticker.h"
#include "indexer/store/compress.h"
#include "indexer/store/record.h"

namespace espalier::history {
namespace {

BlobFacts readBlob(source::Repositories& repositories, const store::ContentKey& key,
                   const BlobOptions& options) {
    BlobFacts out{key, {}, {}, {}, {}, 0};
    const source::Repositories::Lease repository(repositories);
    if (!repository.get()) {
        out.problem = {"object-missing", 0, 0, "the repository cannot be opened any more"};
        return out;
    }
    const source::Content content = repository.get()->read(key.blob, options.maxFileBytes);
    out.sizeBytes = content.bytes.size();
    if (content.state != source::Content::State::Read) {
        out.problem = content.problem;
    } else if (options.stage == store::Stage::Imports) {
        auto facts = pipeline::importFacts(content.bytes, key.dialect);
        out.record = store::compress(store::encode(facts));
        if (options.keepFacts)
            out.imports = std::make_shared<const facts::SourceFacts>(std::move(facts));
    } else {
        auto facts = pipeline::symbolFacts(content.bytes);
        out.record = store::compress(store::encode(facts));
        if (options.keepFacts)
            out.symbols = std::make_shared<const facts::SymbolFacts>(std::move(facts));
    }
    return out;
}

} // namespace

void readBlobs(source::Repositories& repositories, std::span<const store::ContentKey> keys,
               const BlobOptions& options, const std::function<void(const pipeline::Progress&)>& progress,
               const std::atomic<bool>& cancel, const std::function<bool(BlobFacts&&)>& take) {
    using Phase = pipeline::Progress::Phase;
    pipeline::Progress shown{options.stage == store::Stage::Imports ? Phase::Scanning : Phase::Symbols, 0,
                             keys.size()};
    pipeline::Ticker ticker(progress);
    ticker.show(shown);
    const unsigned threads =
        options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    pipeline::forEachParallel<BlobFacts>(
        keys.size(), threads, pipeline::Ticker::kInterval, cancel,
        [&](std::size_t i) { return readBlob(repositories, keys[i], options); },
        [&](std::vector<BlobFacts>&& results) {
            shown.done += results.size();
            ticker.show(shown);
            for (BlobFacts& result : results)
                if (!take(std::move(result)))
                    return false;
            return true;
        });
}

} // namespace espalier::history
