// Where an identifier appears in a text, and in what: by Python's own tokens, or anywhere.
#pragma once

#include "indexer/facts/source_facts.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace espalier::text {

enum class Place : std::uint8_t {
    Import, // in an import statement
    Code,   // elsewhere in code
    String, // in a string or docstring; what an f-string computes is code
    Comment,
    Other, // in a file that is not Python
};
inline constexpr int kPlaceCount = 5;
std::string_view name(Place place); // "import", "code", "string", "comment", "other"

struct Occurrence {
    std::uint32_t line = 0, column = 0; // count from 1, columns in code points
    Place place = Place::Other;
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// Whether a text can be looked for: an identifier, or several with dots between.
[[nodiscard]] bool isSearchable(std::string_view word);

// Whether the bytes may hold the word as a whole; false is certain for texts in UTF-8 and its like.
[[nodiscard]] bool mayHold(std::string_view bytes, std::string_view word);

// In the bytes of a Python file, decoded as Python does. Letters, digits and _ beside a word make it another
// one. What no token covers because of an error is code. In order.
[[nodiscard]] std::vector<Occurrence> inPython(std::string_view bytes, std::string_view word);
// In any other text; taken for UTF-8.
[[nodiscard]] std::vector<Occurrence> inText(std::string_view bytes, std::string_view word);

} // namespace espalier::text
