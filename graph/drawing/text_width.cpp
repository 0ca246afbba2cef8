#include "graph/drawing/text_width.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace espalier::graph {
namespace {

// Advance widths of U+0020 … U+007E in hundredths of the font size, rounded up.
constexpr std::array<std::uint8_t, 95> kAscii{
    32,  41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, // space … /
    64,  64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, // 0 … ?
    100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, // @ … O
    61,  79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, // P … _
    50,  62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, // ` … o
    64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};    // p … ~
constexpr double kOther = 0.66;                                      // letters with accents, Greek, Cyrillic
constexpr double kWide = 1.05;                                       // CJK and pictures
constexpr double kGenerous = 1.02;

double advance(char32_t c) {
    if (c >= 0x20 && c < 0x7f)
        return kAscii[c - 0x20] / 100.0;
    if (c >= 0x300 && c < 0x370) // combining marks
        return 0;
    return c >= 0x1100 ? kWide : kOther;
}

std::size_t lengthAt(std::string_view s, std::size_t i) {
    const auto lead = static_cast<unsigned char>(s[i]);
    const std::size_t n = lead < 0x80   ? 1
                          : lead < 0xc2 ? 1
                          : lead < 0xe0 ? 2
                          : lead < 0xf0 ? 3
                          : lead < 0xf5 ? 4
                                        : 1;
    if (i + n > s.size())
        return 1;
    for (std::size_t k = 1; k < n; ++k)
        if ((static_cast<unsigned char>(s[i + k]) & 0xc0) != 0x80)
            return 1;
    return n;
}

char32_t decode(std::string_view c) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(c[i])); };
    switch (c.size()) {
    case 2:
        return (byte(0) & 0x1f) << 6 | (byte(1) & 0x3f);
    case 3:
        // Punctuation such as "…", "·" and dashes is no wider than letters.
        return (byte(0) & 0xf) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    case 4:
        return 0x10000;
    default:
        return byte(0);
    }
}

bool isPunctuation(char32_t c) {
    return c >= 0x2000 && c < 0x2100;
}

double widthOf(std::string_view character) {
    const char32_t c = decode(character);
    return c == 0x2026 ? 1.0 : isPunctuation(c) ? kOther : advance(c);
}

std::vector<std::string_view> characters(std::string_view s) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < s.size(); i += out.back().size())
        out.push_back(s.substr(i, lengthAt(s, i)));
    return out;
}

} // namespace

double textWidth(std::string_view utf8, double fontPx) {
    double sum = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t n = lengthAt(utf8, i);
        sum += widthOf(utf8.substr(i, n));
        i += n;
    }
    return sum * fontPx * kGenerous;
}

std::string elideMiddle(std::string_view utf8, double fontPx, double widest) {
    if (textWidth(utf8, fontPx) <= widest)
        return std::string(utf8);
    const std::vector<std::string_view> chars = characters(utf8);
    if (chars.size() < 3)
        return std::string(utf8);
    double room = widest - textWidth("…", fontPx);
    std::size_t left = 0, right = chars.size();
    const auto take = [&](std::string_view c) {
        room -= widthOf(c) * fontPx * kGenerous;
        return room >= 0;
    };
    // The end of a name tells more than its beginning: it gets the odd character.
    while (left + 1 < right) {
        if (!take(chars[right - 1]))
            break;
        --right;
        if (left + 1 >= right || !take(chars[left]))
            break;
        ++left;
    }
    left = std::max<std::size_t>(left, 1);
    right = std::min(right, chars.size() - 1);
    std::string out;
    for (std::size_t i = 0; i < left; ++i)
        out += chars[i];
    out += "…";
    for (std::size_t i = right; i < chars.size(); ++i)
        out += chars[i];
    return out;
}

} // namespace espalier::graph
