// Packed bytes made smaller: zstd, at a level that costs less than reading what was packed. Measured on the
// records of 4,000 contents: 44 % of their size each by itself. Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace espalier::store {

[[nodiscard]] std::string compress(std::string_view bytes);
// Nothing if that is not what compress() made.
[[nodiscard]] std::optional<std::string> decompress(std::string_view bytes);

} // namespace espalier::store
