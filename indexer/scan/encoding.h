// Python's names of text encodings, and conversion to UTF-8 by iconv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace espalier::scan {

class Encoding {
public:
    Encoding() = default; // UTF-8

    // By any of Python's spellings ("latin-1", "UTF_8", "cp1252"); nothing if Python would not know it.
    [[nodiscard]] static std::optional<Encoding> byPythonName(std::string_view name);
    // UTF-16 and UTF-32 by byte order mark.
    [[nodiscard]] static std::optional<Encoding> byWideBom(std::string_view bytes);

    // Whether CPython accepts the name in a file that begins with a UTF-8 byte order mark.
    [[nodiscard]] static bool agreesWithUtf8Bom(std::string_view name);

    [[nodiscard]] bool isUtf8() const { return iconvName_ == "UTF-8"; }
    [[nodiscard]] const std::string& name() const { return iconvName_; }
    [[nodiscard]] std::size_t bomBytes() const { return bomBytes_; }

private:
    std::string iconvName_ = "UTF-8";
    std::size_t bomBytes_ = 0;
};

// The coding comment of PEP 263 in the first two lines.
struct Cookie {
    std::string_view name; // empty: there is none
    std::uint32_t line = 0;
};
[[nodiscard]] Cookie findCookie(std::string_view bytes);

// Position of the first byte that is no strict UTF-8 (surrogates and overlong forms are none), or npos.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view bytes);
// With U+FFFD for each byte that is not.
[[nodiscard]] std::string repairedUtf8(std::string_view bytes);
// Appends to `out`, with U+FFFD for each byte that cannot be converted. Returns where in `out` the first such
// is, or npos.
[[nodiscard]] std::size_t convertToUtf8(const Encoding& encoding, std::string_view bytes, std::string& out);

} // namespace espalier::scan
