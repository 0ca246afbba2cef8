// How wide a text will be, without a font engine: the exporters and the layout run where there is none.
#pragma once

#include <string>
#include <string_view>

namespace espalier::graph {

// Pixels in a face of the width of DejaVu Sans, the widest of the common sans-serif ones, so that texts in
// others fit too. Invalid UTF-8 counts a character a byte.
[[nodiscard]] double textWidth(std::string_view utf8, double fontPx);

// The text with its middle replaced by "…" so that it is at most `widest` pixels; at least one character at
// each end stays.
[[nodiscard]] std::string elideMiddle(std::string_view utf8, double fontPx, double widest);

} // namespace espalier::graph
