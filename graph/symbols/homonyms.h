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
    // That import another definition than most do.
    [[nodiscard]] std::uint32_t divided() const { return statements - definitions.front().statements; }
};
// Among the production modules, those of which at least one is imported. Those over which importers are most
// divided come first, then those of most definitions, then the most imported. Members are known where stage
// two has run.
[[nodiscard]] std::vector<Homonym> homonyms(Symbols& symbols, const Fragmentation& fragmentation);

} // namespace espalier::graph
