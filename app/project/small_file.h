// Reading the small text files that tell about a project.
#pragma once

#include "indexer/facts/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace espalier::project {

inline constexpr std::uintmax_t kMaxSmallBytes = 1 << 20;

// The bytes of a regular file. Errors: it is no regular file (a link may lead out of the project, a pipe
// never ends), is larger than 1 MB, or cannot be read.
[[nodiscard]] facts::Result<std::string> readSmallFile(const std::filesystem::path& path);

// Whole or not at all, with the permissions of a file that is there. `before`: what it has held so far, null:
// it must not exist. Errors: it has changed since, it is no regular file, and what the file system says;
// nothing is written.
[[nodiscard]] facts::Status writeSmallFile(const std::filesystem::path& path, const std::string* before,
                                           std::string_view text);

} // namespace espalier::project
