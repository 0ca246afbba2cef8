#include "indexer/source/beneath.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

namespace espalier::source {
namespace {

constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

// Where the kernel has no openat2: part by part, each of them no link.
Descriptor openByParts(int rootFd, const std::string& path) {
    Descriptor folder;
    int at = rootFd;
    std::size_t begin = 0;
    for (std::size_t slash; (slash = path.find('/', begin)) != std::string::npos; begin = slash + 1) {
        folder = Descriptor(openat(at, path.substr(begin, slash - begin).c_str(),
                                   O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW));
        if (!folder.valid())
            return folder;
        at = folder.get();
    }
    return Descriptor(openat(at, path.c_str() + begin, kFlags | O_NOFOLLOW));
}

// Appends up to `limit` + 1 bytes. False with errno on failure.
bool readAll(int fd, std::uint64_t expected, std::uint64_t limit, std::string& bytes) {
    bytes.resize(static_cast<std::size_t>(std::min(expected, limit)) +
                 1); // one more, so that the end shows at once
    std::size_t have = 0;
    for (;;) {
        const ssize_t got = pread(fd, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return false;
        }
        have += static_cast<std::size_t>(got);
        if (got == 0 || have > limit)
            break;
        if (have == bytes.size())
            bytes.resize(std::min<std::uint64_t>(2 * have, limit + 1));
    }
    bytes.resize(have);
    return true;
}

Content failed(Content::State state, facts::FileProblem problem) {
    Content content;
    content.state = state;
    content.problem = std::move(problem);
    return content;
}

} // namespace

Descriptor::~Descriptor() {
    if (fd_ >= 0)
        close(fd_);
}

Descriptor openBeneath(int rootFd, const std::string& path, Links links) {
#ifdef SYS_openat2
    open_how how{};
    how.flags = kFlags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    if (links == Links::Refuse)
        how.resolve |= RESOLVE_NO_SYMLINKS;
    const long fd = syscall(SYS_openat2, rootFd, path.c_str(), &how, sizeof how);
    if (fd >= 0 || (errno != ENOSYS && errno != EPERM)) // EPERM: a sandbox that does not know the call
        return Descriptor(static_cast<int>(fd));
#endif
    return openByParts(rootFd, path);
}

FileStat fileStat(const struct stat& st) {
    const auto ns = [](const timespec& t) { return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec; };
    return {static_cast<std::uint64_t>(st.st_size), ns(st.st_mtim), ns(st.st_ctim), st.st_ino};
}

std::int64_t wallClockNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

facts::FileProblem tooLarge(std::uint64_t limitBytes) {
    return {"too-large", 0, 0, "larger than " + std::to_string(limitBytes / 1'000'000) + " MB; not read"};
}

Content readContent(int fd, std::uint64_t maxBytes) {
    Content content;
    struct stat before {
    }, after{};
    constexpr int kTries = 3;
    for (int i = 0; i < kTries; ++i) {
        const std::int64_t startedNs = wallClockNs();
        if (fstat(fd, &before) != 0 || !S_ISREG(before.st_mode))
            return failed(Content::State::Unreadable, {"unreadable", 0, 0, "not a regular file"});
        content.stat = fileStat(before);
        if (content.stat.sizeBytes > maxBytes)
            return failed(Content::State::TooLarge, tooLarge(maxBytes));
        if (!readAll(fd, content.stat.sizeBytes, maxBytes, content.bytes) || fstat(fd, &after) != 0)
            return failed(Content::State::Unreadable, {"unreadable", 0, 0, std::strerror(errno)});
        const bool unchanged =
            fileStat(after) == content.stat && content.bytes.size() == content.stat.sizeBytes;
        content.settled = unchanged && content.stat.settledAt(startedNs);
        if (unchanged)
            break;
    }
    if (content.bytes.size() > maxBytes)
        return failed(Content::State::TooLarge, tooLarge(maxBytes));
    return content;
}

} // namespace espalier::source
