#include "indexer/scan/identifier_chars.h"

#include <algorithm>
#include <array>
#include <glib.h>

namespace espalier::scan {

namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t N>
bool isIn(char32_t c, const std::array<Range, N>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range& r) { return c >= r.first && c <= r.last; });
}

// Other_ID_Start, Other_ID_Continue
constexpr std::array<Range, 3> kMoreStarts{{{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}}};
constexpr std::array<Range, 4> kMoreParts{
    {{0x00B7, 0x00B7}, {0x0387, 0x0387}, {0x1369, 0x1371}, {0x19DA, 0x19DA}}};
// Letters whose compatibility forms would break a name in two; Pattern_Syntax
constexpr std::array<Range, 12> kNoParts{{{0x037A, 0x037A},
                                          {0x2E2F, 0x2E2F},
                                          {0xFC5E, 0xFC63},
                                          {0xFDFA, 0xFDFB},
                                          {0xFE70, 0xFE70},
                                          {0xFE72, 0xFE72},
                                          {0xFE74, 0xFE74},
                                          {0xFE76, 0xFE76},
                                          {0xFE78, 0xFE78},
                                          {0xFE7A, 0xFE7A},
                                          {0xFE7C, 0xFE7C},
                                          {0xFE7E, 0xFE7E}}};
constexpr std::array<Range, 3> kNoStarts{{{0x0E33, 0x0E33}, {0x0EB3, 0x0EB3}, {0xFF9E, 0xFF9F}}};

} // namespace

bool startsIdentifier(char32_t c) {
    switch (g_unichar_type(c)) {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_LETTER_NUMBER:
        return !isIn(c, kNoParts) && !isIn(c, kNoStarts);
    default:
        return c == '_' || isIn(c, kMoreStarts);
    }
}

bool continuesIdentifier(char32_t c) {
    switch (g_unichar_type(c)) {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_CONNECT_PUNCTUATION:
        return true;
    default:
        return startsIdentifier(c) || isIn(c, kMoreParts) || isIn(c, kNoStarts);
    }
}

CodePoint codePointAt(const char* p) {
    return {g_utf8_get_char(p), static_cast<std::uint32_t>(g_utf8_next_char(p) - p)};
}

const char* behindIdentifier(const char* p) {
    CodePoint c = codePointAt(p);
    if (!startsIdentifier(c.value))
        return p;
    do {
        p += c.bytes;
        c = codePointAt(p);
    } while (continuesIdentifier(c.value));
    return p;
}

} // namespace espalier::scan
