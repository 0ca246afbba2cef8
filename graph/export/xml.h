// Text for XML and numbers for SVG.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier::graph {

// Markup characters escaped; what XML 1.0 cannot hold (control characters, invalid UTF-8, U+FFFE, U+FFFF)
// becomes U+FFFD. Right in element content and in attributes in double quotes.
[[nodiscard]] std::string xmlEscaped(std::string_view text);

// At most two decimals, without trailing zeros; independent of the locale.
[[nodiscard]] std::string decimal(double value);
[[nodiscard]] std::string colourText(std::uint32_t rgb); // "#rrggbb"

} // namespace espalier::graph
