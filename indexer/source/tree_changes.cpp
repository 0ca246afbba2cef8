#include "indexer/source/tree_changes.h"

#include "indexer/source/file_kind.h"

#include <string_view>

namespace espalier::source {
namespace {

// Trees may name each other so that a few of them stand for more files than there are atoms.
constexpr std::size_t kMaxEntries = 20'000'000;
constexpr int kMaxDepth = 200;

bool isTree(const git_tree_entry* entry) {
    return entry && git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE;
}

bool isSafe(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos;
}

bool sameEntry(const git_tree_entry* a, const git_tree_entry* b) {
    return git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
           git_tree_entry_filemode_raw(a) == git_tree_entry_filemode_raw(b);
}

} // namespace

bool TreeChanges::compare(const git_tree* before, const git_tree* after, const std::string& folder,
                          int depth) {
    const std::size_t beforeCount = before ? git_tree_entrycount(before) : 0;
    const std::size_t afterCount = after ? git_tree_entrycount(after) : 0;
    bool complete = true;
    std::size_t i = 0, k = 0;
    while (i < beforeCount || k < afterCount) {
        const git_tree_entry* old = i < beforeCount ? git_tree_entry_byindex(before, i) : nullptr;
        const git_tree_entry* now = k < afterCount ? git_tree_entry_byindex(after, k) : nullptr;
        if (old && now) {
            // The trees' own order, in which a folder is not where a file of that name would be.
            const int order = git_tree_entry_cmp(old, now);
            if (order < 0)
                now = nullptr;
            else if (order > 0)
                old = nullptr;
        }
        i += old != nullptr;
        k += now != nullptr;
        if (++visited_ > kMaxEntries) {
            if (visited_ == kMaxEntries + 1)
                problem(folder, "too-many-files", "more than 20 million entries; the rest is left out");
            return true;
        }
        if (!(old && now && sameEntry(old, now)) && !changed(old, now, folder, depth))
            complete = false;
    }
    return complete;
}

bool TreeChanges::isFile(const git_tree_entry* entry) const {
    return entry && (git_tree_entry_filemode_raw(entry) & 0170000) == 0100000 &&
           (everyFile_ || fileKind(git_tree_entry_name(entry)));
}

// Entries of one name and sort, or one of them null.
bool TreeChanges::changed(const git_tree_entry* before, const git_tree_entry* after,
                          const std::string& folder, int depth) {
    const char* name = git_tree_entry_name(after ? after : before);
    if (!isSafe(name)) {
        problem(folder, "bad-name", "an entry has a name that no file can have; it is left out");
        return true;
    }
    file(isFile(before) ? before : nullptr, isFile(after) ? after : nullptr, folder);
    if (isTree(before) || isTree(after))
        return enter(isTree(before) ? before : nullptr, isTree(after) ? after : nullptr, folder + name + '/',
                     depth + 1);
    return true;
}

void TreeChanges::file(const git_tree_entry* before, const git_tree_entry* after, const std::string& folder) {
    if (after && (!before || !sameEntry(before, after))) {
        const std::string_view name = git_tree_entry_name(after);
        out_.present.push_back({folder + std::string(name), fileKind(name).value_or(facts::FileKind::Other),
                                toBlobId(git_tree_entry_id(after))});
    } else if (before && !after) {
        out_.gone.push_back(folder + git_tree_entry_name(before));
    }
}

bool TreeChanges::enter(const git_tree_entry* before, const git_tree_entry* after, const std::string& folder,
                        int depth) {
    if (depth > kMaxDepth) {
        problem(folder, "path-too-deep", "folders this deep are left out");
        return true;
    }
    bool readable = true;
    const GitTree old = tree(before, {}, readable), now = tree(after, folder, readable);
    return compare(old.get(), now.get(), folder, depth) && readable;
}

// Null for a null entry, and for a tree that is missing or damaged: then `readable` is false, and there is a
// problem if `path` is not empty.
GitTree TreeChanges::tree(const git_tree_entry* entry, const std::string& path, bool& readable) {
    git_tree* raw = nullptr;
    if (entry && git_tree_lookup(&raw, repository_, git_tree_entry_id(entry)) != 0) {
        readable = false;
        if (!path.empty())
            problem(path, "object-missing", "this folder is not in the repository: " + lastGitError());
    }
    return GitTree(raw);
}

void TreeChanges::problem(const std::string& path, const char* code, std::string message) {
    out_.problems.push_back({path, {code, 0, 0, std::move(message)}});
}

} // namespace espalier::source
