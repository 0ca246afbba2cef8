// One writer at a time: a lock file beside the store ("<store>.lock"), locked by the kernel for as long as
// the process lives, so that a killed one never leaves it locked. Its text tells a person who holds it.
// Readers don't care.
#pragma once

#include "indexer/facts/result.h"

#include <optional>
#include <string>
#include <utility>

namespace espalier::store {

struct LockHolder {
    long pid = 0; // 0 if the file does not say
    std::string host;
    std::string since; // UTC, "2025-01-31 12:00:00"

    [[nodiscard]] std::string text() const; // "process 4711 on host, since … UTC"
};

class Lock {
public:
    // Errors: held by another (the message says by whom); the folder cannot be written.
    [[nodiscard]] static facts::Result<Lock> acquire(const std::string& storePath);

    Lock(Lock&& other) noexcept
        : fd_(std::exchange(other.fd_, -1)) {}
    Lock& operator=(Lock&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Lock();

private:
    explicit Lock(int fd)
        : fd_(fd) {}
    int fd_ = -1;
};

// Who is writing the store now, if anybody.
[[nodiscard]] std::optional<LockHolder> lockHolder(const std::string& storePath);

// Whether a lock file of ours lies beside the file: it has been a store then, whatever it looks like now.
[[nodiscard]] bool hasLockFile(const std::string& storePath);

} // namespace espalier::store
