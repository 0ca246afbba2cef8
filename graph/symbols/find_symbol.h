// What a person means by a name: "shop.orders:Order", "shop.orders.Order", or "Order" alone.
#pragma once

#include "graph/symbols/fragmentation.h"

#include <string_view>
#include <vector>

namespace espalier::graph {

// Names of modules that the text can mean. With a module there is one at most, whether or not that module has
// the name; a name alone means every class and function of the project that is called so, or else every
// value. Sorted by module. The names are parts of `text`.
[[nodiscard]] std::vector<ImportPath> findSymbol(const Snapshot& snapshot, std::string_view text);

} // namespace espalier::graph
