// The commits, trees and contents of a git repository, read through libgit2, which never runs anything that a
// repository's configuration names. Work trees, bare repositories, and clones that lack objects.
//
// Used by one thread; each may have its own.
#pragma once

#include "indexer/facts/history.h"
#include "indexer/facts/result.h"
#include "indexer/source/source_tree.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace espalier::source {

// Newest first.
struct FirstParentLine {
    std::vector<std::string> commits;
    bool cut = false; // a parent is missing: a shallow clone
};

class Repository {
public:
    // `folder` (absolute, links resolved) lies in a work tree, or is a bare repository, or a .git folder.
    // Paths below are relative to it if it lies in a work tree, else to the repository's top. Errors: no
    // repository there, damaged.
    [[nodiscard]] static facts::Result<std::unique_ptr<Repository>> open(const std::string& folder);
    ~Repository();

    [[nodiscard]] bool isBare() const; // or was opened by its .git folder
    // What git's revision syntax makes of it (commit, branch, tag, "HEAD~3"), or, for a date "2025-09-08",
    // the last commit of that day (UTC) or before on HEAD's first-parent line: a commit's id. Errors: there
    // is no such thing.
    [[nodiscard]] facts::Result<std::string> resolve(const std::string& revision) const;
    [[nodiscard]] facts::Result<facts::Commit> commit(const std::string& id) const;
    // All commits that `tip` reaches, in no particular order; without those that are missing.
    [[nodiscard]] facts::Result<std::vector<std::string>> reachable(const std::string& tip) const;
    // Whether `id` is `tip`, or one of the commits before it.
    [[nodiscard]] bool reaches(const std::string& tip, const std::string& id) const;
    // From `tip` to its first parent and on, up to and without the first commit that `stop` says true for.
    [[nodiscard]] facts::Result<FirstParentLine>
    firstParentLine(const std::string& tip, const std::function<bool(const facts::Commit&)>& stop) const;

    // Which files count: those that matter (file_kind.h), or all. Links and submodules never do.
    enum class Files : std::uint8_t { Matter, All };
    // The commit with its files as they differ from those of `before`; with all, if that is empty. Problem
    // codes: object-missing (a folder's files are unknown, and the revision is whole), path-too-deep,
    // bad-name, too-many-files. Errors: the commit is missing.
    [[nodiscard]] facts::Result<facts::Revision>
    revision(const std::string& id, const std::string& before = {}, Files files = Files::Matter) const;

    // The content of a file as the commit has it; nothing for what is no file there.
    [[nodiscard]] std::optional<facts::BlobId> blobAt(const std::string& id, const std::string& path) const;
    // Problem codes: object-missing, too-large.
    [[nodiscard]] Content read(const facts::BlobId& blob, std::uint64_t maxBytes) const;

    // Python files that a commit has under another path than `before`, at least half of their lines the same:
    // (path before, path after), sorted by the latter. Where very many files came and went (400,000 pairs),
    // only those that did not change at all. Nothing if a tree cannot be read.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> renames(const std::string& before,
                                                                           const std::string& after) const;

    struct Tag {
        std::string name, commit;
    };
    [[nodiscard]] std::vector<Tag> tags() const; // sorted by name; those of commits

private:
    struct State;
    explicit Repository(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// A date as "2025-09-08": the first second behind that day in UTC, in seconds since 1970. Nothing for other
// texts.
[[nodiscard]] std::optional<std::int64_t> endOfDay(std::string_view date);

} // namespace espalier::source
