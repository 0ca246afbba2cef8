#include "indexer/scan/encoding.h"

#include "indexer/scan/byte_search.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <iconv.h>

namespace espalier::scan {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool allDigits(std::string_view s) {
    return !s.empty() &&
           std::all_of(s.begin(), s.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// Lower case, with one '-' for any run of other characters: how Python compares names of codecs.
std::string canonical(std::string_view name) {
    std::string out;
    for (char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '.')
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

struct Alias {
    std::string_view python, iconv;
};
constexpr Alias kAliases[] = {
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"u8", "UTF-8"},
    {"utf", "UTF-8"},
    {"utf-8-sig", "UTF-8"},
    {"cp65001", "UTF-8"},
    {"ascii", "US-ASCII"},
    {"us-ascii", "US-ASCII"},
    {"646", "US-ASCII"},
    {"latin-1", "ISO-8859-1"},
    {"latin1", "ISO-8859-1"},
    {"latin", "ISO-8859-1"},
    {"l1", "ISO-8859-1"},
    {"8859", "ISO-8859-1"},
    {"iso-latin-1", "ISO-8859-1"},
    {"latin-9", "ISO-8859-15"},
    {"latin9", "ISO-8859-15"},
    {"l9", "ISO-8859-15"},
    {"latin2", "ISO-8859-2"},
    {"latin-2", "ISO-8859-2"},
    {"l2", "ISO-8859-2"},
    {"cyrillic", "ISO-8859-5"},
    {"greek", "ISO-8859-7"},
    {"hebrew", "ISO-8859-8"},
    {"arabic", "ISO-8859-6"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"koi8-t", "KOI8-T"},
    {"big5", "BIG5"},
    {"big5-hkscs", "BIG5-HKSCS"},
    {"gb2312", "GB2312"},
    {"gbk", "GBK"},
    {"gb18030", "GB18030"},
    {"euc-jp", "EUC-JP"},
    {"eucjp", "EUC-JP"},
    {"ujis", "EUC-JP"},
    {"euc-kr", "EUC-KR"},
    {"euckr", "EUC-KR"},
    {"shift-jis", "SHIFT_JIS"},
    {"sjis", "SHIFT_JIS"},
    {"shiftjis", "SHIFT_JIS"},
    {"johab", "JOHAB"},
    {"tis-620", "TIS-620"},
    {"mac-roman", "MACINTOSH"},
    {"macroman", "MACINTOSH"},
    {"macintosh", "MACINTOSH"},
    {"iso2022-jp", "ISO-2022-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"mac-cyrillic", "MAC-CYRILLIC"},
    {"ptcp154", "PT154"},
    {"utf-7", "UTF-7"},
};

struct Converter {
    iconv_t handle;
    explicit Converter(const std::string& from)
        : handle(iconv_open("UTF-8", from.c_str())) {}
    ~Converter() {
        if (ok())
            iconv_close(handle);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    [[nodiscard]] bool ok() const { return handle != reinterpret_cast<iconv_t>(-1); }
};

std::string iconvName(const std::string& name) {
    // CPython takes these two as they are, with anything behind them ("utf-8-unix", "latin-1-dos").
    for (std::string_view prefix : {"utf-8-", "latin-1-", "iso-8859-1-", "iso-latin-1-"})
        if (name.starts_with(prefix))
            return prefix == "utf-8-" ? "UTF-8" : "ISO-8859-1";
    for (const Alias& alias : kAliases)
        if (alias.python == name)
            return std::string(alias.iconv);
    for (std::string_view family : {"cp", "windows-"})
        if (name.starts_with(family) && allDigits(std::string_view(name).substr(family.size())))
            return "CP" + name.substr(family.size());
    for (std::string_view family : {"iso-8859-", "iso8859-", "iso-8859", "iso8859"})
        if (name.starts_with(family) && allDigits(std::string_view(name).substr(family.size())))
            return "ISO-8859-" + name.substr(family.size());
    return {};
}

// Length of the valid UTF-8 sequence at `s`, or 0 (Unicode Standard, table 3-7).
std::size_t sequenceLength(std::string_view s) {
    const auto byte = [s](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    const auto in = [](unsigned c, unsigned low, unsigned high) { return c >= low && c <= high; };
    const unsigned first = byte(0), second = byte(1);
    if (first < 0x80)
        return 1;
    if (in(first, 0xC2, 0xDF))
        return in(second, 0x80, 0xBF) ? 2 : 0;
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (!in(first, 0xE0, 0xF4) || !in(second, low, high) || !in(byte(2), 0x80, 0xBF))
        return 0;
    if (first < 0xF0)
        return 3;
    return in(byte(3), 0x80, 0xBF) ? 4 : 0;
}

std::string_view line(std::string_view bytes, std::size_t& at) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
    const std::string_view out = bytes.substr(at, end - at);
    at = end + (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
    return out;
}

// "coding[:=]\s*([-\w.]+)" in a comment.
std::string_view cookieIn(std::string_view text) {
    constexpr std::string_view kWord = "coding";
    for (std::size_t at = text.find(kWord); at != std::string_view::npos; at = text.find(kWord, at + 1)) {
        std::size_t i = at + kWord.size();
        if (i >= text.size() || (text[i] != ':' && text[i] != '='))
            continue;
        ++i;
        while (i < text.size() && (text[i] == ' ' || text[i] == '\t'))
            ++i;
        std::size_t end = i;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) ||
                                     text[end] == '-' || text[end] == '_' || text[end] == '.'))
            ++end;
        if (end > i)
            return text.substr(i, end - i);
    }
    return {};
}

} // namespace

std::optional<Encoding> Encoding::byPythonName(std::string_view name) {
    Encoding out;
    out.iconvName_ = iconvName(canonical(name));
    if (out.iconvName_.empty() || (!out.isUtf8() && !Converter(out.iconvName_).ok()))
        return std::nullopt;
    return out;
}

bool Encoding::agreesWithUtf8Bom(std::string_view name) {
    const std::string normal = canonical(name);
    return normal == "utf-8" || normal.starts_with("utf-8-");
}

std::optional<Encoding> Encoding::byWideBom(std::string_view bytes) {
    struct Bom {
        std::string_view bytes;
        const char* name;
    };
    static const std::array<Bom, 4> kBoms{{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                           {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                           {"\xFF\xFE", "UTF-16LE"},
                                           {"\xFE\xFF", "UTF-16BE"}}};
    for (const Bom& bom : kBoms) {
        if (!bytes.starts_with(bom.bytes))
            continue;
        Encoding out;
        out.iconvName_ = bom.name;
        out.bomBytes_ = bom.bytes.size();
        return out;
    }
    return std::nullopt;
}

Cookie findCookie(std::string_view bytes) {
    std::size_t at = 0;
    for (std::uint32_t number = 1; number <= 2 && at < bytes.size(); ++number) {
        const std::string_view text = line(bytes, at);
        const std::size_t first = text.find_first_not_of(" \t\f");
        if (first == std::string_view::npos)
            continue;
        if (text[first] != '#')
            break;
        if (const std::string_view name = cookieIn(text.substr(first)); !name.empty())
            return {name, number};
    }
    return {};
}

std::size_t firstInvalidUtf8(std::string_view bytes) {
    for (std::size_t i = 0;;) {
        i += asciiPrefix(bytes.substr(i));
        if (i == bytes.size())
            return std::string_view::npos;
        const std::size_t length = sequenceLength(bytes.substr(i, 4));
        if (length == 0)
            return i;
        i += length;
    }
}

std::string repairedUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + 16);
    while (!bytes.empty()) {
        const std::size_t bad = firstInvalidUtf8(bytes);
        out += bytes.substr(0, bad);
        if (bad == std::string_view::npos)
            break;
        out += kReplacement;
        bytes.remove_prefix(bad + 1);
    }
    return out;
}

std::size_t convertToUtf8(const Encoding& encoding, std::string_view bytes, std::string& out) {
    std::size_t firstBad = std::string::npos;
    Converter converter(encoding.name());
    std::array<char, 16384> buffer;
    char* in = const_cast<char*>(bytes.data()); // iconv does not write to it
    std::size_t left = bytes.size();
    while (converter.ok()) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(converter.handle, left > 0 ? &in : nullptr, &left, &to, &room);
        const int error = errno;
        out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
        if (done != static_cast<std::size_t>(-1)) {
            if (left == 0)
                break;
        } else if (error != E2BIG && left > 0) { // an invalid or cut sequence
            firstBad = std::min(firstBad, out.size());
            out += kReplacement;
            ++in;
            --left;
            if (left == 0)
                break;
        }
    }
    return firstBad;
}

} // namespace espalier::scan
