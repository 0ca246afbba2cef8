#include "graph/model/name_table.h"

#include <algorithm>
#include <array>

namespace espalier::graph {
namespace {

constexpr std::size_t kBlockBytes = 1 << 16;

constexpr std::array<std::string_view, 35> kKeywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

// Decodes the character at `i` and moves behind it; false for invalid UTF-8.
bool decode(std::string_view text, std::size_t& i, char32_t& c) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80         ? 1
                               : (lead >> 5) == 6  ? 2
                               : (lead >> 4) == 14 ? 3
                               : (lead >> 3) == 30 ? 4
                                                   : 0;
    if (length == 0 || i + length > text.size())
        return false;
    c = length == 1 ? lead : lead & (0xffU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        const auto byte = static_cast<unsigned char>(text[i + k]);
        if ((byte & 0xc0) != 0x80)
            return false;
        c = (c << 6) | (byte & 0x3fU);
    }
    i += length;
    return true;
}

bool isLetter(char32_t c) {
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (c < 0xc0)
        return c == 0xaa || c == 0xb5 || c == 0xba;
    const bool privateUse = (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000;
    const bool punctuation =
        (c >= 0x2000 && c <= 0x206f) || c == 0x3000 || c == 0xfffd || c == 0xd7 || c == 0xf7;
    return !privateUse && !punctuation;
}

} // namespace

bool isImportableName(std::string_view text) {
    if (text.empty())
        return false;
    for (std::size_t i = 0; i < text.size();) {
        const bool first = i == 0;
        char32_t c = 0;
        if (!decode(text, i, c))
            return false;
        const bool digit = (c >= '0' && c <= '9') || c == 0xb7;
        if (!isLetter(c) && (first || !digit))
            return false;
    }
    return std::find(kKeywords.begin(), kKeywords.end(), text) == kKeywords.end();
}

std::string_view NameTable::keep(std::string_view text) {
    if (blocks_.empty() || left_ < text.size()) {
        left_ = std::max(kBlockBytes, text.size());
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        blockBytes_ = left_;
    }
    char* const begin = blocks_.back().get() + (blockBytes_ - left_);
    std::ranges::copy(text, begin);
    left_ -= text.size();
    return {begin, text.size()};
}

PartId NameTable::part(std::string_view text) {
    const auto next = static_cast<PartId>(parts_.size());
    const PartId id = partIds_.add(text, next, [this](PartId part) { return parts_[part].text; });
    if (id == next)
        parts_.push_back({keep(text)});
    return id;
}

PartId NameTable::findPart(std::string_view text) const {
    return partIds_.find(text, [this](PartId part) { return parts_[part].text; });
}

bool NameTable::isImportable(PartId part) const {
    const Part& entry = parts_[part];
    if (entry.importable == Part::Unknown)
        entry.importable = isImportableName(entry.text) ? Part::Yes : Part::No;
    return entry.importable == Part::Yes;
}

DottedId NameTable::dotted(std::string_view text) {
    const auto next = static_cast<DottedId>(dotted_.size());
    const DottedId id = dottedIds_.add(text, next, [this](DottedId dotted) { return dotted_[dotted].text; });
    if (id != next)
        return id;
    text = keep(text);
    const auto first = static_cast<std::uint32_t>(dottedParts_.size());
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find('.', begin), text.size());
        dottedParts_.push_back(part(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    dotted_.push_back({text, first, static_cast<std::uint32_t>(dottedParts_.size()) - first});
    return id;
}

} // namespace espalier::graph
