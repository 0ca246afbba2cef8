// Texts whose UTF-8 somebody's program has read as Mac Roman or Windows-1252, and written out again: "‚Üí"
// and "â†’" for an arrow.
#pragma once

#include <string>
#include <string_view>

namespace espalier::tracker {

// Turns such characters back, where they stand for a whole one; all else stays, bytes that are no UTF-8 too.
// Line ends keep their places.
[[nodiscard]] std::string repaired(std::string_view text);

} // namespace espalier::tracker
