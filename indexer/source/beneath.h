// Opening files below a folder without ever being led out of it by a link, not even by one that is put there
// between listing and reading.
#pragma once

#include "indexer/source/source_tree.h"

#include <string>
#include <sys/stat.h>
#include <utility>

namespace espalier::source {

// Owns a file descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept
        : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor();

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool valid() const { return fd_ >= 0; }
    int release() { return std::exchange(fd_, -1); }

private:
    int fd_ = -1;
};

enum class Links : std::uint8_t { Refuse, WithinTree };

// Opens for reading, without blocking on pipes. Invalid with errno set on failure: ELOOP or EXDEV for refused
// links.
[[nodiscard]] Descriptor openBeneath(int rootFd, const std::string& path, Links links);

[[nodiscard]] FileStat fileStat(const struct stat& st);
[[nodiscard]] std::int64_t wallClockNs();

[[nodiscard]] facts::FileProblem tooLarge(std::uint64_t limitBytes);

// Reads an open regular file. If it changes meanwhile, tries again a few times, then returns what it got,
// unsettled.
[[nodiscard]] Content readContent(int fd, std::uint64_t maxBytes);

} // namespace espalier::source
