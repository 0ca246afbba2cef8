// Keeps a store in step with a working tree until told to stop: `espalier index --watch`.
//
// Measured on 25,059 files: from the closing of a saved file to the announcement of its imports takes some 10
// ms, of which 5 are spent waiting for the end of the burst.
#pragma once

#include "indexer/pipeline/pipeline.h"
#include "indexer/watch/watcher.h"

namespace espalier::watch {

struct WatchOptions {
    pipeline::Options index;                               // `exclude` is replaced by what readExclude() says
    std::function<std::vector<std::string>()> readExclude; // asked again when a configuration file changes
    std::vector<int> ends;                                 // descriptors whose end ends the watching
};

// All are called on the calling thread, and none may be empty.
struct WatchObserver {
    std::function<void(const pipeline::Progress&)> progress; // of the first run
    std::function<void(const pipeline::Outcome&)> upToDate;  // the first run is over
    // Since then; `took` is the time since the end of the burst of changes.
    std::function<void(const pipeline::Changes&, std::chrono::milliseconds took)> changed;
    std::function<void(const facts::Error&)> notice; // something that a person should know; it goes on
};

using MakeWatcher = std::function<std::unique_ptr<Watcher>(const WatcherOptions&)>;

// Brings the store up to date, and then again after every change: after that of a configuration file, told
// with its path, with what is then to be excluded. While the store cannot be written (another process is
// indexing) changes are kept, and tried again. Where the system does not tell of changes, says so, and looks
// for them every few seconds. Ends well when `cancel` is set (during the first run, Outcome::cancelled tells)
// or one of the descriptors has ended. Errors: those of the first run; the folder has gone.
[[nodiscard]] facts::Status watchProject(const WatchOptions& options, const WatchObserver& observer,
                                         const std::atomic<bool>& cancel,
                                         const MakeWatcher& make = makeWatcher);

} // namespace espalier::watch
