// Brings a store up to date with a working tree: list, compare with what the store knows, read and scan what
// is new on all cores, write in batches. Interrupted at any moment, the store opens and the next run
// completes it.
#pragma once

#include "indexer/facts/result.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace espalier::pipeline {

enum class Stage : std::uint8_t { Imports, Symbols }; // the last stage to run

struct Progress {
    enum class Phase : std::uint8_t { Listing, Scanning, Symbols, Done };
    Phase phase = Phase::Listing;
    std::size_t done = 0, total = 0; // files; total 0: not known yet
};

struct Options {
    std::string root;                 // folder to index
    std::string storePath;            // the store's file
    std::vector<std::string> exclude; // globs over relative paths
    bool includeNested = false;       // site-packages, virtual environments, nested repositories too
    Stage stage = Stage::Symbols;
    unsigned threads = 0; // 0: all cores
};

struct Outcome {
    std::size_t files = 0;   // Python files present
    std::size_t scanned = 0; // distinct contents that had to be scanned now
    std::size_t parsed = 0;  // distinct contents that had to be parsed for symbols now
    std::size_t removed = 0; // paths that are gone since the last run
    std::uint64_t bytesRead = 0;
    bool cancelled = false;
};

// What a stage has changed in the store.
struct Changes {
    Stage stage = Stage::Imports;
    bool everything = false; // the store may differ in anything from what was told before
    // Files that are new, other or gone; of stage two, files whose symbols have come. Sorted.
    std::vector<std::string> paths;
};

// Either may be empty. Both are called from the calling thread.
struct Observer {
    std::function<void(const Progress&)> progress; // at most some 30 times a second
    std::function<void(const Changes&)> changed;   // when a stage that changed anything has been committed
};

// `progress` is called from the calling thread, at most some 30 times a second; `cancel` is watched between
// files. Errors: no folder, store not writable, another process is indexing (the message says which).
[[nodiscard]] facts::Result<Outcome> index(const Options& options,
                                           const std::function<void(const Progress&)>& progress,
                                           const std::atomic<bool>& cancel);

} // namespace espalier::pipeline
