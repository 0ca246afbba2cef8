// The one drawing model: what the map shows, as plain boxes and lines. Made from a snapshot and a view spec;
// painted by the window's canvas and written by the exporters, so that screen and file agree.
#pragma once

#include "graph/drawing/diff_marks.h"
#include "graph/drawing/view_spec.h"
#include "graph/layout/layout.h"
#include "graph/model/snapshot.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace espalier::graph {

struct BoxMarks {
    bool cycle = false;      // it, or something inside it, is part of a tangle
    bool deprecated = false; // itself; for a closed package: see Box::deprecatedInside
    bool ghost = false;
    bool external = false;
    bool test = false;
    bool problem = false;             // unparsable
    DiffMark change = DiffMark::None; // of a package: of everything in it; an open one is never Mixed
    friend bool operator==(const BoxMarks&, const BoxMarks&) = default;
};

// Of a package: of everything in it that is drawn.
struct BoxMetrics {
    double lines = 0;       // of code
    double fanIn = 0;       // modules that import it; of a package, those outside it
    double fanOut = 0;      // modules that it imports; of a package, those outside it
    double instability = 0; // fan-out / (fan-in + fan-out) (Martin 1994); 0 where there is neither
    [[nodiscard]] double of(Metric metric) const;
};

struct Box {
    std::string key; // the same in every drawing of the project, whatever its snapshot; unique in a drawing
    ModuleId module; // none for a box that stands for omitted ones ("+37 more")
    int parent = -1; // index into Drawing::boxes
    Rect rect;
    std::string label;      // short name below the parent's
    std::string detail;     // second line: "37 modules · 2 tangles"
    bool container = false; // drawn open, with boxes inside
    bool expandable = false;
    BoxMarks marks;
    std::uint32_t modulesInside = 0, inTangles = 0, deprecatedInside = 0;
    BoxMetrics metrics; // where the view shows one
    double growth = 1;  // 1 … kMostGrowth: of the sides, by the metric that sizes show; its square root
    double tint = 0;    // 0 … 1: the metric that tints show, as a share of the largest one drawn
    std::string note;   // what a person has written to it
    std::vector<std::string> noteLines; // the same as it is drawn: below the texts, or in a container's title
    std::optional<Point> place;         // centre given by hand: see ViewSpec::moved
    std::uint32_t usersOfDeprecated = 0;  // of the modules inside; the overview alone counts them
    std::uint32_t added = 0, removed = 0; // modules inside of a Mixed one
    double title = 0;                     // height of an open package's title strip; 0: the usual one
};
inline constexpr double kMostGrowth = 2.2;

// Its module's dotted name, or the label of a box that stands for omitted ones.
[[nodiscard]] std::string fullName(const Box& box);

struct Line {
    int from = 0, to = 0;      // boxes; from imports to
    std::vector<Point> points; // cubic Bézier, 1 + 3k points; empty for a self-loop
    std::uint32_t statements = 0;
    bool cycle = false;      // carries an edge inside a tangle
    bool deprecated = false; // leads to something deprecated
    bool ghost = false;
    bool deferredOnly = false;        // nothing of it runs at import time: drawn dashed
    DiffMark change = DiffMark::None; // of the module edges behind it
    bool fromTests = false; // only test code (and copies of it) imports here: drawn faint, below the others
    std::vector<EdgeId> edges; // the module edges behind it, sorted
    // From afar the overview shows what runs between large packages, from near what makes it up.
    double fromZoom = 0, toZoom = std::numeric_limits<double>::infinity();
    [[nodiscard]] bool drawnAt(double zoom) const { return fromZoom <= zoom && zoom < toZoom; }
};

enum class LegendSymbol : std::uint8_t {
    Module,
    Package,
    Namespace,
    External,
    Ghost,
    Cycle,
    Deprecated,
    Test,
    Problem,
    Size,
    Tint,
    Note,
    DeprecatedShare,
    Added,
    Removed,
    Mixed,
    Edge,
    CycleEdge,
    DeprecatedEdge,
    DeferredEdge,
    GhostEdge,
    TestEdge,
    AddedEdge,
    RemovedEdge
};
struct LegendEntry {
    LegendSymbol symbol;
    std::string text;
};

struct Drawing {
    std::string title;      // project and what is shown
    std::string subtitle;   // revision, kinds that count, sizes
    std::vector<Box> boxes; // parents before children
    std::vector<Line> lines;
    std::vector<LegendEntry> legend;                // only what is visible
    std::size_t omittedBoxes = 0, omittedLines = 0; // over the budget; said in the picture
    std::size_t indirectLines = 0; // left out as ViewSpec::directOnly says; said in the subtitle
    bool bundled = false;          // lines of the layout run together, as the view says
    Size size;
    Arrangement arrangement = Arrangement::Layered;
    double farZoom = 1; // of an overview: at which all of it is seen at once
};

// What has no box of its own, by name: modules that "+37 more" stands for, and packages that are closed
// though the view opens them.
struct FoldedNames {
    std::set<std::string> modules, packages;
};

// Boxes and lines with sizes; an overview with positions, too, the others without. Tangles count for the
// view's filter. `changes`: of the snapshot; marked, but not in an overview. `folded`, if not null, is folded
// instead of what the view's budget asks for.
[[nodiscard]] Drawing makeDrawing(const Snapshot& snapshot, const ViewSpec& view,
                                  const DiffMarks* changes = nullptr, const FoldedNames* folded = nullptr);
// The packages that a fresh view opens: all of a small project; of a large one as far as about 40 boxes go.
[[nodiscard]] ViewSpec landingView(const Snapshot& snapshot);
// The layout problem of a drawing, and its answer put back into it. Seeds come from an earlier drawing, if
// any.
[[nodiscard]] LayoutInput layoutInput(const Drawing& drawing, const Drawing* previous = nullptr);
void applyLayout(Drawing& drawing, const LayoutResult& result);

} // namespace espalier::graph
