// The files of one commit as a source tree.
#pragma once

#include "indexer/source/repositories.h"
#include "indexer/source/source_tree.h"

#include <memory>
#include <string>
#include <vector>

namespace espalier::source {

struct CommitTreeOptions {
    std::string folder;               // absolute: see Repository::open()
    std::string revision;             // see Repository::resolve()
    std::vector<std::string> exclude; // globs over relative paths
    std::uint64_t maxFileBytes = 50'000'000;
    bool everyFile = false; // lists all files, whatever their names
};

class CommitTree final : public SourceTree {
public:
    // Errors: no repository, no such revision.
    [[nodiscard]] static facts::Result<std::unique_ptr<CommitTree>> open(CommitTreeOptions options);

    // Every entry names its blob; sizes and times are unknown. Problem codes: as Repository::revision().
    [[nodiscard]] facts::Result<Listing> list(const Scope& scope, const std::atomic<bool>& cancel) override;
    [[nodiscard]] Content read(const Entry& entry) const override;
    [[nodiscard]] bool rootPresent() const override { return true; }

    [[nodiscard]] const std::string& commit() const { return commit_; } // its id
    [[nodiscard]] Repositories& repositories() const { return *repositories_; }

private:
    CommitTree(CommitTreeOptions options, std::string commit, std::unique_ptr<Repository> first)
        : options_(std::move(options))
        , commit_(std::move(commit))
        , repositories_(std::make_unique<Repositories>(options_.folder, std::move(first))) {}

    CommitTreeOptions options_;
    std::string commit_;
    std::unique_ptr<Repositories> repositories_;
};

} // namespace espalier::source
