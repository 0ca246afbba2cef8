// What git knows about a folder: which files it tracks and with which content, which others it ignores, and
// HEAD. Read through libgit2, which never runs anything that a repository's configuration names. The user's
// and the system's git settings are left out, so that the result depends on the repository alone.
//
// Not thread-safe.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/source/source_tree.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::source {

// The files, by absolute path, that decide what a GitView says. They need not exist.
struct GitFiles {
    std::vector<std::string> rules; // index, configuration, attributes and ignore rules outside of `root`
    std::vector<std::string> head;  // what names HEAD's commit
};

class GitView {
public:
    // The repository that the folder `root` (absolute, without links) lies in; null if there is none, or if
    // it ignores the folder as a whole. A damaged repository counts as none, with a problem.
    static std::unique_ptr<GitView> open(const std::string& root,
                                         std::vector<facts::ProjectProblem>& problems);
    ~GitView();

    // Paths are relative to `root` here and below.
    [[nodiscard]] bool tracks(const std::string& path) const;
    [[nodiscard]] bool tracksRegular(const std::string& path) const; // as a file, not as a link
    // Whether a file that matters (file_kind.h) is tracked below the folder.
    [[nodiscard]] bool tracksBelow(std::string_view folder) const;
    // For untracked paths. A folder's path ends in '/'.
    [[nodiscard]] bool ignores(const std::string& path) const;
    // The content that the index has for the file, if the file looks unchanged since: same size, times and
    // inode, and not so young that it may have changed again. Nothing where git converts contents (autocrlf,
    // text, filters): there the index's id is not that of the file on disk.
    [[nodiscard]] std::optional<facts::BlobId> cleanBlob(const std::string& path, const FileStat& stat) const;
    [[nodiscard]] std::string head() const; // commit id as it is now; empty before the first commit
    [[nodiscard]] GitFiles files() const;
    // To be told of a .gitattributes that is not tracked.
    void noteAttributes(const std::string& path);
    // To be told of a .gitignore that is a pipe or a device: libgit2 would wait for it. Nothing is ignored
    // from then on.
    void distrustIgnoreRules();

private:
    struct State;
    explicit GitView(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace espalier::source
