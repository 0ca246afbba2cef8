#include "graph/model/config.h"

#include "indexer/facts/glob.h"

namespace espalier::graph {

std::string_view name(PathClass cls) {
    constexpr std::array<std::string_view, kPathClassCount> kNames{"production", "tests", "tools", "copies"};
    return kNames[static_cast<std::size_t>(cls)];
}

PathClass PathClasses::of(std::string_view path) const {
    if (facts::anyGlobMatches(copies, path))
        return PathClass::Copies;
    if (facts::anyGlobMatches(tests, path))
        return PathClass::Tests;
    if (facts::anyGlobMatches(tools, path))
        return PathClass::Tools;
    return PathClass::Production;
}

} // namespace espalier::graph
