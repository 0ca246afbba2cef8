// The free space between placed boxes, for routing: every container cut into bands from top to bottom, bands
// into columns, columns into bands again where boxes are stacked, down to single boxes (recursive XY cut;
// Nagy, Seth 1984). A line on its way from one box to another crosses bands, each through one of the gaps
// between its columns.
#pragma once

#include "graph/layout/layout.h"

#include <vector>

namespace espalier::graph {

struct Interval {
    double low = 0, high = 0;
};

struct Terrain {
    struct Band {
        double top = 0, bottom = 0;
        std::vector<Interval> gaps;    // where a line can pass, left to right; never empty
        std::vector<Interval> columns; // what stands in it
        int block = -1;
        int index = 0; // within its block
    };
    // A stretch of bands one below the other.
    struct Block {
        std::vector<int> bands;
        int outerBand =
            -1; // the band of which it is a column; -1 for the whole of a container or of the picture
        int container = -1; // of which it is the whole
    };
    // Where a box, or a block around it, stands: a column of a band.
    struct Stand {
        int band = -1, column = 0;
    };

    std::vector<Band> bands;
    std::vector<Block> blocks;
    std::vector<Stand> stands; // of the boxes, and behind them of the blocks, as far as those are columns

    // What stands around a box, as numbers of stands: the outermost first, the box itself last.
    [[nodiscard]] std::vector<int> chain(int box, const std::vector<LayoutBox>& boxes) const;
};

[[nodiscard]] Terrain surveyTerrain(const std::vector<LayoutBox>& boxes, const std::vector<Rect>& rects);

} // namespace espalier::graph
