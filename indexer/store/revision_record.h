// A commit with its changes as packed bytes, compressed.
#pragma once

#include "indexer/facts/history.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier::store {

[[nodiscard]] std::string encodeRevision(const facts::Revision& revision);
// Nothing if the bytes are not what encodeRevision() wrote.
[[nodiscard]] std::optional<facts::Revision> decodeRevision(std::string_view bytes);

} // namespace espalier::store
