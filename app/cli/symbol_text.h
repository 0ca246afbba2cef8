// What the commands on symbols have in common.
#pragma once

#include "app/cli/ranked.h"
#include "graph/symbols/uses.h"

#include <span>
#include <string>
#include <vector>

namespace espalier::cli {

// {"kind": "class", "module", "name", "path", "line"}; what is not of the project has no path. `kind` is
// class, function (definition, where that is not known), or as graph::name(OriginKind) says.
[[nodiscard]] Json originJson(const graph::Symbols& symbols, graph::OriginId origin);
// "class shop.orders:Order (shop/orders.py:12)"
[[nodiscard]] std::string originText(const graph::Symbols& symbols, graph::OriginId origin);

[[nodiscard]] Json stepsJson(const graph::Snapshot& snapshot, std::span<const graph::Step> steps);
void printSteps(const graph::Snapshot& snapshot, std::span<const graph::Step> steps, std::string_view indent);

// "5 uses (read 2, call 3)"
[[nodiscard]] std::string usesText(std::span<const graph::SymbolUse> uses);
[[nodiscard]] Json useJson(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                           const graph::SymbolUse& use);
void printUse(const graph::Snapshot& snapshot, const graph::Ranks& ranks, const graph::SymbolUse& use);

// The paths that the text means; says on stderr if there are none.
[[nodiscard]] std::vector<graph::ImportPath> askedFor(const graph::Snapshot& snapshot,
                                                      const std::string& text);
// The origins of all of them, each once.
[[nodiscard]] std::vector<graph::OriginId> originsOf(graph::Symbols& symbols,
                                                     std::span<const graph::ImportPath> paths);

} // namespace espalier::cli
