// Names as small numbers. A *part* is one identifier of a dotted name; a *dotted* name is a list of parts.
// Texts are copied, each once. Used by one thread.
#pragma once

#include "graph/model/text_ids.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

using PartId = std::uint32_t;
using DottedId = std::uint32_t;
inline constexpr std::uint32_t kNoId = 0xffffffff;

class NameTable {
public:
    PartId part(std::string_view text);
    [[nodiscard]] PartId findPart(std::string_view text) const; // kNoId if it never came up
    [[nodiscard]] std::string_view partText(PartId part) const { return parts_[part].text; }
    // Whether an import statement can name it: an identifier that is no keyword.
    [[nodiscard]] bool isImportable(PartId part) const;

    [[nodiscard]] std::size_t partCount() const { return parts_.size(); }

    DottedId dotted(std::string_view text);
    [[nodiscard]] std::string_view dottedText(DottedId id) const { return dotted_[id].text; }
    [[nodiscard]] std::span<const PartId> partsOf(DottedId id) const {
        return {dottedParts_.data() + dotted_[id].first, dotted_[id].count};
    }
    [[nodiscard]] std::size_t dottedCount() const { return dotted_.size(); }

private:
    struct Part {
        std::string_view text;
        mutable enum : std::uint8_t { Unknown, No, Yes } importable = Unknown; // looked at when asked for
    };
    struct Dotted {
        std::string_view text;
        std::uint32_t first = 0, count = 0;
    };

    std::string_view keep(std::string_view text);

    std::vector<std::unique_ptr<char[]>> blocks_; // of texts
    std::size_t blockBytes_ = 0, left_ = 0;       // of the last block; left: not used yet
    std::vector<Part> parts_;
    std::vector<Dotted> dotted_;
    std::vector<PartId> dottedParts_;
    TextIds partIds_, dottedIds_;
};

// True for a Python identifier that is no keyword. Letters outside ASCII are not looked up: private-use
// characters, punctuation, controls and invalid UTF-8 are refused, the rest counts as a letter.
[[nodiscard]] bool isImportableName(std::string_view text);

} // namespace espalier::graph
