// Where the tables, keys and values of a TOML text stand, to edit it in place. Offsets are of bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::project {

struct TomlItem {
    enum class Kind { Table, TableOfArray, Value }; // [a.b], [[a.b]], a.b = …
    Kind kind = Kind::Value;
    std::vector<std::string> key;   // parts without quotes, escapes as written; of Value: below its table
    std::size_t begin = 0, end = 0; // whole lines, with the line's end
    std::size_t valueBegin = 0, valueEnd = 0; // Value
};
// In the order of the text, which has to be valid TOML.
[[nodiscard]] std::vector<TomlItem> outlineOf(std::string_view toml);

// An element of "[…]", without what is around it.
struct TomlElement {
    std::size_t begin = 0, end = 0;
};
// Of the list that begins at an offset.
[[nodiscard]] std::vector<TomlElement> elementsOf(std::string_view toml, std::size_t listBegin);

// The end of a comma behind `at`, over blanks, comments and line ends; `at` if there is none.
[[nodiscard]] std::size_t behindComma(std::string_view toml, std::size_t at);

// A basic string.
[[nodiscard]] std::string tomlString(std::string_view text);

} // namespace espalier::project
