#include "graph/symbols/sameness.h"

#include <algorithm>
#include <array>

namespace espalier::graph {
namespace {

constexpr std::uint32_t kMostLines = 3; // of a definition that only stands for another

bool isDecorated(const Snapshot& snapshot, const Origin& origin) {
    const facts::Definition* definition = definitionOf(snapshot, origin);
    return definition && definition->span.line < bindingOf(snapshot, origin)->line;
}

// Whether another origin of this sort is another object for certain.
bool isItself(const Snapshot& snapshot, const Origin& origin) {
    return origin.kind == OriginKind::Module || origin.kind == OriginKind::Builtin ||
           (origin.kind == OriginKind::Definition && !isDecorated(snapshot, origin));
}

bool isThere(OriginKind kind) {
    return kind == OriginKind::Definition || kind == OriginKind::Value || kind == OriginKind::Module ||
           kind == OriginKind::External || kind == OriginKind::Builtin || kind == OriginKind::Opaque;
}

std::string listed(const Symbols& symbols, std::span<const OriginId> origins) {
    std::string out;
    for (const OriginId id : origins)
        out += (out.empty() ? "" : " or ") + words(symbols.snapshot(), symbols[id]);
    return out;
}

bool isNested(const facts::Definition& definition) {
    return definition.name.find('.') != std::string::npos;
}

// Definitions are in order of span: what lies in one follows it.
bool holdsOthers(const facts::SymbolFacts& facts, std::size_t index) {
    return index + 1 < facts.definitions.size() &&
           facts.definitions[index + 1].span.line <= facts.definitions[index].span.endLine &&
           isNested(facts.definitions[index + 1]);
}

// The one name that a function calls and does not otherwise use any; empty if there is no such.
std::string_view onlyCall(const facts::SymbolFacts& facts, const facts::Span& span) {
    std::string_view called;
    auto use = std::ranges::lower_bound(facts.uses, span.line, {}, &facts::Use::line);
    for (; use != facts.uses.end() && use->line <= span.endLine; ++use) {
        if (!called.empty() || use->role != facts::Use::Role::Call)
            return {};
        called = use->name;
    }
    return called;
}

} // namespace

std::string_view name(Same verdict) {
    constexpr std::array<std::string_view, 3> kNames{"yes", "no", "can't tell"};
    return kNames[static_cast<std::size_t>(verdict)];
}

Sameness same(Symbols& symbols, const ImportPath& a, const ImportPath& b) {
    const Snapshot& snapshot = symbols.snapshot();
    const auto one = symbols.origins(a.module, a.name), other = symbols.origins(b.module, b.name);
    const bool single = one.size() == 1 && other.size() == 1;
    if (single && one.front() == other.front()) {
        const Origin& origin = symbols[one.front()];
        if (isThere(origin.kind))
            return {Same::Yes, "both are " + words(snapshot, origin)};
        return {Same::CantTell, words(snapshot, origin)};
    }
    const auto certain = [&](OriginId id) { return isItself(snapshot, symbols[id]); };
    const bool apart =
        std::ranges::none_of(one, [&](OriginId id) { return std::ranges::find(other, id) != other.end(); });
    const std::string both =
        "the first is " + listed(symbols, one) + ", the second " + listed(symbols, other);
    if (apart && std::ranges::all_of(one, certain) && std::ranges::all_of(other, certain))
        return {Same::No, both};
    if (!single)
        return {Same::CantTell, "which it is depends on conditions: " + both};
    return {Same::CantTell, "two values, decorated or not of this project, may be one object: " + both};
}

std::vector<StandIn> standIns(Symbols& symbols) {
    const Snapshot& snapshot = symbols.snapshot();
    std::vector<StandIn> out;
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m) {
        const FileId file = snapshot.modules[m].file;
        const auto* facts = file.valid() ? snapshot.project.files[file.value].symbols.get() : nullptr;
        for (std::size_t i = 0; facts && i < facts->definitions.size(); ++i) {
            const facts::Definition& definition = facts->definitions[i];
            if (isNested(definition) || definition.span.endLine - definition.span.line >= kMostLines ||
                holdsOthers(*facts, i))
                continue;
            const bool isClass = definition.kind == facts::DefinitionKind::Class;
            std::string_view target = isClass ? std::string_view() : onlyCall(*facts, definition.span);
            if (isClass && definition.bases.size() == 1)
                target = definition.bases.front();
            if (target.empty())
                continue;
            const auto own = symbols.origins(ModuleId(m), definition.name);
            const auto meant = symbols.originsOfDotted(ModuleId(m), target);
            if (own.size() != 1 || meant.size() != 1 || own.front() == meant.front() ||
                definitionOf(snapshot, symbols[own.front()]) != &definition)
                continue;
            // A function that calls a class makes an object of it, and does not stand for the class.
            const facts::Definition* other = definitionOf(snapshot, symbols[meant.front()]);
            if (other && other->kind == definition.kind)
                out.push_back({own.front(), meant.front(), isClass});
        }
    }
    std::ranges::sort(out, {}, &StandIn::definition);
    return out;
}

} // namespace espalier::graph
