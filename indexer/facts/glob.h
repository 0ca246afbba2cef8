// Path patterns as in .gitignore-like settings: `**` stands for any number of folders (none included), `*` and `?`
// stay within one part, `[ab]` is a set. A pattern without '/' matches at the top only; put `**/` before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace espalier::facts {

[[nodiscard]] bool globMatches(std::string_view pattern, std::string_view path);
[[nodiscard]] bool anyGlobMatches(const std::vector<std::string>& patterns, std::string_view path);

} // namespace espalier::facts
