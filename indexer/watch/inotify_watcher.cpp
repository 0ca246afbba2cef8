#include "indexer/watch/inotify_watcher.h"

#include "indexer/source/file_kind.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/inotify.h>
#include <unistd.h>

namespace espalier::watch {
namespace {

constexpr std::uint32_t kTreeMask = IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                    IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR |
                                    IN_DONT_FOLLOW | IN_EXCL_UNLINK;
constexpr std::uint32_t kGitMask = IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

std::string joined(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

bool decidesAboutOthers(std::string_view name) {
    return name == ".gitignore" || name == ".gitattributes";
}

// Of a folder: whether it counts as part of the project.
bool decidesAboutItsFolder(std::string_view name) {
    return name == ".git" || name == "pyvenv.cfg";
}

} // namespace

InotifyWatcher::InotifyWatcher(WatcherOptions options)
    : options_(std::move(options))
    , inotify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (!inotify_.valid())
        failure_ = {std::string("the system gives no events of files: ") + std::strerror(errno),
                    {},
                    "fs.inotify.max_user_instances is the limit"};
}

std::optional<facts::Error> InotifyWatcher::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}

// The watch, or -1. A folder that is not there is no failure: whoever made it go is noticed above it.
int InotifyWatcher::add(const std::string& absolute, std::uint32_t mask) {
    const int watch = inotify_add_watch(inotify_.get(), absolute.c_str(), mask);
    if (watch < 0 && (errno == ENOSPC || errno == ENOMEM) && !failure_)
        failure_ = {
            "too many folders to be told of changes in each", {}, "fs.inotify.max_user_watches is the limit"};
    return watch;
}

void InotifyWatcher::watchFolder(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    if (failure_)
        return;
    const int watch = add(joined(options_.root, folder), kTreeMask);
    if (watch < 0)
        return;
    folderOf_[watch] = folder;
    watchOf_[folder] = watch;
}

void InotifyWatcher::watchGit(const source::GitFiles& files) {
    const std::lock_guard lock(mutex_);
    gitFiles_.clear();
    for (const std::string& file : files.rules)
        gitFiles_[file] = GitFile::Rules;
    for (const std::string& file : files.head)
        gitFiles_[file] = GitFile::Head;
    for (const auto& [file, kind] : gitFiles_) {
        const std::string folder = file.substr(0, file.rfind('/') + 1);
        const int watch = failure_ ? -1 : add(folder, kGitMask);
        if (watch >= 0)
            gitFolderOf_[watch] = folder;
    }
}

void InotifyWatcher::forgetWatch(int watch) {
    gitFolderOf_.erase(watch);
    const auto folder = folderOf_.find(watch);
    if (folder == folderOf_.end())
        return;
    if (const auto back = watchOf_.find(folder->second); back != watchOf_.end() && back->second == watch)
        watchOf_.erase(back);
    folderOf_.erase(folder);
}

// A folder has been moved away: its watches, and those below, would go on under names that are no longer
// theirs.
void InotifyWatcher::forget(const std::string& folder) {
    std::vector<int> watches;
    if (const auto own = watchOf_.find(folder); own != watchOf_.end())
        watches.push_back(own->second);
    const std::string below = folder + "/";
    for (auto at = watchOf_.lower_bound(below); at != watchOf_.end() && at->first.starts_with(below); ++at)
        watches.push_back(at->second);
    for (const int watch : watches) {
        inotify_rm_watch(inotify_.get(), watch);
        forgetWatch(watch);
    }
}

void InotifyWatcher::takeInTree(const inotify_event& event, const std::string& folder,
                                Clock::time_point now) {
    using Kind = Gatherer::Kind;
    const std::string name = event.len > 0 ? event.name : "";
    if (name.empty()) { // the folder itself; the one above it, if it is watched, tells as well
        if (folder.empty() && (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)))
            gatherer_.addEverything(now);
        return;
    }
    const std::string path = joined(folder, name);
    const bool goes = event.mask & (IN_DELETE | IN_MOVED_FROM);
    if (decidesAboutItsFolder(name)) {
        if (folder.empty())
            gatherer_.addEverything(now);
        else
            gatherer_.add(folder, Kind::Finished, now);
    } else if (event.mask & IN_ISDIR) {
        if (event.mask & IN_MOVED_FROM)
            forget(path);
        gatherer_.add(path, Kind::Finished, now);
    } else if (decidesAboutOthers(name)) {
        gatherer_.addEverything(now);
    } else if (source::fileKind(name) || (folder.empty() && isConfigurationFile(name))) {
        // Emacs marks a file in work with a link of this name; what becomes of it need not be waited for.
        const bool mark = name.starts_with(".#");
        gatherer_.add(path, !mark && (goes || (event.mask & IN_CREATE)) ? Kind::Unfinished : Kind::Finished,
                      now);
    }
}

void InotifyWatcher::take(const inotify_event& event, Clock::time_point now) {
    if (event.mask & IN_Q_OVERFLOW)
        return gatherer_.addEverything(now);
    if (const auto folder = folderOf_.find(event.wd); folder != folderOf_.end())
        takeInTree(event, std::string(folder->second), now);
    if (const auto folder = gitFolderOf_.find(event.wd); folder != gitFolderOf_.end() && event.len > 0) {
        const auto file = gitFiles_.find(folder->second + event.name);
        if (file != gitFiles_.end() && file->second == GitFile::Rules)
            gatherer_.addEverything(now);
        else if (file != gitFiles_.end())
            gatherer_.addHead(now);
    }
    if (event.mask & IN_IGNORED)
        forgetWatch(event.wd);
}

void InotifyWatcher::readEvents() {
    alignas(inotify_event) std::array<char, 65536> buffer;
    const std::lock_guard lock(mutex_);
    for (;;) {
        const ssize_t got = read(inotify_.get(), buffer.data(), buffer.size());
        if (got <= 0)
            return;
        const Clock::time_point now = Clock::now();
        for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
            take(*event, now);
            at += sizeof(inotify_event) + event->len;
        }
    }
}

Woken InotifyWatcher::wait(Noticed& noticed, std::optional<Milliseconds> atMost) {
    const auto deadline = atMost ? std::optional(Clock::now() + *atMost) : std::nullopt;
    for (;;) {
        const auto due = gatherer_.due();
        const Ready ready = waitFor(inotify_.get(), options_.ends, due ? due : deadline);
        if (ready.ended)
            return Woken::Ended;
        if (ready.readable)
            readEvents();
        const Clock::time_point now = Clock::now();
        if (const auto over = gatherer_.due(); over && now >= *over) {
            gatherer_.take(noticed);
            return Woken::Changed;
        }
        if (!gatherer_.due() && deadline && now >= *deadline)
            return Woken::TimedOut;
    }
}

} // namespace espalier::watch
