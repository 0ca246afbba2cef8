// Where a definition is used in the code: called, read, subclassed, as a decorator, or named by a string.
#pragma once

#include "graph/symbols/fragmentation.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace espalier::graph {

enum class UseKind : std::uint8_t {
    Read,
    Call,
    Base,
    Decorator,
    Patched
};                                   // as facts::Use::Role, and strings
std::string_view name(UseKind kind); // "read", "call", "base", "decorator", "patched"

struct SymbolUse {
    ModuleId module;
    std::uint32_t line = 0, column = 0;
    UseKind kind = UseKind::Read;
    std::string_view text; // the dotted name as written: "orders.Order.total"; lives as long as the snapshot
};

// Every use of one of the definitions, through whatever name and path; also in the module that defines it. A
// use of something in it ("Order.total") counts. Names that a function binds itself are other names. Only
// what stage two has recorded; import statements are no uses. Sorted by path, line, column.
[[nodiscard]] std::vector<SymbolUse> uses(Symbols& symbols, std::span<const OriginId> definitions);

} // namespace espalier::graph
