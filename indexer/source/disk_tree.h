// The working tree of a project on disk.
//
// Listed are Python sources, stubs, notebooks, extension modules and marker files (file_kind.h): those that
// git tracks, and the others unless `.gitignore` names them or they lie in a folder that is no part of the
// project: site-packages, dist-packages, __pycache__, virtual environments (pyvenv.cfg), repositories of
// their own. Links are not followed, except one to a file within the tree that git tracks as a regular file.
//
// Problem codes: unreadable, vanished, too-large, path-too-deep, not-utf8-path, git-unreadable.
//
// Measured: 25,060 files in 2,854 folders, with a git index of 55,549 entries, take about 200 ms on one core
// when warm; 75 of them are libgit2 reading the index.
#pragma once

#include "indexer/facts/result.h"
#include "indexer/source/beneath.h"
#include "indexer/source/git_view.h"
#include "indexer/source/source_tree.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace espalier::source {

struct DiskOptions {
    std::string root;
    std::vector<std::string> exclude; // globs over relative paths; these hold for tracked files too
    bool includeNested = false;       // the folders that are no part of the project, too
    std::uint64_t maxFileBytes = 50'000'000;
    bool everyFile = false; // lists all files, whatever their names; in a folder that git ignores, those only
                            // that lie beside a tracked file that matters
};

class DiskTree final : public SourceTree {
public:
    // Errors: the root does not exist, is no folder, may not be read.
    [[nodiscard]] static facts::Result<std::unique_ptr<DiskTree>> open(DiskOptions options);

    // What git tracks is read anew for the whole tree only: when git's index or its rules have changed, that
    // has to be listed. HEAD is looked up each time.
    [[nodiscard]] facts::Result<Listing> list(const Scope& scope, const std::atomic<bool>& cancel) override;
    [[nodiscard]] Content read(const Entry& entry) const override;
    [[nodiscard]] bool rootPresent() const override;
    // `entering` is told of every folder (relative path, "" for the root) just before list() looks into it,
    // on list()'s thread.
    void onFolder(std::function<void(const std::string& folder)> entering) {
        entering_ = std::move(entering);
    }
    // As of the last listing.
    [[nodiscard]] GitFiles gitFiles() const;
    [[nodiscard]] const std::string& root() const { return options_.root; } // absolute, links resolved

private:
    DiskTree(DiskOptions options, Descriptor root)
        : options_(std::move(options))
        , root_(std::move(root)) {}

    DiskOptions options_;
    Descriptor root_;
    std::function<void(const std::string&)> entering_;
    std::unique_ptr<GitView> git_; // null before the first listing, and where there is no git
};

} // namespace espalier::source
