#include "indexer/scan/decode.h"

#include "indexer/scan/encoding.h"
#include "indexer/scan/source_text.h"

namespace espalier::scan {

namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

// The byte at `at` is no line end.
facts::FileProblem problemAt(std::string code, std::string_view text, std::size_t at, std::string message) {
    const SourceText until(text.substr(0, at + 1)); // and a line end
    const std::uint32_t position = until.size() - 2;
    return {std::move(code), until.line(position), until.column(position), std::move(message)};
}

// Decodes to `out.storage` where that is needed, with a problem for the first invalid byte.
void decodeAs(const Encoding& encoding, std::string_view bytes, Decoded& out) {
    std::size_t invalidAt = std::string_view::npos; // in the decoded text
    if (encoding.isUtf8()) {
        const std::size_t bad = firstInvalidUtf8(bytes);
        if (bad == std::string_view::npos) {
            out.text = bytes;
            return;
        }
        out.storage = repairedUtf8(bytes);
        invalidAt = bad;
    } else {
        invalidAt = convertToUtf8(encoding, bytes, out.storage);
    }
    out.text = out.storage;
    if (invalidAt != std::string_view::npos)
        out.problems.push_back(
            problemAt("invalid-encoding", out.text, invalidAt,
                      "a byte that is not " + encoding.name() + " (shown as \xEF\xBF\xBD)"));
}

Encoding chosenEncoding(std::string_view bytes, bool utf8Bom, std::vector<facts::FileProblem>& problems) {
    const Cookie cookie = findCookie(bytes);
    if (cookie.name.empty())
        return {};
    const std::optional<Encoding> named = Encoding::byPythonName(cookie.name);
    if (!named) {
        problems.push_back(
            {"unknown-encoding", cookie.line, 1, "unknown encoding '" + std::string(cookie.name) + "'"});
        return {};
    }
    if (utf8Bom && !Encoding::agreesWithUtf8Bom(cookie.name)) {
        problems.push_back(
            {"invalid-encoding", cookie.line, 1,
             "the encoding '" + std::string(cookie.name) + "' contradicts the UTF-8 byte order mark"});
        return {};
    }
    return *named;
}

} // namespace

Decoded decodeSource(std::string_view bytes) {
    Decoded out;
    if (const std::optional<Encoding> wide = Encoding::byWideBom(bytes)) {
        decodeAs(*wide, bytes.substr(wide->bomBytes()), out);
        out.problems.insert(out.problems.begin(),
                            {"invalid-encoding", 1, 1, wide->name() + ", which Python does not read"});
        return out;
    }
    const bool bom = bytes.starts_with(kUtf8Bom);
    if (bom)
        bytes.remove_prefix(kUtf8Bom.size());
    decodeAs(chosenEncoding(bytes, bom, out.problems), bytes, out);
    if (const std::size_t nul = out.text.find('\0'); nul != std::string_view::npos)
        out.problems.push_back(problemAt("nul-byte", out.text, nul, "a NUL byte"));
    return out;
}

} // namespace espalier::scan
