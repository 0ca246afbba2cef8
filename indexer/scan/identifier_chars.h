// Which characters beyond ASCII may stand in a Python identifier: XID_Start and XID_Continue of UAX #31, by
// the Unicode version of the GLib in use, which may know a few letters more or less than a given Python.
#pragma once

#include <cstdint>

namespace espalier::scan {

[[nodiscard]] bool startsIdentifier(char32_t c);
[[nodiscard]] bool continuesIdentifier(char32_t c);

struct CodePoint {
    char32_t value = 0;
    std::uint32_t bytes = 1;
};
// `p` is at a character of valid UTF-8.
[[nodiscard]] CodePoint codePointAt(const char* p);

// Behind the identifier that begins at `p`; `p` itself if none does. The text ends with a byte that is in
// none.
[[nodiscard]] const char* behindIdentifier(const char* p);

} // namespace espalier::scan
