// One update of a store from any source tree: the work behind Session.
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
    // `known` is what the store behind `writer` holds, none if that has yet to be loaded; a successful run
    // leaves it as the store is then. All must outlive the run.
    Run(source::SourceTree& tree, const Options& options, const Observer& observer,
        const std::atomic<bool>& cancel, store::Writer& writer, std::optional<store::Known>& known);

    // See Session::update(). Once.
    [[nodiscard]] facts::Result<Outcome> execute(const source::Scope& scope);

private:
    struct ReadFile;
    struct ParsedContent;
    struct SymbolJob {
        std::size_t file = 0; // one that has this content
        store::ContentKey key;
        store::ContentId id = 0;
    };

    [[nodiscard]] facts::Status listAndLoad();
    [[nodiscard]] facts::Status list();
    void remember();

    // Stage one.
    [[nodiscard]] facts::Status readRounds();
    [[nodiscard]] facts::Status readRound(const std::vector<std::size_t>& files);
    [[nodiscard]] std::vector<std::size_t> takeUnresolved();
    [[nodiscard]] ReadFile readAndScan(std::size_t index);
    [[nodiscard]] facts::Status accept(ReadFile&& result);
    void acceptContent(ReadFile& result, PlannedFile& file);
    [[nodiscard]] bool claim(const store::ContentKey& key);

    // The tree's rows.
    [[nodiscard]] facts::Status putRow(std::size_t index);
    [[nodiscard]] facts::Status writeTree();
    [[nodiscard]] facts::Status writeRows(bool whole);
    [[nodiscard]] facts::Status removeRow(const std::string& path, const store::FileRow& before);
    [[nodiscard]] store::State newState() const;
    [[nodiscard]] std::optional<store::ContentId> idOf(const store::ContentKey& key) const;

    // Stage two.
    [[nodiscard]] facts::Status symbolStage();
    [[nodiscard]] std::vector<SymbolJob> symbolJobs() const;
    [[nodiscard]] ParsedContent readAndParse(const SymbolJob& job) const;

    // Transactions of a size that keeps both the log and the loss by a kill small.
    [[nodiscard]] facts::Status growTransaction(std::size_t bytes);
    [[nodiscard]] facts::Status endTransaction();

    // Tells the observer.
    void announceTree(bool stateChanged) const;
    void announceSymbols() const;

    source::SourceTree& tree_;
    const Options& options_;
    const Observer& observer_;
    const std::atomic<bool>& cancel_;
    store::Writer& writer_;
    std::optional<store::Known>& known_; // as before the run; read by all threads
    source::Scope scope_;
    bool anew_ = false; // nothing is known of what the observer was told before
    Ticker ticker_;
    unsigned threads_;

    source::Listing listing_;
    Plan plan_;
    std::unordered_map<store::ContentKey, store::ContentId, store::HashKey> added_; // contents of this run
    std::vector<bool> written_;                                                     // rows written already
    std::vector<std::size_t> put_;                // files whose rows are new or other
    std::vector<std::string> removed_;            // paths whose rows are gone
    std::unordered_set<store::ContentId> parsed_; // contents with symbols of this run
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
