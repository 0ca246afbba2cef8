#include "graph/symbols/origin.h"

#include <array>

namespace espalier::graph {

std::string_view name(OriginKind kind) {
    constexpr std::array<std::string_view, 12> kNames{"definition",  "value",    "module",     "external",
                                                      "builtin",     "implicit", "getattr",    "opaque",
                                                      "typing-only", "ghost",    "unresolved", "cycle"};
    return kNames[static_cast<std::size_t>(kind)];
}

const facts::Binding* bindingOf(const Snapshot& snapshot, const Origin& origin) {
    if (origin.binding == Origin::kNoBinding)
        return nullptr;
    return &snapshot.project.files[snapshot[origin.module].file.value].facts->bindings[origin.binding];
}

const facts::Definition* definitionOf(const Snapshot& snapshot, const Origin& origin) {
    const facts::Binding* binding = bindingOf(snapshot, origin);
    if (!binding || origin.kind != OriginKind::Definition)
        return nullptr;
    const facts::SymbolFacts* symbols =
        snapshot.project.files[snapshot[origin.module].file.value].symbols.get();
    for (std::size_t i = 0; symbols && i < symbols->definitions.size(); ++i) {
        const facts::Definition& definition = symbols->definitions[i];
        if (definition.name == binding->name && definition.span.line <= binding->line &&
            binding->line <= definition.span.endLine)
            return &definition;
    }
    return nullptr;
}

std::string words(const Snapshot& snapshot, const Origin& origin) {
    const std::string name(origin.name);
    const std::string module = origin.module.valid() ? snapshot[origin.module].name : "";
    switch (origin.kind) {
    case OriginKind::Definition: {
        const facts::Definition* definition = definitionOf(snapshot, origin);
        const std::string what = !definition                                        ? "class or def "
                                 : definition->kind == facts::DefinitionKind::Class ? "class "
                                                                                    : "def ";
        return what + module + ':' + name;
    }
    case OriginKind::Value:
        return "value " + module + ':' + name;
    case OriginKind::Module:
        return "module " + module;
    case OriginKind::External:
        return name + ", of another project";
    case OriginKind::Builtin:
        return name + ", of Python itself";
    case OriginKind::Implicit:
        return name + ", which every module has";
    case OriginKind::Getattr:
        return "the __getattr__ of " + module + " may serve '" + name + "'";
    case OriginKind::Opaque:
        return module + " may have '" + name + "', in a way that cannot be read";
    case OriginKind::TypingOnly:
        return module + " binds '" + name + "' for type checkers only";
    case OriginKind::Ghost:
        return "there is no module " + module;
    case OriginKind::Cycle:
        return "modules import '" + name + "' from each other, and none defines it";
    case OriginKind::Unresolved:
        break;
    }
    return module.empty() ? "'" + name + "' leads nowhere" : "there is no '" + name + "' in " + module;
}

} // namespace espalier::graph
