// How symbols are called in the window.
#pragma once

#include "graph/symbols/symbol_view.h"

#include <QString>

namespace espalier::ui {

[[nodiscard]] QString symbolKindWord(graph::SymbolKind kind); // "class", …
[[nodiscard]] QString useKindWord(graph::UseKind kind);       // "called", …
// "shop.orders:Order"
[[nodiscard]] QString symbolName(const graph::Snapshot& snapshot, const graph::SymbolPlace& symbol);
// "12 statements: 9 production, 3 tests"
[[nodiscard]] QString countWords(const graph::ImporterCounts& counts);
// "15 paths, 596 statements"
[[nodiscard]] QString spreadWords(const graph::SpreadRow& spread);
// "compliance 12.5 %: 10 of 80 files use the canonical path only"
[[nodiscard]] QString complianceWords(const graph::SpreadRow& spread);
// "shop.orders:Order, it is defined there"
[[nodiscard]] QString canonicalWords(const graph::SpreadRow& spread);
// "12.5 %"; 100 only where all is well, 0 only where nothing is.
[[nodiscard]] QString percent(double share);

} // namespace espalier::ui
