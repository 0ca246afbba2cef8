// Filling a store. Holds the store's lock while it lives; used by one thread at a time.
#pragma once

#include "indexer/store/rows.h"
#include "indexer/store/store_file.h"

#include <map>
#include <string>
#include <unordered_map>

namespace espalier::store {

struct KnownContent {
    ContentKey key;
    bool hasSymbols = false;
};

// What a store holds.
struct Known {
    State state;
    std::unordered_map<ContentId, KnownContent> contents;
    std::unordered_map<ContentKey, ContentId, HashKey> ids;
    std::map<std::string, FileRow> files; // by path
};

struct WriterOptions {
    std::int64_t maxPages =
        0; // most pages (8 kB) of the file, 0: no limit. Beyond it, the disk counts as full.
};

class Writer {
public:
    // Opens or makes the store, and the folders it lies in. A store that is damaged or of an older version is
    // deleted and made anew. Errors: locked by another process; newer version; a file that is no store (never
    // touched); not writable.
    [[nodiscard]] static facts::Result<Writer> open(const std::string& path,
                                                    const WriterOptions& options = {});

    // Reads and verifies everything. A damaged store is made anew and known to be empty.
    [[nodiscard]] facts::Result<Known> load();

    // Instead of load(), for one who knows what the store held at `state`: false if it holds anything else by
    // now, and has to be loaded.
    [[nodiscard]] facts::Result<bool> resume(const State& state);

    // True after a failure that shows the file to be damaged; it is deleted when the writer ends.
    [[nodiscard]] bool damaged() const { return file_.damaged(); }

    // Everything below belongs into a transaction. Nothing of one that was not committed is ever seen. A
    // failed call leaves it to be rolled back by the writer's end.
    [[nodiscard]] facts::Status begin();
    [[nodiscard]] facts::Status commit();

    // The key must be new. `record` from encode().
    [[nodiscard]] facts::Result<ContentId> addContent(const ContentKey& key, std::string_view record);
    [[nodiscard]] facts::Status addSymbols(const ContentKey& key, ContentId id, std::string_view record);
    // `before` is the path's row so far, null if it is new.
    [[nodiscard]] facts::Status putFile(std::string_view path, const FileRow& row, const FileRow* before);
    [[nodiscard]] facts::Status removeFile(std::string_view path, const FileRow& before);
    [[nodiscard]] const State& state() const { return state_; }
    // All but the tally, which the writer keeps.
    void setState(const State& state); // written by commit()

private:
    struct Statements {
        Statement addContent, addSymbols, putFile, removeFile;
    };
    explicit Writer(StoreFile file)
        : file_(std::move(file)) {}

    [[nodiscard]] facts::Result<Known> readKnown();
    void prepareStatements();

    StoreFile file_;
    std::optional<Statements> statements_; // finalised before the connection is closed
    State state_;
    ContentId nextId_ = 1;
};

} // namespace espalier::store
