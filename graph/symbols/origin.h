// What a name comes to in the end, and the statements by which it gets there.
#pragma once

#include "graph/model/snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier::graph {

using OriginId = facts::Id<struct OriginTag>;

enum class OriginKind : std::uint8_t {
    Definition, // a class or function of the project
    Value,      // any other value that a module of the project makes
    Module,     // a module, package or namespace of the project
    External,   // of somebody else's module; `name` is dotted: "os.path.join"
    Builtin,    // bound nowhere in its module: one of Python's own names
    Implicit,   // __name__, __doc__ and the like: every module has it
    Getattr,    // may be served by the __getattr__ of `module`
    Opaque,     // `module` may have it, in a way that cannot be read: compiled, broken, exec(), a star of a
                // library
    TypingOnly, // bound under TYPE_CHECKING only: not there at run time
    Ghost,      // of a module that does not exist; `name` is empty for the module itself
    Unresolved, // `module` has no such name
    Cycle,      // modules import it from each other, and none of them defines it
};
std::string_view name(OriginKind kind); // "definition", "value", …

// Two names with one origin of kind Definition, Value, Module, External, Builtin or Opaque, and no other, are
// the same object.
struct Origin {
    static constexpr std::uint32_t kNoBinding = facts::Binding::kNoStatement;

    OriginKind kind = OriginKind::Unresolved;
    ModuleId module; // External: the library; none for Builtin
    std::uint32_t binding =
        kNoBinding;        // Definition, Value: index into SourceFacts::bindings of the module's file
    std::string_view name; // in `module`, or dotted as above; lives as long as its Symbols
};

// The binding of a Definition or Value; null for the others.
[[nodiscard]] const facts::Binding* bindingOf(const Snapshot& snapshot, const Origin& origin);
// What stage two knows of a Definition; null if it has not run, or of the others.
[[nodiscard]] const facts::Definition* definitionOf(const Snapshot& snapshot, const Origin& origin);
// "class shop.orders:Order", "there is no 'x' in shop", …
[[nodiscard]] std::string words(const Snapshot& snapshot, const Origin& origin);

// One statement on the way from a name to its origin.
struct Step {
    ModuleId module;        // in whose file it is
    std::uint32_t line = 0; // 0: no statement, the import system itself (a submodule, a name that is missing)
    std::string text;
};

} // namespace espalier::graph
