// One run of the indexer over any source tree; index() is this over a DiskTree.
#pragma once

#include "indexer/pipeline/pipeline.h"
#include "indexer/pipeline/plan.h"
#include "indexer/pipeline/ticker.h"

#include <chrono>
#include <mutex>
#include <unordered_set>

namespace espalier::pipeline {

class Run {
public:
    // `options.root` is what the store will name as the project's folder; its other settings for listing are
    // the tree's business. All must outlive the run.
    Run(source::SourceTree& tree, const Options& options,
        const std::function<void(const Progress&)>& progress, const std::atomic<bool>& cancel);

    [[nodiscard]] facts::Result<Outcome> execute();

private:
    struct ReadFile;
    struct ParsedContent;
    struct SymbolJob {
        std::size_t file = 0; // one that has this content
        store::ContentKey key;
        store::ContentId id = 0;
    };

    [[nodiscard]] facts::Result<Outcome> attempt(store::Writer& writer);
    [[nodiscard]] facts::Status listAndLoad(store::Writer& writer);

    // Stage one.
    [[nodiscard]] facts::Status readRounds(store::Writer& writer);
    [[nodiscard]] facts::Status readRound(store::Writer& writer, const std::vector<std::size_t>& files);
    [[nodiscard]] std::vector<std::size_t> takeUnresolved();
    [[nodiscard]] ReadFile readAndScan(std::size_t index);
    [[nodiscard]] facts::Status accept(store::Writer& writer, ReadFile&& result);
    void acceptContent(ReadFile& result, PlannedFile& file);
    [[nodiscard]] bool claim(const store::ContentKey& key);

    // The tree's rows.
    [[nodiscard]] facts::Status putRow(store::Writer& writer, std::size_t index);
    [[nodiscard]] facts::Status writeTree(store::Writer& writer);
    [[nodiscard]] facts::Status writeRows(store::Writer& writer, bool whole);
    [[nodiscard]] store::State newState() const;
    [[nodiscard]] std::optional<store::ContentId> idOf(const store::ContentKey& key) const;

    // Stage two.
    [[nodiscard]] facts::Status symbolStage(store::Writer& writer);
    [[nodiscard]] std::vector<SymbolJob> symbolJobs() const;
    [[nodiscard]] ParsedContent readAndParse(const SymbolJob& job) const;

    // Transactions of a size that keeps both the log and the loss by a kill small.
    [[nodiscard]] facts::Status growTransaction(store::Writer& writer, std::size_t bytes);
    [[nodiscard]] facts::Status endTransaction(store::Writer& writer);

    source::SourceTree& tree_;
    const Options& options_;
    const std::atomic<bool>& cancel_;
    Ticker ticker_;
    unsigned threads_;

    source::Listing listing_;
    store::Known known_; // as before the run; read by all threads
    Plan plan_;
    std::unordered_map<store::ContentKey, store::ContentId, store::HashKey> added_; // contents of this run
    std::vector<bool> written_;                                                     // rows written already
    bool growing_ = false;         // no whole tree is in the store yet: rows are written as they come
    bool indexDistrusted_ = false; // git's index has named a wrong content
    std::vector<facts::ProjectProblem> vanished_;

    std::mutex claimsMutex_;
    std::unordered_set<store::ContentKey, store::HashKey> claims_; // contents that a thread has taken on

    bool inTransaction_ = false, indivisible_ = false;
    std::size_t transactionBytes_ = 0;
    std::chrono::steady_clock::time_point transactionStart_;
    Outcome outcome_;
};

} // namespace espalier::pipeline
