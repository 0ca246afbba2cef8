// How the files of two git trees differ. Folders of equal id are not looked into.
#pragma once

#include "indexer/facts/history.h"
#include "indexer/source/libgit2.h"

#include <string>

namespace espalier::source {

class TreeChanges {
public:
    // `everyFile`: not only those that matter (file_kind.h).
    TreeChanges(git_repository* repository, bool everyFile, facts::Revision& out)
        : repository_(repository)
        , everyFile_(everyFile)
        , out_(out) {}

    // Adds what `after` has other than `before` to the revision. Either may be null: an empty tree. False if
    // a tree of either cannot be read: what was added then is not all.
    [[nodiscard]] bool compare(const git_tree* before, const git_tree* after, const std::string& folder = {},
                               int depth = 0);

private:
    [[nodiscard]] bool enter(const git_tree_entry* before, const git_tree_entry* after,
                             const std::string& folder, int depth);
    [[nodiscard]] bool changed(const git_tree_entry* before, const git_tree_entry* after,
                               const std::string& folder, int depth);
    [[nodiscard]] bool isFile(const git_tree_entry* entry) const;
    void file(const git_tree_entry* before, const git_tree_entry* after, const std::string& folder);
    [[nodiscard]] GitTree tree(const git_tree_entry* entry, const std::string& path, bool& readable);
    void problem(const std::string& path, const char* code, std::string message);

    git_repository* repository_;
    bool everyFile_;
    facts::Revision& out_;
    std::size_t visited_ = 0;
};

} // namespace espalier::source
