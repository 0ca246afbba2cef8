// Changes of a file in the unified format, as `patch -p1` and `git apply` read it.
#pragma once

#include "app/rewrite/token_file.h"

#include <span>
#include <string>
#include <string_view>

namespace espalier::rewrite {

// "--- a/PATH", "+++ b/PATH" and hunks with three lines of context; empty without changes. `path` is relative
// to the folder where the difference is applied; unusual characters in it are quoted as git does.
[[nodiscard]] std::string unifiedDiff(const TokenFile& file, std::string_view path,
                                      std::span<const TokenFile::Change> changes);

} // namespace espalier::rewrite
