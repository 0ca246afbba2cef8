// One name, several definitions: classes and functions that are called the same in several modules.
#pragma once

#include "graph/symbols/fragmentation.h"

#include <span>
#include <string_view>
#include <vector>

namespace espalier::graph {

struct Homonym {
    std::string_view name;
    struct One {
        OriginId definition;
        std::uint32_t statements = 0; // that import it
    };
    std::vector<One> definitions;          // the most imported first
    std::vector<std::string_view> members; // methods and classes that all of them have, sorted
    std::uint32_t statements = 0;
};
// Among the production modules, those of which at least one is imported; the most imported name first.
// Members are known where stage two has run.
[[nodiscard]] std::vector<Homonym> homonyms(Symbols& symbols, const Fragmentation& fragmentation);

} // namespace espalier::graph
