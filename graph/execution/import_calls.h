// What a module calls while it is imported: what makes import cycles dangerous, and imports slow.
#pragma once

#include "indexer/facts/outline.h"

#include <cstdint>
#include <string>
#include <vector>

namespace espalier::graph {

struct ImportCall {
    std::uint32_t line = 0;
    std::string callee; // dotted, "shop.registry.register"; of what has no name, its last part: "….register"
    friend bool operator==(const ImportCall&, const ImportCall&) = default;
};
// At module level, in class bodies, decorators and default values; not what these calls call in turn. In
// order of text.
[[nodiscard]] std::vector<ImportCall> importCalls(const facts::Outline& outline);

} // namespace espalier::graph
