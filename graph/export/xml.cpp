#include "graph/export/xml.h"

#include <array>
#include <charconv>
#include <cmath>

namespace espalier::graph {
namespace {

struct Decoded {
    char32_t c = 0;
    std::size_t bytes = 0; // 0: invalid
};

// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
Decoded decodeUtf8(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t n = lead >= 0xc2 && lead < 0xe0   ? 2
                          : lead >= 0xe0 && lead < 0xf0 ? 3
                          : lead >= 0xf0 && lead < 0xf5 ? 4
                                                        : 0;
    if (n == 0 || s.size() < n)
        return {};
    char32_t c = lead & (0xffU >> (n + 1));
    for (std::size_t i = 1; i < n; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {};
        c = c << 6 | (byte(i) & 0x3f);
    }
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    if (c < kLeast[n] || (c >= 0xd800 && c < 0xe000) || c > 0x10ffff)
        return {};
    return {c, n};
}

bool allowedInXml(char32_t c) {
    return c >= 0x20 ? c != 0xfffe && c != 0xffff && !(c >= 0x7f && c < 0xa0)
                     : c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::string xmlEscaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Decoded d = decodeUtf8(text);
        const std::size_t bytes = d.bytes == 0 ? 1 : d.bytes;
        if (d.bytes == 0 || !allowedInXml(d.c))
            out += "\xef\xbf\xbd";
        else if (d.c == '<')
            out += "&lt;";
        else if (d.c == '>')
            out += "&gt;";
        else if (d.c == '&')
            out += "&amp;";
        else if (d.c == '"')
            out += "&quot;";
        else if (d.c == '\n' || d.c == '\r' || d.c == '\t')
            out += "&#" + std::to_string(static_cast<unsigned>(d.c)) + ";";
        else
            out += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return out;
}

std::string decimal(double value) {
    std::array<char, 32> buffer;
    const double rounded = std::round(value * 100) / 100;
    if (!std::isfinite(rounded) || std::abs(rounded) > 1e9)
        return "0";
    auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, 2);
    std::string text(buffer.data(), end);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string colourText(std::uint32_t rgb) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4)
        text += kDigits[rgb >> shift & 0xf];
    return text;
}

} // namespace espalier::graph
