// The pieces of which the SVG picture and its legend are made. Each returns markup in absolute coordinates.
#pragma once

#include "graph/drawing/drawing.h"
#include "graph/export/style.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

struct TextStyle {
    double px = kFontPx;
    std::uint32_t colour = 0;
    std::string_view anchor = "middle"; // start, middle, end
    bool bold = false, italic = false;
};
// `y` is the baseline.
[[nodiscard]] std::string svgText(double x, double y, std::string_view text, const TextStyle& style);

// The outline of a closed box with its fill, as Box::tint deepens it, and hatch, without label.
[[nodiscard]] std::string svgBox(const Rect& rect, const BoxMarks& marks, bool package,
                                 const Palette& palette, double tint = 0);
// The sheet on which a note is written, without words.
[[nodiscard]] std::string svgNoteSheet(const Rect& rect, const Palette& palette);
[[nodiscard]] std::string svgContainer(const Rect& rect, const BoxMarks& marks, const Palette& palette);
// A bar of which a share is filled.
[[nodiscard]] std::string svgDeprecatedShare(const Rect& bar, double share, const Palette& palette);
// Signs of 12 pixels about their centre.
[[nodiscard]] std::string svgLoopMark(Point centre, const Palette& palette);
[[nodiscard]] std::string svgProblemMark(Point centre, const Palette& palette);
// A plus, a minus, or both.
[[nodiscard]] std::string svgChangeMark(Point centre, DiffMark change, const Palette& palette);

// A curve with its arrow head at the end.
[[nodiscard]] std::string svgLine(const std::vector<Point>& points, const Line& line, const Palette& palette);
// The curve of an import of itself, at the right border of its box.
[[nodiscard]] std::vector<Point> selfLoop(const Rect& rect);

// Definitions that the pieces refer to.
[[nodiscard]] std::string svgDefinitions(const Palette& palette);

} // namespace espalier::graph
