// Sentences of a tracker, as words: which of them may name something of a code base, and which are numbers.
#pragma once

#include "app/tracker/markdown.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::tracker {

struct Word {
    std::string text;       // without the punctuation around it; a code span is one word
    std::string lower;      // the same in lower case
    std::size_t offset = 0; // in Block::text
    bool code = false;
    char after = ' '; // ',', ':' … behind it; ' ' for none
};

struct Sentence {
    std::size_t begin = 0, end = 0; // in Block::text
    std::vector<Word> words;        // arrows are words of their own: "→" or "↔"
};

// Of a block that is not Code.
[[nodiscard]] std::vector<Sentence> sentencesOf(const Block& block);

// "a/b.py:22-27", "b.py#L22": a path, and lines if it has some.
struct Reference {
    std::string path;
    std::uint32_t first = 0, last = 0; // 0: none
};
// Nothing for what is no path: with a '/' and a file type, or a file name of a type that is well known, or in
// code a folder with a '/' at its end.
[[nodiscard]] std::optional<Reference> referenceIn(const Word& word);
// "22" or "22-27".
[[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> linesIn(std::string_view text);

[[nodiscard]] bool isIdentifier(std::string_view text);
[[nodiscard]] bool isDotted(std::string_view text); // identifiers with dots between, one at least
// Whether it may name a module, file or symbol: a path, a dotted name, my_name, MyName, any name in code.
[[nodiscard]] bool isName(const Word& word);
// What can only name a module: a path of a Python file, a dotted name, or my_name.
[[nodiscard]] bool isModuleName(const Word& word);

// "1,650", "~20", "593+"
struct Number {
    std::uint64_t value = 0;
    bool about = false, atLeast = false;
};
[[nodiscard]] std::optional<Number> numberIn(std::string_view text);

} // namespace espalier::tracker
