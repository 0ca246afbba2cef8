// SVG text to PNG and PDF bytes by librsvg and cairo. For the program espalier-draw only.
#pragma once

#include "indexer/facts/result.h"

#include <string>
#include <string_view>

namespace espalier::graph {

// `scale` 2 means twice the pixels. Errors: malformed SVG, or a picture over 16,000 pixels a side at that
// scale.
[[nodiscard]] facts::Result<std::string> svgToPng(std::string_view svg, double scale);
// One page; scaled down if it would be over 14,400 pt, the limit of PDF.
[[nodiscard]] facts::Result<std::string> svgToPdf(std::string_view svg);

} // namespace espalier::graph
