// All that ever was on a line of commits, as one graph to draw: whoever walks through the line on a picture
// of it finds everything at one place.
#pragma once

#include "graph/drawing/diff_marks.h"
#include "graph/history/tangle_watch.h"

namespace espalier::graph {

// Modules and edges have the numbers that they have in `timeline`. A module is what it was last, but missing
// only if it was never there, and a test only if it never was anything else; an edge is of all kinds that it
// ever was of, and has no statements. A module lies in the innermost one of its name that ever was a package,
// a namespace or a ghost. What no revision tells, lines of code and deprecations, is that of `present`. It is
// no state of the project, and has no files, problems or campaigns.
[[nodiscard]] SnapshotPtr wholeLine(const EdgeTimeline& timeline, const Snapshot& present);

// The marks by which makeDrawing() draws it: everything is new at some time, and in a tangle if it ever was.
[[nodiscard]] DiffMarks marksOfWholeLine(const EdgeTimeline& timeline,
                                         const std::vector<TangleChange>& tangles);

} // namespace espalier::graph
