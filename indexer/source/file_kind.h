// Which files matter, by name.
#pragma once

#include "indexer/facts/project_facts.h"

#include <optional>
#include <string_view>

namespace espalier::source {

// Of the last part of a path. setup.py is a Python file: what it imports counts.
[[nodiscard]] std::optional<facts::FileKind> fileKind(std::string_view name);

[[nodiscard]] bool isValidUtf8(std::string_view text);

} // namespace espalier::source
