#include "app/tracker/repair.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace espalier::tracker {
namespace {

// What the bytes 0x80 to 0xff mean in Mac Roman, and 0x80 to 0x9f in Windows-1252: from the mapping tables of
// the Unicode consortium. Bytes that the latter leaves open stand for themselves.
constexpr std::array<char16_t, 128> kMacRoman{
    0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3, 0x00e5,
    0x00e7, 0x00e9, 0x00e8, 0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3, 0x00f2, 0x00f4,
    0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc, 0x2020, 0x00b0, 0x00a2, 0x00a3, 0x00a7, 0x2022, 0x00b6,
    0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8, 0x221e, 0x00b1, 0x2264, 0x2265,
    0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa, 0x00ba, 0x03a9, 0x00e6, 0x00f8, 0x00bf,
    0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab, 0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044,
    0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02, 0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1,
    0x00cb, 0x00c8, 0x00cd, 0x00ce, 0x00cf, 0x00cc, 0x00d3, 0x00d4, 0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9,
    0x0131, 0x02c6, 0x02dc, 0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7,
};
constexpr std::array<char16_t, 32> kWindows{
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

struct Character {
    char32_t code = 0;
    std::size_t length = 0; // in bytes; 0: the bytes are no UTF-8
};

Character characterAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead >= 0xf5 || at + length > text.size())
        return {};
    char32_t code = lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0U) != 0x80)
            return {};
        code = code << 6 | (byte(at + i) & 0x3fU);
    }
    return {code, length};
}

// The byte that a character was read from; -1: none.
int macRomanByte(char32_t code) {
    const auto found = std::ranges::find(kMacRoman, code);
    return found == kMacRoman.end() ? -1 : static_cast<int>(0x80 + (found - kMacRoman.begin()));
}

int windowsByte(char32_t code) {
    const auto found = std::ranges::find(kWindows, code);
    if (found != kWindows.end())
        return static_cast<int>(0x80 + (found - kWindows.begin()));
    return code >= 0xa0 && code <= 0xff ? static_cast<int>(code) : -1;
}

// The character that the text at `at` was before it was read as `byteOf` says, and the end of what stands for
// it. Empty if the bytes make no character.
struct Original {
    std::string bytes;
    std::size_t end = 0;
};
Original originalAt(std::string_view text, std::size_t at, int (*byteOf)(char32_t)) {
    Original out{{}, at};
    std::size_t wanted = 4;
    while (out.bytes.size() < wanted && out.end < text.size()) {
        const Character next = characterAt(text, out.end);
        const int byte = next.length > 1 ? byteOf(next.code) : -1;
        if (byte < 0)
            return {};
        if (out.bytes.empty())
            wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        out.bytes += static_cast<char>(byte);
        out.end += next.length;
    }
    return out.bytes.size() == wanted && characterAt(out.bytes, 0).length == wanted ? out : Original{};
}

} // namespace

std::string repaired(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<std::uint8_t>(text[at]) < 0x80) {
            out += text[at++];
            continue;
        }
        Original original = originalAt(text, at, windowsByte);
        if (original.bytes.empty())
            original = originalAt(text, at, macRomanByte);
        if (original.bytes.empty()) {
            const std::size_t length = std::max<std::size_t>(1, characterAt(text, at).length);
            original = {std::string(text.substr(at, length)), at + length};
        }
        out += original.bytes;
        at = original.end;
    }
    return out;
}

} // namespace espalier::tracker
