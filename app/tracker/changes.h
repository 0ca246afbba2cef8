// What has become of a claim between two states.
#pragma once

#include "app/tracker/answers.h"
#include "indexer/source/repository.h"

#include <string>
#include <vector>

namespace espalier::tracker {

struct Change {
    enum class What : std::uint8_t {
        Same,
        Moved,        // what it says stands in another line now: `line`
        NoLongerTrue, // or less so
        TrueNow,      // or more so
        Unknown,      // one of the two cannot be told
    };
    What what = What::Same;
    std::string commit; // NoLongerTrue: the one that took it away, the last if there are several; or empty
    std::uint32_t line = 0;
};
std::string_view name(Change::What what); // "same", "moved", "no longer true", "true now", "unknown"

// The first-parent line of `now`, oldest first, from the newest commit on it that `then` is, or comes after.
// Empty if there is none among the newest kMostCommits: then one has nothing to do with the other.
inline constexpr std::size_t kMostCommits = 50'000;
[[nodiscard]] std::vector<std::string> commitsBetween(const source::Repository& repository,
                                                      const std::string& then, const std::string& now);

// `commits` as above; reads the versions of at most one file.
[[nodiscard]] Change changeBetween(const Answer& then, const Answer& now,
                                   const source::Repository* repository,
                                   const std::vector<std::string>& commits);

// The newest commit on HEAD's first-parent line that changed a file; empty if none has it.
[[nodiscard]] std::string lastTouched(const source::Repository& repository, const std::string& path);

} // namespace espalier::tracker
