// What a person has chosen to see, as one plain value: compared, kept in a history, saved and shared as a
// whole.
#pragma once

#include "graph/layout/layout.h"
#include "graph/model/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace espalier::graph {

enum class Metric : std::uint8_t { None, Lines, FanIn, FanOut, Instability };
enum class Arrangement : std::uint8_t {
    Layered, // users above what they use, packages open as told
    Overview // the whole repository at once: packages in packages, area by lines of code
};

// Modules are named, not numbered, so that a view outlives a new index. Boxes are named by Box::key.
struct ViewSpec {
    std::set<std::string> open; // expanded packages
    EdgeFilter filter;
    bool externals = false;
    bool tests = true;
    bool ghosts = true;
    std::set<std::string> hidden;
    std::set<std::string> wanted; // modules that are the last to be summed up where boxes are too many
    std::set<std::string>
        only; // if not empty: these modules alone (a tangle, a path), side by side, whatever `open` says

    std::string pattern; // only modules with this in their dotted name, in upper or lower case; with `*` or
                         // `?` in it, those whose whole name it fits, as with file names
    std::string below;   // only this package, drawn open, and what is in it
    bool deprecatedOnly = false; // only deprecated modules and those that import one, as `filter` counts
    bool tanglesOnly = false;    // only modules of tangles

    Arrangement arrangement = Arrangement::Layered;
    bool directOnly = false; // without the lines that a longer way makes superfluous (transitive reduction)
    bool bundled = false;    // lines that go the same way run together
    Metric size = Metric::None, tint = Metric::None;
    std::map<std::string, Point> moved; // centres given by hand, from the upper left corner of the box's
                                        // container (of the picture, at the top)
    std::map<std::string, std::string> notes; // what a person has written to a box

    std::size_t maxBoxes = 150, maxLines = 400;
    // Of the outermost level alone, where a wide project would leave no room for what is opened.
    std::size_t maxTopBoxes = 150;

    friend bool operator==(const ViewSpec&, const ViewSpec&) = default;
};

} // namespace espalier::graph
