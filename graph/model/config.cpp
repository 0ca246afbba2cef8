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

std::string_view name(Phase::Condition condition) {
    constexpr std::array<std::string_view, kPhaseConditionCount> kNames{
        "no violations", "no production violations", "target met", "no importers", "module gone", "no ghosts",
        "stable"};
    return kNames[static_cast<std::size_t>(condition)];
}

std::vector<Phase::Condition> usualConditions(std::string_view phase) {
    using Condition = Phase::Condition;
    if (phase == "remediate")
        return {Condition::NoProductionViolations};
    if (phase == "stabilise" || phase == "stabilize")
        return {Condition::Stable};
    if (phase == "remove")
        return {Condition::ModuleGone, Condition::NoGhosts};
    return {};
}

} // namespace espalier::graph
