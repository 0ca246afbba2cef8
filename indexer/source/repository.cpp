#include "indexer/source/repository.h"

#include "indexer/source/beneath.h"
#include "indexer/source/file_kind.h"
#include "indexer/source/libgit2.h"
#include "indexer/source/tree_changes.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <unordered_set>

namespace espalier::source {
namespace {

constexpr std::size_t kMostRenames = 1000;        // candidates for a file that are compared with it
constexpr std::size_t kMostRenamePairs = 400'000; // some 9 µs each

std::string hex(const git_oid* id) {
    std::array<char, GIT_OID_HEXSZ + 1> text{};
    return git_oid_tostr(text.data(), text.size(), id);
}

// Old commits and those of careless tools are in a Latin alphabet, whatever they say.
std::string toUtf8(std::string_view bytes) {
    if (isValidUtf8(bytes))
        return std::string(bytes);
    std::string out;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xc0 | code >> 6);
            out += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
    return out;
}

facts::Commit toCommit(const git_commit* commit) {
    facts::Commit out;
    out.id = hex(git_commit_id(commit));
    for (unsigned i = 0; i < git_commit_parentcount(commit); ++i)
        out.parents.push_back(hex(git_commit_parent_id(commit, i)));
    if (const git_signature* author = git_commit_author(commit)) {
        out.author = toUtf8(author->name ? author->name : "");
        out.email = toUtf8(author->email ? author->email : "");
        out.authored = author->when.time;
    }
    out.committed = git_commit_time(commit);
    out.offsetMinutes = git_commit_time_offset(commit);
    std::string_view message = git_commit_message(commit) ? git_commit_message(commit) : "";
    message.remove_prefix(std::min(message.find_first_not_of(" \t\r\n"), message.size()));
    out.subject = toUtf8(message.substr(0, std::min<std::size_t>(message.find_first_of("\r\n"), 500)));
    return out;
}

} // namespace

std::optional<std::int64_t> endOfDay(std::string_view date) {
    int year = 0, month = 0, day = 0, length = 0;
    const std::string text(date);
    if (date.size() != 10 || std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 ||
        length != 10 || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    std::tm time{};
    time.tm_year = year - 1900;
    time.tm_mon = month - 1;
    time.tm_mday = day + 1;
    return timegm(&time);
}

struct Repository::State {
    GitRepository repository;
    GitOdb odb;
    std::string folder, prefix; // prefix: of `folder` below the work tree, "" or "a/b"
    bool bare = false;

    [[nodiscard]] facts::Error error(std::string what, std::string hint = {}) const {
        return {std::move(what), folder, std::move(hint)};
    }
    [[nodiscard]] GitCommit commit(const std::string& id) const {
        git_oid oid;
        git_commit* raw = nullptr;
        if (git_oid_fromstr(&oid, id.c_str()) == 0)
            git_commit_lookup(&raw, repository.get(), &oid);
        return GitCommit(raw);
    }
    // Of the project's folder; null with `readable` true if the commit has no such folder.
    [[nodiscard]] GitTree tree(const git_commit* commit, bool& readable) const;
};

GitTree Repository::State::tree(const git_commit* commit, bool& readable) const {
    git_tree* raw = nullptr;
    readable = git_commit_tree(&raw, commit) == 0;
    GitTree top(raw);
    if (!readable || prefix.empty())
        return top;
    git_tree_entry* entry = nullptr;
    const int found = git_tree_entry_bypath(&entry, top.get(), prefix.c_str());
    const GitOwner<git_tree_entry, git_tree_entry_free> owner(entry);
    if (found != 0 || git_tree_entry_filemode(entry) != GIT_FILEMODE_TREE)
        return {};
    raw = nullptr;
    readable = git_tree_lookup(&raw, repository.get(), git_tree_entry_id(entry)) == 0;
    return GitTree(raw);
}

Repository::Repository(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
Repository::~Repository() = default;

facts::Result<std::unique_ptr<Repository>> Repository::open(const std::string& folder) {
    initialiseGit();
    auto state = std::make_unique<State>();
    state->folder = folder;
    git_repository* repository = nullptr;
    const int opened = git_repository_open_ext(&repository, folder.c_str(), 0, nullptr);
    if (opened == GIT_ENOTFOUND)
        return state->error("not in a git repository", "history needs one");
    if (opened != 0)
        return state->error("the git repository cannot be opened: " + lastGitError());
    state->repository.reset(repository);
    git_odb* odb = nullptr;
    if (git_repository_odb(&odb, repository) != 0)
        return state->error("the repository's objects cannot be read: " + lastGitError());
    state->odb.reset(odb);
    const std::string below = folder.ends_with('/') ? folder : folder + "/";
    const char* workdir = git_repository_workdir(repository);
    // A repository that does not say that it is bare has a work tree around it, if only in name.
    state->bare = !workdir || below.starts_with(git_repository_path(repository));
    if (!state->bare && below.starts_with(workdir) && below.size() > std::string_view(workdir).size())
        state->prefix = below.substr(std::string_view(workdir).size(),
                                     below.size() - std::string_view(workdir).size() - 1);
    return std::unique_ptr<Repository>(new Repository(std::move(state)));
}

bool Repository::isBare() const {
    return state_->bare;
}

facts::Result<std::string> Repository::resolve(const std::string& revision) const {
    if (const auto end = endOfDay(revision)) {
        const auto head = resolve("HEAD");
        if (!head)
            return head;
        std::string found;
        const auto line = firstParentLine(*head, [&](const facts::Commit& commit) {
            if (commit.committed < *end)
                found = commit.id;
            return !found.empty();
        });
        if (line && found.empty())
            return state_->error("no commit as old as " + revision + " on HEAD's first-parent line");
        return line ? facts::Result<std::string>(found) : line.error();
    }
    git_object* raw = nullptr;
    if (git_revparse_single(&raw, state_->repository.get(), revision.c_str()) != 0)
        return state_->error("no such revision: " + revision,
                             "give a commit, branch, tag, or a date as 2025-12-31");
    const GitObject object(raw);
    git_object* peeled = nullptr;
    if (git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) != 0)
        return state_->error(revision + " is no commit");
    const GitObject commit(peeled);
    return hex(git_object_id(commit.get()));
}

facts::Result<facts::Commit> Repository::commit(const std::string& id) const {
    const GitCommit commit = state_->commit(id);
    if (!commit)
        return state_->error("commit " + id + " is not in the repository");
    return toCommit(commit.get());
}

bool Repository::reaches(const std::string& tip, const std::string& id) const {
    git_oid from, to;
    return tip == id || (git_oid_fromstr(&from, tip.c_str()) == 0 && git_oid_fromstr(&to, id.c_str()) == 0 &&
                         git_graph_descendant_of(state_->repository.get(), &from, &to) == 1);
}

facts::Result<FirstParentLine>
Repository::firstParentLine(const std::string& tip,
                            const std::function<bool(const facts::Commit&)>& stop) const {
    FirstParentLine line;
    GitCommit commit = state_->commit(tip);
    if (!commit)
        return state_->error("commit " + tip + " is not in the repository");
    while (commit && !stop(toCommit(commit.get()))) {
        line.commits.push_back(hex(git_commit_id(commit.get())));
        if (git_commit_parentcount(commit.get()) == 0)
            break;
        git_commit* parent = nullptr;
        line.cut = git_commit_parent(&parent, commit.get(), 0) != 0;
        commit.reset(parent);
    }
    return line;
}

facts::Result<std::vector<std::string>> Repository::reachable(const std::string& tip) const {
    std::vector<std::string> out;
    std::unordered_set<std::string> seen{tip};
    std::vector<std::string> open{tip};
    while (!open.empty()) {
        const GitCommit commit = state_->commit(open.back());
        if (!commit && out.empty())
            return state_->error("commit " + tip + " is not in the repository");
        if (commit)
            out.push_back(std::move(open.back()));
        open.pop_back();
        for (unsigned i = 0; commit && i < git_commit_parentcount(commit.get()); ++i)
            if (std::string parent = hex(git_commit_parent_id(commit.get(), i)); seen.insert(parent).second)
                open.push_back(std::move(parent));
    }
    return out;
}

facts::Result<facts::Revision> Repository::revision(const std::string& id, const std::string& before,
                                                    Files files) const {
    const GitCommit commit = state_->commit(id);
    if (!commit)
        return state_->error("commit " + id + " is not in the repository");
    facts::Revision out;
    out.commit = toCommit(commit.get());
    bool readable = true, beforeReadable = true;
    const GitTree after = state_->tree(commit.get(), readable);
    GitTree old;
    if (const GitCommit oldCommit = before.empty() ? GitCommit() : state_->commit(before))
        old = state_->tree(oldCommit.get(), beforeReadable);
    else
        out.whole = true;
    TreeChanges changes(state_->repository.get(), files == Files::All, out);
    if (!changes.compare(old.get(), after.get()) || !readable || !beforeReadable) {
        out.whole = true;
        out.present.clear();
        out.gone.clear();
        out.problems.clear();
        if (!readable)
            out.problems.push_back(
                {"", {"object-missing", 0, 0, "the commit's tree is not in the repository"}});
        TreeChanges all(state_->repository.get(), files == Files::All, out);
        (void)all.compare(nullptr, after.get()); // what cannot be read is among the problems
    }
    std::sort(out.present.begin(), out.present.end()); // trees sort a folder as if its name ended in '/'
    std::sort(out.gone.begin(), out.gone.end());
    return out;
}

std::optional<facts::BlobId> Repository::blobAt(const std::string& id, const std::string& path) const {
    const GitCommit commit = state_->commit(id);
    bool readable = true;
    const GitTree tree = commit ? state_->tree(commit.get(), readable) : GitTree();
    git_tree_entry* entry = nullptr;
    if (!tree || git_tree_entry_bypath(&entry, tree.get(), path.c_str()) != 0)
        return std::nullopt;
    const GitOwner<git_tree_entry, git_tree_entry_free> owner(entry);
    if ((git_tree_entry_filemode_raw(entry) & 0170000) != 0100000)
        return std::nullopt;
    return toBlobId(git_tree_entry_id(entry));
}

Content Repository::read(const facts::BlobId& blob, std::uint64_t maxBytes) const {
    Content out;
    const auto missing = [&] {
        out.state = Content::State::Unreadable;
        out.problem = {"object-missing", 0, 0, "the content is not in the repository: " + lastGitError()};
        return out;
    };
    git_oid id;
    git_oid_fromraw(&id, blob.bytes.data());
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_odb_read_header(&size, &type, state_->odb.get(), &id) != 0)
        return missing();
    if (size > maxBytes) {
        out.state = Content::State::TooLarge;
        out.problem = tooLarge(maxBytes);
        return out;
    }
    git_odb_object* raw = nullptr;
    if (git_odb_read(&raw, state_->odb.get(), &id) != 0)
        return missing();
    const GitOdbObject object(raw);
    out.bytes.assign(static_cast<const char*>(git_odb_object_data(raw)), git_odb_object_size(raw));
    return out;
}

std::vector<std::pair<std::string, std::string>> Repository::renames(const std::string& before,
                                                                     const std::string& after) const {
    std::vector<std::pair<std::string, std::string>> out;
    const GitCommit a = state_->commit(before), b = state_->commit(after);
    bool readable = a && b, readableToo = readable;
    const GitTree old = readable ? state_->tree(a.get(), readable) : GitTree();
    const GitTree now = readable ? state_->tree(b.get(), readableToo) : GitTree();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    std::string pattern = "*.py";
    std::array<char*, 1> patterns{pattern.data()};
    options.pathspec = {patterns.data(), patterns.size()};
    options.flags |= GIT_DIFF_SKIP_BINARY_CHECK;
    git_diff* raw = nullptr;
    if (!readable || !readableToo ||
        git_diff_tree_to_tree(&raw, state_->repository.get(), old.get(), now.get(), &options) != 0)
        return out;
    const GitOwner<git_diff, git_diff_free> diff(raw);
    git_diff_find_options find = GIT_DIFF_FIND_OPTIONS_INIT;
    find.flags = GIT_DIFF_FIND_RENAMES;
    find.rename_threshold = 50;
    find.rename_limit = kMostRenames;
    if (git_diff_num_deltas_of_type(raw, GIT_DELTA_ADDED) *
            git_diff_num_deltas_of_type(raw, GIT_DELTA_DELETED) >
        kMostRenamePairs)
        find.flags |= GIT_DIFF_FIND_EXACT_MATCH_ONLY;
    if (git_diff_find_similar(raw, &find) != 0)
        return out;
    for (std::size_t i = 0; i < git_diff_num_deltas(raw); ++i)
        if (const git_diff_delta* delta = git_diff_get_delta(raw, i); delta->status == GIT_DELTA_RENAMED)
            out.emplace_back(delta->old_file.path, delta->new_file.path);
    std::ranges::sort(out, {}, &std::pair<std::string, std::string>::second);
    return out;
}

std::vector<Repository::Tag> Repository::tags() const {
    std::vector<Tag> out;
    git_strarray names{};
    if (git_tag_list(&names, state_->repository.get()) != 0)
        return out;
    for (std::size_t i = 0; i < names.count; ++i)
        if (auto commit = resolve(std::string("refs/tags/") + names.strings[i]))
            out.push_back({toUtf8(names.strings[i]), std::move(*commit)});
    git_strarray_dispose(&names);
    std::sort(out.begin(), out.end(), [](const Tag& a, const Tag& b) { return a.name < b.name; });
    return out;
}

} // namespace espalier::source
