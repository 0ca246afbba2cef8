#include "indexer/source/walker.h"

#include "indexer/facts/glob.h"
#include "indexer/source/file_kind.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace espalier::source {
namespace {

constexpr int kMaxDepth = 200;               // one descriptor is open per level
constexpr std::size_t kMaxPathBytes = 4'000; // under the kernel's 4,096 for one call

// What a virtual environment or a repository of its own holds.
constexpr std::array<const char*, 2> kForeignMarks{"pyvenv.cfg", ".git"};

bool isForeignName(const std::string& name) {
    return name == "site-packages" || name == "dist-packages";
}

} // namespace

void Walker::problem(const std::string& path, std::string code, std::string message) {
    out_.problems.push_back({path, {std::move(code), 0, 0, std::move(message)}});
}

void Walker::walk(const Scope& scope) {
    for (const std::string& path : scope.paths())
        walkTo(path);
}

// Goes down to `path` as a walk of everything would, but looks at nothing on the way.
void Walker::walkTo(const std::string& path) {
    Descriptor fd(openat(rootFd_, ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY));
    if (!fd.valid())
        return problem("", "unreadable", std::strerror(errno));
    if (path.empty())
        return walkFolder(std::move(fd), "", 0, false);
    Folder folder{fd.get(), "", 0, false};
    for (std::size_t slash; (slash = path.find('/', folder.path.size())) != std::string::npos;) {
        const std::string name = path.substr(folder.path.size(), slash - folder.path.size());
        if (name == ".git" || typeOf(folder, {name}) != DT_DIR)
            return;
        bool trackedOnly = false;
        Descriptor next = enter(folder, name, path.substr(0, slash), trackedOnly);
        if (!next.valid())
            return;
        fd = std::move(next);
        folder = {fd.get(), path.substr(0, slash + 1), folder.depth + 1, trackedOnly};
        const bool foreign = std::any_of(kForeignMarks.begin(), kForeignMarks.end(), [&](const char* mark) {
            return typeOf(folder, {mark}) != DT_UNKNOWN;
        });
        if (!staysIn(folder, foreign))
            return;
    }
    const Item item{path.substr(folder.path.size())};
    if (typeOf(folder, item) != DT_UNKNOWN) // else it is gone
        visit(folder, item);
}

namespace {

template <class Add>
void addItem(const char* name, unsigned char type, const Add& add) {
    const std::string_view view(name);
    if (view != "." && view != "..")
        add(view, type);
}

#ifdef __linux__
// Without a stream around the descriptor: opening one costs four more calls for each folder.
template <class Add>
bool forEachItem(int fd, const Add& add) {
    alignas(dirent64) std::array<char, 32'768> buffer;
    for (;;) {
        const ssize_t size = getdents64(fd, buffer.data(), buffer.size());
        if (size <= 0)
            return size == 0;
        for (ssize_t at = 0; at < size;) {
            const auto* entry = reinterpret_cast<const dirent64*>(buffer.data() + at);
            addItem(entry->d_name, entry->d_type, add);
            at += entry->d_reclen;
        }
    }
}
#else
template <class Add>
bool forEachItem(int fd, const Add& add) {
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
        addItem(entry->d_name, entry->d_type, add);
    }
}
#endif

} // namespace

bool Walker::readItems(int fd, std::vector<Item>& items) {
    return forEachItem(fd, [&](std::string_view name, unsigned char type) {
        items.push_back({std::string(name), type});
    });
}

void Walker::walkFolder(Descriptor fd, std::string path, int depth, bool trackedOnly) {
    Folder folder{fd.get(), std::move(path), depth, trackedOnly};
    if (entering_)
        entering_(folder.path.substr(0, folder.path.size() - (depth > 0 ? 1 : 0)));
    std::vector<Item> items;
    if (!readItems(folder.fd, items))
        problem(folder.path, "unreadable", std::strerror(errno));
    const bool foreign = std::any_of(items.begin(), items.end(), [](const Item& item) {
        return std::find(kForeignMarks.begin(), kForeignMarks.end(), item.name) != kForeignMarks.end();
    });
    if (!staysIn(folder, foreign))
        return;
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

// Whether to go on in a folder that is `foreign` or not. In a foreign one only tracked files count.
bool Walker::staysIn(Folder& folder, bool foreign) const {
    if (!foreign || options_.includeNested || folder.depth == 0)
        return true;
    folder.trackedOnly = true;
    return git_ && git_->tracksBelow(std::string_view(folder.path).substr(0, folder.path.size() - 1));
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
    if (type != DT_DIR && !options_.everyFile && !fileKind(item.name))
        return;
    std::string path = folder.path + item.name;
    if (path.size() > kMaxPathBytes)
        return problem(path, "path-too-deep", "the path is longer than 4,000 bytes");
    if (type != DT_DIR)
        return visitFile(folder, item, std::move(path), type);
    bool trackedOnly = false;
    Descriptor fd = enter(folder, item.name, path, trackedOnly);
    if (fd.valid())
        walkFolder(std::move(fd), path + "/", folder.depth + 1, trackedOnly);
}

// True if a pattern names the folder with all that is in it ("**/node_modules/**"): then it need not be
// entered.
bool Walker::excludesAllBelow(const std::string& folderPath) const {
    return std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](const std::string& pattern) {
        return pattern.ends_with("/**") && facts::globMatches(pattern, folderPath + "/\1");
    });
}

// Opens a folder that a walk goes into; invalid if it does not.
Descriptor Walker::enter(const Folder& folder, const std::string& name, const std::string& path,
                         bool& trackedOnly) {
    if (excludesAllBelow(path))
        return {};
    trackedOnly =
        folder.trackedOnly || name == "__pycache__" || (!options_.includeNested && isForeignName(name));
    if ((!git_ || !git_->tracksBelow(path)) && (trackedOnly || (git_ && git_->ignores(path + "/"))))
        return {};
    if (folder.depth >= kMaxDepth) {
        problem(path, "path-too-deep", "more than 200 folders inside each other");
        return {};
    }
    Descriptor fd(openat(folder.fd, name.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW));
    if (!fd.valid())
        problem(path, errno == ENOENT ? "vanished" : "unreadable", std::strerror(errno));
    return fd;
}

void Walker::visitFile(const Folder& folder, const Item& item, std::string path, unsigned char type) {
    const bool tracked = git_ && git_->tracks(path);
    const bool link = type == DT_LNK;
    if (!tracked && (folder.trackedOnly || link || (git_ && git_->ignores(path))))
        return;
    if (facts::anyGlobMatches(options_.exclude, path))
        return;
    Entry entry;
    entry.kind = fileKind(item.name).value_or(facts::FileKind::Other);
    const bool isRead = options_.everyFile || hasFacts(entry.kind);
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
    if (isRead && !S_ISREG(st.st_mode)) {
        entry.readable = false;
        entry.problems.push_back({"unreadable", 0, 0, "not a regular file"});
    } else if (isRead && entry.stat.sizeBytes > options_.maxFileBytes) {
        entry.readable = false;
        entry.problems.push_back(tooLarge(options_.maxFileBytes));
    }
    entry.path = std::move(path);
    out_.entries.push_back(std::move(entry));
}

} // namespace espalier::source
