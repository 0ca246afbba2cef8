// The file behind a store, held for writing: its lock, its connection, and what is done about one that is
// damaged or of an older version. Facts are disposable: whatever was in there can be found again.
#pragma once

#include "indexer/store/lock.h"
#include "indexer/store/schema.h"

#include <optional>
#include <string>
#include <utility>

namespace espalier::store {

class StoreFile {
public:
    // Opens or makes the file, and the folders it lies in. One that is damaged or of an older version is
    // deleted and made anew. `maxPages`: most pages (8 kB), 0: no limit; beyond it, the disk counts as full.
    // Errors: locked by another process; newer version; a file that is no store (never touched); not
    // writable.
    [[nodiscard]] static facts::Result<StoreFile> open(const std::string& path, const Format& format,
                                                       std::int64_t maxPages = 0);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] Connection& connection() { return *connection_; } // its statements must not outlive it
    [[nodiscard]] facts::Status rebuild();                          // empty; no statement may be left
    // What a call of SQLite came to; a failure may show that the file is damaged.
    [[nodiscard]] facts::Status outcome(bool ok);
    // Then it is deleted when this ends.
    [[nodiscard]] bool damaged() const { return damaged_; }

    StoreFile(StoreFile&& other) noexcept
        : path_(std::move(other.path_))
        , format_(other.format_)
        , lock_(std::move(other.lock_))
        , maxPages_(other.maxPages_)
        , connection_(std::exchange(other.connection_, std::nullopt))
        , damaged_(std::exchange(other.damaged_, false)) {}
    StoreFile& operator=(StoreFile&&) = delete;
    ~StoreFile();

private:
    StoreFile(std::string path, const Format& format, Lock lock, std::int64_t maxPages)
        : path_(std::move(path))
        , format_(format)
        , lock_(std::move(lock))
        , maxPages_(maxPages) {}

    [[nodiscard]] facts::Status connect();

    std::string path_;
    const Format& format_;
    Lock lock_; // released after the connection is closed
    std::int64_t maxPages_;
    std::optional<Connection> connection_;
    bool damaged_ = false;
};

} // namespace espalier::store
