// The text of string literals: prefixes, ends, escapes. What the lexer and the quick pass over dull lines
// have in common. All pointers point into a text that ends at `end`, with a line feed before it and NULs
// behind.
#pragma once

#include "indexer/scan/byte_search.h"
#include "indexer/scan/token.h"

#include <cstring>

namespace espalier::scan {

struct StringPrefix {
    bool valid = false;     // else it is a name
    bool formatted = false; // an f-string, or a t-string
    bool raw = false;
    bool bytes = false;
};

// Of a name before a quote. Letters are told apart loosely: `bb""` is taken for a string.
[[nodiscard]] inline StringPrefix stringPrefix(const char* begin, std::size_t length) {
    StringPrefix out;
    out.valid = length <= 2;
    for (std::size_t i = 0; i < length && out.valid; ++i) {
        const char c = static_cast<char>(begin[i] | 0x20);
        out.bytes |= c == 'b';
        out.raw |= c == 'r';
        out.formatted |= c == 'f' || c == 't';
        out.valid = c == 'b' || c == 'r' || c == 'f' || c == 't' || (c == 'u' && length == 1);
    }
    return out;
}

struct StringEnd {
    const char* at = nullptr; // the closing quote, or the line end that comes first
    bool closed = false;
    bool escapes = false; // a backslash or NUL is in the text
};

// Of a string of one line; `p` is behind its opening quote.
[[nodiscard]] inline StringEnd findStringEnd(const char* p, const char* end, char quote) {
    StringEnd out;
    for (;;) {
        p = findStringStop(p, quote);
        if (*p == quote || *p == '\n' || p == end) {
            out.at = p;
            out.closed = *p == quote;
            return out;
        }
        out.escapes = true;
        p += *p == '\\' && p + 1 < end ? 2 : 1;
    }
}

// Behind the closing quotes of a triple-quoted string; `text` is behind its opening ones. Null if it never
// ends.
[[nodiscard]] inline const char* behindTripleString(const char* text, const char* end, char quote) {
    for (const char* p = text; p < end; ++p) {
        p = static_cast<const char*>(std::memchr(p, quote, static_cast<std::size_t>(end - p)));
        if (!p)
            break;
        const char* escape = p;
        while (escape > text && escape[-1] == '\\')
            --escape;
        if ((p - escape) % 2 == 0 && p[1] == quote && p[2] == quote)
            return p + 3;
    }
    return nullptr;
}

// An entry point as packaging metadata and pkgutil.resolve_name write it, `p.m:Class.method`, perhaps with
// its own name before and extras behind: `name = p.m:main [extra]`. Names beyond ASCII are told apart
// loosely.
struct EntryPoint {
    std::string_view module; // empty: the text is none, or its module has no dot
    std::string_view object;
};
[[nodiscard]] EntryPoint entryPoint(std::string_view text);

// Token::Flags of a string's text: Dotted and ManyDots if it is a dotted name (beyond ASCII: if it looks like
// one), Dotted and EntryPoint if it is an entry point, else 0.
[[nodiscard]] inline std::uint8_t dottedFlags(const char* begin, const char* end) {
    constexpr std::ptrdiff_t kLongest = 200; // bytes
    if (end - begin > kLongest)
        return 0;
    const auto text = [&] { return std::string_view(begin, static_cast<std::size_t>(end - begin)); };
    int dots = 0;
    bool head = true;
    for (const char* p = begin; p < end; ++p) {
        const CharClass cls = classOf(*p);
        if (cls != CharClass::Identifier && (head || (cls != CharClass::Digit && *p != '.')))
            return entryPoint(text()).module.empty() ? 0 : Token::Dotted | Token::EntryPoint;
        head = *p == '.';
        dots += head;
    }
    if (head || dots == 0)
        return 0;
    return dots > 1 ? Token::Dotted | Token::ManyDots : Token::Dotted;
}

namespace detail {
constexpr std::array<bool, 256> makeFormattedStops() {
    std::array<bool, 256> out{};
    for (char c : {'\'', '"', '\\', '\n', '\0', '{', '}'})
        out[static_cast<unsigned char>(c)] = true;
    return out;
}
inline constexpr auto kFormattedStops = makeFormattedStops();
} // namespace detail

// In the text of an f-string: the first byte that is not just itself.
[[nodiscard]] inline const char* findFormattedStop(const char* p) {
    while (!detail::kFormattedStops[static_cast<unsigned char>(*p)])
        ++p;
    return p;
}

// Behind a backslash in the text of an f-string and what it takes the meaning from: in a raw string only
// quotes, backslashes and line ends; braces never, but for \N{NAME}, whose name is not passed over here.
[[nodiscard]] inline const char* behindFormattedEscape(const char* p, bool raw) {
    const char next = p[1];
    const bool escaped =
        raw ? next == '\'' || next == '"' || next == '\\' || next == '\n' : next != '{' && next != '}';
    return p + (escaped && next != '\0' ? 2 : 1);
}

} // namespace espalier::scan
