// Reading the small text files that tell about a project.
#pragma once

#include "indexer/facts/result.h"

#include <filesystem>
#include <string>

namespace espalier::project {

inline constexpr std::uintmax_t kMaxSmallBytes = 1 << 20;

// The bytes of a regular file. Errors: it is no regular file (a link may lead out of the project, a pipe
// never ends), is larger than 1 MB, or cannot be read.
[[nodiscard]] facts::Result<std::string> readSmallFile(const std::filesystem::path& path);

} // namespace espalier::project
