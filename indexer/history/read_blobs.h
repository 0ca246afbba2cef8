// Contents of a repository, read and looked through on all cores.
#pragma once

#include "indexer/pipeline/pipeline.h"
#include "indexer/source/repositories.h"
#include "indexer/store/rows.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace espalier::history {

struct BlobFacts {
    store::ContentKey key;
    std::shared_ptr<const facts::SourceFacts> imports; // of stage one, if they are to be kept
    std::shared_ptr<const facts::SymbolFacts> symbols; // of stage two, the same
    std::string record;                                // for the archive; empty: could not be read
    facts::FileProblem problem;                        // then: object-missing, too-large
    std::uint64_t sizeBytes = 0;
};

struct BlobOptions {
    store::Stage stage = store::Stage::Imports;
    bool keepFacts = false;
    std::uint64_t maxFileBytes = 50'000'000;
    unsigned threads = 0; // 0: all cores
};

// Hands each content's facts to `take`, on the calling thread, in no particular order; ends early once `take`
// says false or `cancel` is set. `progress` is called on the calling thread, too, and may be empty.
void readBlobs(source::Repositories& repositories, std::span<const store::ContentKey> keys,
               const BlobOptions& options, const std::function<void(const pipeline::Progress&)>& progress,
               const std::atomic<bool>& cancel, const std::function<bool(BlobFacts&&)>& take);

} // namespace espalier::history
