// Distances of the layout, in pixels at 100 %.
#pragma once

namespace espalier::graph {

inline constexpr double kBoxGap = 32;        // between boxes side by side
inline constexpr double kPlaceGap = 7;       // between lines that pass a level side by side
inline constexpr double kPlaceToBoxGap = 13; // between such a line and a box
inline constexpr double kWrappedRowGap = 26; // between rows of one level
inline constexpr double kLevelGap = 38;      // between levels, at least
inline constexpr double kLevelGapMost = 76;  // where many lines turn
inline constexpr double kGridGapX = 16, kGridGapY = 14;
inline constexpr double kGridOffset = 34; // between the levelled part and the boxes without lines
inline constexpr double kAspect = 1.6;    // aimed at: width to height

} // namespace espalier::graph
