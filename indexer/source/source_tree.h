// Where source files come from: a folder on disk, or a commit. An interface so that tests can list
// what was read: unchanged files must not be.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"
#include "indexer/source/scope.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace espalier::source {

// What tells a changed file from an unchanged one without reading it. Times are nanoseconds since 1970.
struct FileStat {
    std::uint64_t sizeBytes = 0;
    std::int64_t mtimeNs = 0, ctimeNs = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileStat&, const FileStat&) = default;

    // False if the file was changed so shortly before `atNs` that another change could leave the same times
    // behind
    // ("racily clean" in git's words). Such a stat must not be relied on later.
    [[nodiscard]] bool settledAt(std::int64_t atNs) const;
};
// File systems keep times in steps from some milliseconds (the kernel's tick) to two seconds (FAT).
inline constexpr std::int64_t kRacyNs = 2'000'000'000;

struct Entry {
    std::string path; // relative to the root, bytes as on disk
    facts::FileKind kind = facts::FileKind::Python;
    FileStat stat;
    std::optional<facts::BlobId> indexedBlob; // what git's index says of a file that looks unchanged since,
                                              // or what a commit has
    bool isLink = false;  // a link within the tree that git tracks as a regular file
    bool readable = true; // false: `problems` says why not
    std::vector<facts::FileProblem> problems;
};

// Whether files of this kind are read, and have facts.
[[nodiscard]] bool hasFacts(facts::FileKind kind);

struct Listing {
    std::vector<Entry> entries; // sorted by path
    std::vector<facts::ProjectProblem> problems;
    std::string revision;       // commit id of HEAD; empty outside git
    std::int64_t startedNs = 0; // wall clock before the first look at a file
    bool cancelled = false;     // then incomplete
};

struct Content {
    enum class State : std::uint8_t { Read, Vanished, Unreadable, TooLarge };
    State state = State::Read;
    std::string bytes;
    facts::FileProblem problem; // why it could not be read
    FileStat stat;              // of the file that `bytes` came from
    bool settled =
        false; // the file did not change while being read, nor shortly before: `stat` stands for `bytes`
};

class SourceTree {
public:
    virtual ~SourceTree() = default;
    // Lists what a listing of the whole tree would hold of `scope`. Errors: the root itself is gone. Anything
    // below that goes wrong is a problem of the listing.
    [[nodiscard]] virtual facts::Result<Listing> list(const Scope& scope,
                                                      const std::atomic<bool>& cancel) = 0;
    // Thread-safe.
    [[nodiscard]] virtual Content read(const Entry& entry) const = 0;
    // False once the root has been deleted or replaced.
    [[nodiscard]] virtual bool rootPresent() const = 0;
};

} // namespace espalier::source
