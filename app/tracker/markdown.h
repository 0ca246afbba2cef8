// A Markdown text as the blocks that say something: headings, paragraphs and list items, table rows, code.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::tracker {

struct Block {
    enum class Kind : std::uint8_t { Heading, Text, Row, Code };
    Kind kind = Kind::Text;
    int depth = 0;         // of the list item that it lies in; 0: none
    bool openTask = false; // in an item with an empty check box: a plan
    std::string language;  // of Code, in lower case; may be empty
    // Without marks, and without what is struck out. Code has its own lines; elsewhere a line end is a hard
    // break, or the border of two cells.
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> code;    // code spans: ranges of `text`, in order
    std::vector<std::pair<std::size_t, std::uint32_t>> lines; // from this offset on: the line in the source

    [[nodiscard]] std::uint32_t lineAt(std::size_t offset) const;
};

// In order. Of any bytes; linear but for what the library makes of tables and links.
[[nodiscard]] std::vector<Block> blocksOf(std::string_view markdown);

} // namespace espalier::tracker
