// Imports of what is deprecated, each with an identity that lasts longer than its line.
#pragma once

#include "graph/analysis/importers.h"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// What nobody should import any more: a module, or one of its names.
struct DeprecatedTarget {
    std::string module;
    std::string symbol; // empty: the module
    friend auto operator<=>(const DeprecatedTarget&, const DeprecatedTarget&) = default;
    [[nodiscard]] std::string text() const { return symbol.empty() ? module : module + ':' + symbol; }
};

// What a person has configured, in a [[deprecated]] entry or in a campaign, and what says so of itself; weak
// evidence is left out. Sorted, each once. They need not exist.
[[nodiscard]] std::vector<DeprecatedTarget> deprecatedTargets(const Snapshot& snapshot);
[[nodiscard]] std::vector<DeprecatedTarget> deprecatedTargets(const Campaign& campaign);

// One name of one statement. Two violations are the same at different times if their keys are; a file that
// was renamed keeps the path that it had first.
struct Violation {
    struct Key {
        std::string path, target, name,
            scope; // name: as imported; scope: "Class.method", empty at module level
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    Key key;
    StatementRef statement;
};

// By path, line, column. References in strings do not count.
[[nodiscard]] std::vector<Violation> violations(const Snapshot& snapshot,
                                                const std::vector<DeprecatedTarget>& targets);

} // namespace espalier::graph
