// The picture of one revision, at the places of the picture of the whole line.
#pragma once

#include "graph/history/replay.h"

#include <vector>

namespace espalier::graph {

// What has come and gone a moment ago, by box and line of the whole picture. Removed ones are drawn though
// they are not there any more.
struct RecentChanges {
    std::vector<DiffMark> boxes, lines;
};

struct Moment {
    Drawing drawing;
    std::vector<int> boxes, lines; // of the whole picture, by those of `drawing`; ascending
};

// Of `whole`, with its places, what is there at the revision that `replay` is at. Lines have no edges behind
// them; their statements count imports between modules.
// The legend is that of `whole`.
[[nodiscard]] Moment momentOf(const Drawing& whole, const Replay& replay, const RecentChanges& recent);

// What the signs mean in any moment of it, of which `whole` knows its own.
[[nodiscard]] std::vector<LegendEntry> legendOfMoments(const Drawing& whole);

} // namespace espalier::graph
