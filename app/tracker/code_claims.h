// The claims of code in a tracker: import statements, and names that are bound to others.
#pragma once

#include "app/tracker/claims.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::tracker {

struct CodeClaim {
    Claim claim;
    std::uint32_t line = 0; // of the code, counts from 1
};

// Of a piece of Python that may be cut short: `from a.b import` stands for anything from a.b. A comment
// "# a/b.py:22-27 …" says which file the statements below it are from, `about` and its lines (0: none) say it
// for the others. What a comment calls required or correct is of no file.
[[nodiscard]] std::vector<CodeClaim> claimsOfCode(std::string_view code, const std::string& about,
                                                  std::uint32_t firstLine, std::uint32_t lastLine);

// `X = Y` or `X == Y`, of two names.
[[nodiscard]] bool isAlias(std::string_view code, std::string& name, std::string& target);

// Whether somebody asks for it instead of saying that it is so.
[[nodiscard]] bool asksFor(std::string_view lowerText);

} // namespace espalier::tracker
