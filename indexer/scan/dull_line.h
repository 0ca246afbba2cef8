// Passing over the lines that most files consist of: statements in function and class bodies that bind no
// module-level name and mention nothing that decides an import.
#pragma once

namespace espalier::scan {

// `line` is the first token of a logical line in a text that ends at `end` (see byte_search.h for what is
// behind it). Returns where the next line begins, if this one is a simple statement other than an import,
// `global` or several on one line, without lexical errors, and without any hot word (words.h) or dotted
// string. Else null: the line deserves the lexer's look. May return null for any line; never looks further
// than to the end of this one.
[[nodiscard]] const char* behindDullLine(const char* line, const char* end);

} // namespace espalier::scan
