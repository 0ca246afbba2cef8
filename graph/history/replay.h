// What the boxes and lines of one drawing of a whole line of commits (whole_line.h) come to at each revision.
//
// All that ever changes is worked out once; moveTo() then only adds or takes away what the revisions in
// between have changed, which takes microseconds for most steps. Not for two threads at a time.
#pragma once

#include "graph/drawing/visible.h"
#include "graph/history/tangle_watch.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace espalier::graph {

// Of a box at one revision: of its module, and of those in it that the view shows.
enum class BoxCount : std::uint8_t {
    Shown,       // modules, and namespaces that something imports
    Links,       // of an open package's own module: imports from and to other modules
    Modules,     // files
    Tests,       // of these
    Problems,    // unparsable modules
    OwnProblems, // the box's own module is one
    InTangles,   // modules in tangles
    Tangles,     // that these are in
    Deprecated,  // modules that are deprecated at present
    Ghost,       // its own module is missing
    External,    // its own module is not of this project
    Folded,      // of "+37 more": what has no box of its own
};
inline constexpr std::size_t kBoxCounts = 12;

// Of a line: imports between two modules each.
enum class LineCount : std::uint8_t {
    Edges,
    Cyclic,   // within a tangle
    AtImport, // that run at import time
    ToGhosts,
    ToDeprecated,  // at present
    Tests,         // by test modules
    TestsOrCopies, // by these, or copies
};
inline constexpr std::size_t kLineCounts = 7;

class Replay {
public:
    // `drawn` by `view` from `whole`, the graph of `timeline`, of which no reference is kept; `tangles` by
    // the view's filter. What is deprecated at present is so at all revisions, and what ever imported it is
    // its user; which lines are indirect is the same at all of them, too. Takes a tenth of a second for
    // 500,000 edges. Is at revision 0.
    Replay(const EdgeTimeline& timeline, std::span<const TangleChange> tangles, const Snapshot& whole,
           const ViewSpec& view, const DrawnView& drawn);

    void moveTo(std::uint32_t revision); // one of the timeline
    [[nodiscard]] std::uint32_t revision() const { return revision_; }

    [[nodiscard]] int count(std::size_t box, BoxCount what) const {
        return values_[box * kBoxCounts + static_cast<std::size_t>(what)];
    }
    [[nodiscard]] int count(std::size_t line, LineCount what) const {
        return values_[firstLine_ + line * kLineCounts + static_cast<std::size_t>(what)];
    }
    [[nodiscard]] bool hasBox(std::size_t box) const { return count(box, presence_[box]) > 0; }
    [[nodiscard]] bool hasLine(std::size_t line) const { return count(line, LineCount::Edges) > 0; }

    // Revisions at which a box or line appears, vanishes, or looks otherwise, be it by its numbers;
    // ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& changes() const { return changes_; }

private:
    friend class ReplayMaker;
    struct Event {
        std::uint32_t slot = 0; // of values_
        std::int32_t by = 0;
    };

    std::vector<std::int32_t> values_; // by box and BoxCount, then by line and LineCount
    std::size_t firstLine_ = 0;
    std::vector<BoxCount> presence_;   // by box: what it takes to be there
    std::vector<Event> events_;        // by revision
    std::vector<std::uint32_t> start_; // of the events of each revision, and the end
    std::vector<std::uint32_t> changes_;
    std::uint32_t revision_ = 0;
};

} // namespace espalier::graph
