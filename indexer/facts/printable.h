// Bytes of any origin as text that can be shown on one line.
#pragma once

#include <string>
#include <string_view>

namespace espalier::facts {

[[nodiscard]] bool isUtf8(std::string_view bytes);
// On one line: line ends and runs of blanks become one blank, other control characters and invalid bytes
// "\xNN".
[[nodiscard]] std::string printable(std::string_view text);

} // namespace espalier::facts
