// Makes one batch of a burst of changes: a checkout touches thousands of files, and an editor's single save
// is often more than one event.
#pragma once

#include "indexer/watch/ends.h"
#include "indexer/watch/watcher.h"

#include <set>

namespace espalier::watch {

class Gatherer {
public:
    static constexpr std::chrono::milliseconds kQuiet{5}; // without a change: the burst is over
    // A checkout makes longer pauses: one of 4,000 files came in 21 batches with kQuiet.
    static constexpr std::chrono::milliseconds kQuietOfMany{50};
    static constexpr std::size_t kFewPaths = 8;
    static constexpr std::chrono::milliseconds kMost{200}; // a batch does not wait for longer
    static constexpr std::size_t kMostPaths = 1'000;       // from here on, listing everything is cheaper

    // Unfinished: a file that has gone, and may come back (backup and rename), or that has been made, and
    // will be written. Such a batch is kept for kMost unless the path is finished before.
    enum class Kind : std::uint8_t { Finished, Unfinished };

    void add(const std::string& path, Kind kind, Clock::time_point now);
    void addEverything(Clock::time_point now);
    void addHead(Clock::time_point now); // nothing in the tree, but HEAD

    // When the batch is to be taken; none: nothing has been added.
    [[nodiscard]] std::optional<Clock::time_point> due() const;
    void take(Noticed& noticed); // adds the batch, and begins anew

private:
    void touch(Clock::time_point now);

    std::set<std::string> paths_, unfinished_;
    bool everything_ = false;
    std::optional<Clock::time_point> first_;
    Clock::time_point last_;
};

} // namespace espalier::watch
