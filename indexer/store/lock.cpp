#include "indexer/store/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace espalier::store {
namespace {

constexpr std::string_view kFirstLine = "espalier";

std::string lockPath(const std::string& storePath) {
    return storePath + ".lock";
}

// A lock of the open file, not of the process: two in one process exclude each other as well, and closing
// another descriptor of the file does not drop it.
struct flock wholeFile() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

LockHolder readHolder(const std::string& storePath) {
    std::ifstream in(lockPath(storePath));
    LockHolder holder;
    for (std::string line; std::getline(in, line);) {
        const std::size_t space = line.find(' ');
        const std::string key = line.substr(0, space);
        const std::string value = space == std::string::npos ? "" : line.substr(space + 1);
        if (key == "pid")
            holder.pid = std::strtol(value.c_str(), nullptr, 10);
        else if (key == "host")
            holder.host = value;
        else if (key == "since")
            holder.since = value;
    }
    return holder;
}

std::string ownText() {
    std::array<char, 256> host{};
    gethostname(host.data(), host.size() - 1);
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> since{};
    std::strftime(since.data(), since.size(), "%Y-%m-%d %H:%M:%S", &utc);
    std::ostringstream out;
    out << kFirstLine << "\npid " << getpid() << "\nhost " << host.data() << "\nsince " << since.data()
        << "\n";
    return out.str();
}

// Replaces the text. Its failure (a full disk) costs the message its detail only.
void writeText(int fd, std::string_view text) {
    (void)!pwrite(fd, text.data(), text.size(), 0);
    struct stat st {};
    if (fstat(fd, &st) == 0 &&
        st.st_size > static_cast<off_t>(text.size())) // some milliseconds on some disks
        (void)!ftruncate(fd, static_cast<off_t>(text.size()));
}

} // namespace

std::string LockHolder::text() const {
    if (pid == 0)
        return "another process";
    return "process " + std::to_string(pid) + " on " + host + ", since " + since + " UTC";
}

facts::Result<Lock> Lock::acquire(const std::string& storePath) {
    Lock lock(open(lockPath(storePath).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (lock.fd_ < 0)
        return facts::Error{std::string("cannot write beside the store: ") + std::strerror(errno), storePath,
                            "check the folder's permissions, or choose another place with --store FILE"};
    struct flock wanted = wholeFile();
    if (fcntl(lock.fd_, F_OFD_SETLK, &wanted) != 0) {
        const bool held = errno == EAGAIN || errno == EACCES;
        const std::string what = held ? "already being indexed by " + readHolder(storePath).text()
                                      : std::string("cannot lock the store: ") + std::strerror(errno);
        close(std::exchange(lock.fd_, -1));
        return facts::Error{what, storePath, held ? "wait for it; the store can be read meanwhile" : ""};
    }
    writeText(lock.fd_, ownText());
    return lock;
}

Lock::~Lock() {
    if (fd_ < 0)
        return;
    writeText(fd_, std::string(kFirstLine) + "\n");
    close(fd_);
}

std::optional<LockHolder> lockHolder(const std::string& storePath) {
    const int fd = open(lockPath(storePath).c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return std::nullopt;
    struct flock asked = wholeFile();
    const bool held = fcntl(fd, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;
    close(fd);
    if (!held)
        return std::nullopt;
    return readHolder(storePath);
}

bool hasLockFile(const std::string& storePath) {
    std::ifstream in(lockPath(storePath));
    std::string line;
    return std::getline(in, line) && line == kFirstLine;
}

} // namespace espalier::store
