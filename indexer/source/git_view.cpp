#include "indexer/source/git_view.h"

#include "indexer/source/file_kind.h"
#include "indexer/source/libgit2.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unordered_map>
#include <unordered_set>

namespace espalier::source {
namespace {

// Whether a folder or one above it has an entry `.git`, be it a folder, a file or a link. libgit2 finds no
// work tree without one, and its initialisation costs milliseconds (it reads the system's certificates).
bool mayLieInRepository(const std::filesystem::path& root) {
    std::error_code ignored;
    for (std::filesystem::path folder = root;; folder = folder.parent_path()) {
        // What cannot be looked at counts: libgit2 has the last word.
        if (symlink_status(folder / ".git", ignored).type() != std::filesystem::file_type::not_found)
            return true;
        if (folder == folder.parent_path())
            return false;
    }
}

// Whether rules like these can make a file on disk differ from its blob.
bool mayConvert(const std::string& attributesPath) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(attributesPath, ignored)) // a pipe would never end
        return false;
    std::ifstream in(attributesPath, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    const std::string rules = text.str();
    constexpr std::array<std::string_view, 6> kWords{"text", "eol", "crlf", "filter", "ident", "encoding"};
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return rules.find(word) != std::string::npos; });
}

bool isRegular(const git_index_entry& entry) {
    return (entry.mode & 0170000) == 0100000;
}

std::int64_t ns(const git_index_time& time) {
    return std::int64_t{time.seconds} * 1'000'000'000 + time.nanoseconds;
}

} // namespace

struct GitView::State {
    GitRepository repository;
    GitIndex index;              // owns what `tracked` points to
    std::string workdir, prefix; // prefix: of `root` below the work tree, "" or "a/b/"
    std::int64_t indexMtimeNs = 0;
    bool converts = false, ignoreRulesReadable = true;
    std::unordered_map<std::string_view, const git_index_entry*> tracked; // paths without the prefix
    std::unordered_set<std::string_view> folders;                         // with tracked files below, "a/b"

    void loadTracked();
    void loadConversions();
};

void GitView::State::loadTracked() {
    const std::size_t count = git_index_entrycount(index.get());
    tracked.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const git_index_entry* entry = git_index_get_byindex(index.get(), i);
        std::string_view path = entry->path;
        const std::string_view name = path.substr(path.rfind('/') + 1);
        if (name == ".gitattributes")
            converts = converts || mayConvert(workdir + std::string(path));
        if (!path.starts_with(prefix) || !fileKind(name) || (entry->mode & 0170000) == GIT_FILEMODE_COMMIT)
            continue;
        path.remove_prefix(prefix.size());
        tracked.emplace(path, entry);
        for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos && slash > 0;
             slash = path.rfind('/', slash - 1))
            if (!folders.insert(path.substr(0, slash)).second)
                break;
    }
}

void GitView::State::loadConversions() {
    git_config* raw = nullptr;
    if (git_repository_config_snapshot(&raw, repository.get()) == 0) {
        const GitConfig config(raw);
        const char* value = nullptr;
        if (git_config_get_string(&value, config.get(), "core.autocrlf") == 0)
            converts = std::string_view(value) != "false";
    }
    converts =
        converts || mayConvert(std::string(git_repository_commondir(repository.get())) + "info/attributes");
}

GitView::GitView(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
GitView::~GitView() = default;

std::unique_ptr<GitView> GitView::open(const std::string& root,
                                       std::vector<facts::ProjectProblem>& problems) {
    if (!mayLieInRepository(root))
        return nullptr;
    initialiseGit();
    auto state = std::make_unique<State>();
    const auto fail = [&](std::string_view what) {
        problems.push_back(
            {"",
             {"git-unreadable", 0, 0,
              std::string(what) + ": " + lastGitError() + "; listed as a folder without git"}});
        return std::unique_ptr<GitView>();
    };
    git_repository* repository = nullptr;
    const int opened = git_repository_open_ext(&repository, root.c_str(), 0, nullptr);
    if (opened == GIT_ENOTFOUND)
        return nullptr;
    if (opened != 0)
        return fail("the git repository cannot be opened");
    state->repository.reset(repository);
    const char* workdir = git_repository_workdir(repository);
    if (!workdir) // bare
        return nullptr;
    state->workdir = workdir;
    const std::string folder = root.ends_with('/') ? root : root + "/";
    if (!folder.starts_with(state->workdir)) // core.worktree points elsewhere
        return nullptr;
    state->prefix = folder.substr(state->workdir.size());
    git_index* index = nullptr;
    if (git_repository_index(&index, repository) != 0)
        return fail("git's index cannot be read");
    state->index.reset(index);
    struct stat st {};
    if (stat(git_index_path(index), &st) == 0)
        state->indexMtimeNs = std::int64_t{st.st_mtim.tv_sec} * 1'000'000'000 + st.st_mtim.tv_nsec;
    state->loadConversions();
    state->loadTracked();
    std::unique_ptr<GitView> view(new GitView(std::move(state)));
    // A home directory kept in git with "*" ignored, say: whoever asks for the folder wants to see it.
    if (!view->state_->prefix.empty() && view->state_->tracked.empty() && view->ignores(""))
        return nullptr;
    return view;
}

bool GitView::tracks(const std::string& path) const {
    return state_->tracked.contains(path);
}

bool GitView::tracksRegular(const std::string& path) const {
    const auto found = state_->tracked.find(path);
    return found != state_->tracked.end() && isRegular(*found->second);
}

bool GitView::tracksBelow(std::string_view folder) const {
    return state_->folders.contains(folder);
}

bool GitView::ignores(const std::string& path) const {
    int ignored = 0;
    return state_->ignoreRulesReadable &&
           git_ignore_path_is_ignored(&ignored, state_->repository.get(), (state_->prefix + path).c_str()) ==
               0 &&
           ignored != 0;
}

std::optional<facts::BlobId> GitView::cleanBlob(const std::string& path, const FileStat& stat) const {
    const auto found = state_->tracked.find(path);
    if (found == state_->tracked.end() || state_->converts)
        return std::nullopt;
    const git_index_entry& entry = *found->second;
    const bool special =
        git_index_entry_stage(&entry) != 0 || (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD);
    const bool same = entry.file_size == static_cast<std::uint32_t>(stat.sizeBytes) &&
                      ns(entry.mtime) == stat.mtimeNs && ns(entry.ctime) == stat.ctimeNs &&
                      entry.ino == static_cast<std::uint32_t>(stat.inode);
    if (!isRegular(entry) || special || !same || !stat.settledAt(state_->indexMtimeNs))
        return std::nullopt;
    return toBlobId(&entry.id);
}

std::string GitView::head() const {
    git_oid id;
    if (git_reference_name_to_id(&id, state_->repository.get(), "HEAD") != 0)
        return {}; // no commit yet
    char hex[GIT_OID_HEXSZ + 1];
    return git_oid_tostr(hex, sizeof hex, &id);
}

GitFiles GitView::files() const {
    const std::string own = git_repository_path(state_->repository.get());
    const std::string common = git_repository_commondir(state_->repository.get());
    GitFiles files;
    files.rules = {own + "index", common + "config", common + "info/attributes", common + "info/exclude"};
    for (std::string above = state_->prefix; !above.empty();) { // "a/b/", "a/", ""
        above.pop_back();
        above.resize(above.rfind('/') + 1);
        for (const char* name : {".gitignore", ".gitattributes"})
            files.rules.push_back(state_->workdir + above + name);
    }
    files.head = {own + "HEAD", common + "packed-refs"};
    git_reference* raw = nullptr;
    if (git_reference_lookup(&raw, state_->repository.get(), "HEAD") == 0) {
        const GitReference head(raw);
        if (const char* branch = git_reference_symbolic_target(head.get()))
            files.head.push_back(common + branch);
    }
    return files;
}

void GitView::distrustIgnoreRules() {
    state_->ignoreRulesReadable = false;
}

void GitView::noteAttributes(const std::string& path) {
    state_->converts = state_->converts || mayConvert(state_->workdir + state_->prefix + path);
}

} // namespace espalier::source
