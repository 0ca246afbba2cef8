// Source bytes to UTF-8 as Python does it: byte order mark, then the PEP 263 cookie, else UTF-8.
#pragma once

#include "indexer/facts/source_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::scan {

struct Decoded {
    std::string_view text; // UTF-8 without byte order mark; points into the input or into `storage`
    std::string storage;
    std::vector<facts::FileProblem> problems; // unknown encoding, invalid bytes (replaced by U+FFFD), NUL
    [[nodiscard]] bool broken() const { return !problems.empty(); }
};

// Line ends stay as they are. Never fails: what cannot be decoded is replaced and reported.
[[nodiscard]] Decoded decodeSource(std::string_view bytes);

} // namespace espalier::scan
