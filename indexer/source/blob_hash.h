// Git's name for a content: SHA-1 over "blob <size>\0" and the bytes.
#pragma once

#include "indexer/facts/project_facts.h"

#include <string_view>

namespace espalier::source {

// Thread-safe. About 1.5 GB/s where the processor has SHA instructions (OpenSSL).
[[nodiscard]] facts::BlobId blobId(std::string_view bytes);

} // namespace espalier::source
