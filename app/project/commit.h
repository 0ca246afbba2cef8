// A project as one commit has it.
#pragma once

#include "app/project/open.h"

#include <atomic>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace espalier::pipeline {
struct Progress;
}

namespace espalier::project {

// What a person has decided about a project. Where it has no working tree, HEAD's files say it. `file`: an
// espalier.toml anywhere else, which is read instead; empty: none.
[[nodiscard]] LoadedConfig configOf(const Location& location, const std::string& file = {});

// Source roots, and through which of them a module gets its name, are found out once, at the newest state,
// and hold for all revisions: else a module would change its name when a folder beside it comes or goes.
// Completes `config` by what `newest`, a commit's id, says; leaves it as it is if that cannot be opened.
// `progress` and `cancel` as below, `mayRead` as in CommitRequest.
void takeRootsAt(const Location& location, const std::string& newest, LoadedConfig& config,
                 const std::function<void(const pipeline::Progress&)>& progress,
                 const std::atomic<bool>& cancel, const std::function<bool()>& mayRead = {});

struct CommitRequest {
    std::string revision; // commit, branch, tag, or a date as 2025-12-31: the last commit until then
    bool symbols = false;
    LoadedConfig config;
    std::function<bool()> mayRead = {}; // as history::CommitOptions::mayRead
};
// Source roots that are not configured are those of HEAD, or,
// for what HEAD does not descend from, guessed anew. Reads what is not known yet of the commit's files:
// not for the window's thread. `progress` as pipeline::index() calls it. Errors: no repository, no such
// revision, cancelled.
[[nodiscard]] facts::Result<graph::SnapshotPtr>
openCommit(const Location& location, CommitRequest request,
           const std::function<void(const pipeline::Progress&)>& progress, const std::atomic<bool>& cancel);

// Python files that have other paths in `after`: those of equal content, and between two commits, or up to
// HEAD, those of which at least half is the same. (path before, path after), sorted by the latter.
using RenamedPaths = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] RenamedPaths renames(const facts::ProjectFacts& before, const facts::ProjectFacts& after);
// The same in two steps, of which the first takes seconds in a large repository and depends on the commits
// only.
[[nodiscard]] RenamedPaths committedRenames(const Location& location, const std::string& before,
                                            const std::string& after);
[[nodiscard]] RenamedPaths renames(const facts::ProjectFacts& before, const facts::ProjectFacts& after,
                                   RenamedPaths committed);

} // namespace espalier::project
