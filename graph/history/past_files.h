// The part of a project that decides who imports some targets, at one commit after the other.
#pragma once

#include "graph/history/violations.h"
#include "indexer/facts/history.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace espalier::graph {

// Which contents and which folders matter for some targets.
class PastScope {
public:
    // Has source roots; `config` has to outlive it.
    PastScope(const std::vector<DeprecatedTarget>& targets, const Config& config);

    using ReadFacts = std::function<std::vector<std::shared_ptr<const facts::SourceFacts>>(
        std::span<const facts::TreeFile>)>;
    // Finds, and keeps, the facts that matter of all contents of the line. False if it was cancelled.
    [[nodiscard]] bool read(const facts::Timeline& timeline, const ReadFacts& readFacts,
                            const std::atomic<bool>& cancel);

    // Whether the file counts: null if not.
    [[nodiscard]] const std::shared_ptr<const facts::SourceFacts>* factsOf(const facts::TreeFile& file) const;
    // Borders of so many stretches of the line with about as many commits that matter in each; begins with 0,
    // ends with their number.
    [[nodiscard]] std::vector<std::uint32_t> evenly(const facts::Timeline& timeline,
                                                    unsigned stretches) const;

private:
    [[nodiscard]] bool isRead(const facts::TreeFile& file) const;
    [[nodiscard]] bool liesOnTheWay(std::string_view path) const;
    [[nodiscard]] bool names(const facts::SourceFacts& facts) const;
    [[nodiscard]] bool namesPart(std::string_view dotted) const;

    struct HashBlob {
        std::size_t operator()(const facts::BlobId& blob) const noexcept;
    };
    const std::vector<std::string>& exclude_;               // globs
    std::unordered_set<std::string> folders_;               // "" or "a/b"
    std::unordered_set<std::string_view> parts_, packages_; // last parts of targets, and of what they lie in
    std::vector<std::string> texts_;                        // that the views above look at
    std::unordered_map<facts::BlobId, std::shared_ptr<const facts::SourceFacts>, HashBlob> kept_;
};

// The files that matter, as of the commit that was applied last.
class PastFiles {
public:
    explicit PastFiles(const PastScope& scope)
        : scope_(scope) {}

    // Whether something that matters has changed.
    bool apply(const facts::Revision& revision);
    [[nodiscard]] facts::ProjectFacts project() const;

private:
    const PastScope& scope_;
    std::map<std::string, facts::SourceFile> files_;
};

} // namespace espalier::graph
