#include "indexer/source/walker.h"

#include "indexer/facts/glob.h"
#include "indexer/source/file_kind.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace espalier::source {
namespace {

constexpr int kMaxDepth = 200;               // one descriptor is open per level
constexpr std::size_t kMaxPathBytes = 4'000; // under the kernel's 4,096 for one call

bool isForeignName(const std::string& name) {
    return name == "site-packages" || name == "dist-packages";
}

} // namespace

void Walker::problem(const std::string& path, std::string code, std::string message) {
    out_.problems.push_back({path, {std::move(code), 0, 0, std::move(message)}});
}

void Walker::walk() {
    Descriptor fd(openat(rootFd_, ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY));
    if (!fd.valid())
        return problem("", "unreadable", std::strerror(errno));
    walkFolder(std::move(fd), "", 0, false);
}

bool Walker::readItems(int fd, std::vector<Item>& items) {
    struct CloseDir {
        void operator()(DIR* dir) const { closedir(dir); }
    };
    // A copy of the descriptor, as closing a DIR closes its own.
    const std::unique_ptr<DIR, CloseDir> dir(fdopendir(fcntl(fd, F_DUPFD_CLOEXEC, 0)));
    if (!dir)
        return false;
    for (;;) {
        errno = 0;
        const dirent* entry = readdir(dir.get());
        if (!entry)
            return errno == 0;
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            items.push_back({std::string(name), entry->d_type});
    }
}

void Walker::walkFolder(Descriptor fd, std::string path, int depth, bool trackedOnly) {
    Folder folder{fd.get(), std::move(path), depth, trackedOnly};
    std::vector<Item> items;
    if (!readItems(folder.fd, items))
        problem(folder.path, "unreadable", std::strerror(errno));
    if (isForeign(folder, items)) {
        if (!git_ || !git_->tracksBelow(std::string_view(folder.path).substr(0, folder.path.size() - 1)))
            return;
        folder.trackedOnly = true;
    }
    if (git_)
        for (const Item& item : items)
            noteGitFiles(folder, item);
    for (const Item& item : items) {
        if (cancel_.load(std::memory_order_relaxed))
            return;
        visit(folder, item);
    }
}

void Walker::noteGitFiles(const Folder& folder, const Item& item) {
    const std::string path = folder.path + item.name;
    if (item.name == ".gitattributes" && !git_->tracks(path))
        git_->noteAttributes(path);
    if (item.name != ".gitignore")
        return;
    const unsigned char type = typeOf(folder, item);
    if (type == DT_FIFO || type == DT_CHR || type == DT_BLK || type == DT_SOCK) {
        problem(path, "unreadable", "not a regular file; nothing is ignored");
        git_->distrustIgnoreRules();
    }
}

// Whether the folder is a virtual environment or a repository of its own.
bool Walker::isForeign(const Folder& folder, const std::vector<Item>& items) const {
    return !options_.includeNested && folder.depth > 0 &&
           std::any_of(items.begin(), items.end(),
                       [](const Item& item) { return item.name == "pyvenv.cfg" || item.name == ".git"; });
}

unsigned char Walker::typeOf(const Folder& folder, const Item& item) const {
    if (item.type != DT_UNKNOWN)
        return item.type;
    struct stat st {};
    if (fstatat(folder.fd, item.name.c_str(), &st, AT_SYMLINK_NOFOLLOW) != 0)
        return DT_UNKNOWN;
    return IFTODT(st.st_mode);
}

void Walker::visit(const Folder& folder, const Item& item) {
    if (item.name == ".git")
        return;
    const unsigned char type = typeOf(folder, item);
    if (type != DT_DIR && !fileKind(item.name))
        return;
    std::string path = folder.path + item.name;
    if (path.size() > kMaxPathBytes)
        return problem(path, "path-too-deep", "the path is longer than 4,000 bytes");
    if (type == DT_DIR)
        visitFolder(folder, item, path);
    else
        visitFile(folder, item, std::move(path), type);
}

// True if a pattern names the folder with all that is in it ("**/node_modules/**"): then it need not be
// entered.
bool Walker::excludesAllBelow(const std::string& folderPath) const {
    return std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](const std::string& pattern) {
        return pattern.ends_with("/**") && facts::globMatches(pattern, folderPath + "/\1");
    });
}

void Walker::visitFolder(const Folder& folder, const Item& item, const std::string& path) {
    if (excludesAllBelow(path))
        return;
    bool trackedOnly = folder.trackedOnly;
    if (item.name == "__pycache__" || (!options_.includeNested && isForeignName(item.name)))
        trackedOnly = true;
    if (!git_ || !git_->tracksBelow(path)) {
        if (trackedOnly || (git_ && git_->ignores(path + "/")))
            return;
    }
    if (folder.depth >= kMaxDepth)
        return problem(path, "path-too-deep", "more than 200 folders inside each other");
    Descriptor fd(openat(folder.fd, item.name.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW));
    if (!fd.valid())
        return problem(path, errno == ENOENT ? "vanished" : "unreadable", std::strerror(errno));
    walkFolder(std::move(fd), path + "/", folder.depth + 1, trackedOnly);
}

void Walker::visitFile(const Folder& folder, const Item& item, std::string path, unsigned char type) {
    const bool tracked = git_ && git_->tracks(path);
    const bool link = type == DT_LNK;
    if (!tracked && (folder.trackedOnly || link || (git_ && git_->ignores(path))))
        return;
    if (facts::anyGlobMatches(options_.exclude, path))
        return;
    Entry entry;
    entry.kind = *fileKind(item.name);
    struct stat st {};
    if (link) {
        // Git tracks a link as such as a rule, and then it is no file of its own.
        if (!git_->tracksRegular(path))
            return;
        const Descriptor target = openBeneath(rootFd_, path, Links::WithinTree);
        if (!target.valid() || fstat(target.get(), &st) != 0)
            return; // leads out of the tree, or nowhere
        entry.isLink = true;
    } else if (fstatat(folder.fd, item.name.c_str(), &st, AT_SYMLINK_NOFOLLOW) != 0) {
        return problem(path, "vanished", "gone while the folder was being listed");
    }
    entry.stat = fileStat(st);
    if (!isValidUtf8(item.name) || !isValidUtf8(path))
        entry.problems.push_back({"not-utf8-path", 0, 0, "the file's name is not valid UTF-8"});
    if (hasFacts(entry.kind) && !S_ISREG(st.st_mode)) {
        entry.readable = false;
        entry.problems.push_back({"unreadable", 0, 0, "not a regular file"});
    } else if (hasFacts(entry.kind) && entry.stat.sizeBytes > options_.maxFileBytes) {
        entry.readable = false;
        entry.problems.push_back(tooLarge(options_.maxFileBytes));
    }
    entry.path = std::move(path);
    out_.entries.push_back(std::move(entry));
}

} // namespace espalier::source
