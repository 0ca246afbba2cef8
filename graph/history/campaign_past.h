// How many imports of what is deprecated there were at every commit of a line, and the life of each of them:
// when it came, went, and came back.
//
// Only commits that can change that are looked at, and of these only the files that matter: those that name
// the last part of a target in some import statement, and those that lie in the folders on the way to a
// target, which decide what such a name leads to. What a name means can depend on more (a package that takes
// all names of a module elsewhere by a star): a change there is seen with the next commit that is looked at.
//
// Stage two of past contents is not known here: a statement that binds a module as a whole counts for each
// deprecated symbol of it.
#pragma once

#include "graph/history/difference.h"
#include "indexer/facts/history.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace espalier::graph {

// What is followed under one name.
struct Watch {
    std::string name;
    std::vector<DeprecatedTarget> targets;   // to be imported by nobody
    std::vector<DeprecatedTarget> canonical; // what should be imported instead: symbols
};
// Each campaign; and under "deprecated" the [[deprecated]] entries, if there are any.
[[nodiscard]] std::vector<Watch> watches(const Config& config);

struct WatchCounts {
    std::uint32_t statements = 0, files = 0; // that violate
    std::array<std::uint32_t, kPathClassCount> filesByClass{}, statementsByClass{};
    std::uint32_t compliantFiles = 0; // import something canonical, and violate nothing
    // As Spread::compliance(); 1 if nobody imports either.
    [[nodiscard]] double compliance() const {
        const std::uint32_t all = compliantFiles + files;
        return all == 0 ? 1 : static_cast<double>(compliantFiles) / all;
    }
    friend bool operator==(const WatchCounts&, const WatchCounts&) = default;
};

struct WatchPoint {
    std::uint32_t revision = 0; // in the timeline
    WatchCounts counts;         // from there on, until the next point
};

struct ViolationLife {
    Violation::Key key; // with the path that the file had first
    std::string path;   // where it was seen last
    std::uint32_t line = 0;
    std::string text;
    PathClass cls = PathClass::Production;
    struct Span {
        std::uint32_t first = 0;           // the revision that brought it
        std::optional<std::uint32_t> gone; // the one that took it away
    };
    std::vector<Span> spans; // in order; the second and later ones are regressions
    [[nodiscard]] bool open() const { return !spans.back().gone; }
};

struct WatchPast {
    Watch watch;
    std::vector<WatchPoint> points;   // of revisions where the counts changed, and of the first
    std::vector<ViolationLife> lives; // by key
};

struct PastInput {
    const facts::Timeline& timeline;
    const Config& config; // with the source roots that hold for all of it
    // Facts of these contents, null for those that cannot be read. Called on one thread.
    std::function<std::vector<std::shared_ptr<const facts::SourceFacts>>(std::span<const facts::TreeFile>)>
        facts;
    // Files that the revision renamed. Called on one thread.
    std::function<Renames(std::uint32_t revision)> renames;
    std::function<void(std::size_t done, std::size_t total)> progress; // commits looked at; may be empty
    unsigned threads = 0;                                              // 0: all cores
};

// One for each of watches(). Where a file does not parse for a while, what it had before counts as there.
// Ends early, with nothing, once `cancel` is set.
[[nodiscard]] std::vector<WatchPast> watchPasts(const PastInput& input, const std::atomic<bool>& cancel);

} // namespace espalier::graph
