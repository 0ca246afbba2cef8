// Symbols: the statements by which a name comes to its origin.
#include "graph/symbols/symbols.h"

#include <algorithm>
#include <unordered_set>

namespace espalier::graph {

using facts::BindingKind;

// The breadth-first search for the shortest way: hops with the module in which each is said.
struct Symbols::Trail {
    struct Entry {
        Hop hop;
        ModuleId module;
        std::size_t from = 0; // the entry before; its own place for a first one
    };
    std::vector<Entry> entries;

    void take(std::vector<Hop>& hops, std::size_t firstHop, ModuleId module, std::size_t from) {
        for (std::size_t i = firstHop; i < hops.size(); ++i)
            entries.push_back({hops[i], module, from == kFirst ? entries.size() : from});
        hops.resize(firstHop);
    }
    static constexpr std::size_t kFirst = ~std::size_t{0};
};

std::vector<Step> Symbols::proof(ModuleId module, std::string_view name, OriginId origin) {
    Walk walk;
    walk.module = module;
    walk.name = ownedPart(name);
    return stepsTo(walk, origin);
}

std::vector<Step> Symbols::stepsTo(const Walk& from, OriginId origin) {
    Trail trail;
    std::unordered_set<NodeId> seen;
    const std::size_t firstHop = hops_.size();
    expandName(from);
    trail.take(hops_, firstHop, from.module, Trail::kFirst);
    for (std::size_t i = 0; i < trail.entries.size(); ++i) {
        const Trail::Entry entry = trail.entries[i];
        if (entry.hop.node != kNone) {
            if (seen.insert(entry.hop.node).second) {
                expand(entry.hop.node);
                trail.take(hops_, firstHop, nodes_[entry.hop.node].module, i);
            }
            continue;
        }
        if (entry.hop.origin != origin)
            continue;
        std::vector<std::size_t> way{i};
        while (trail.entries[way.back()].from != way.back())
            way.push_back(trail.entries[way.back()].from);
        std::vector<Step> steps;
        for (auto at = way.rbegin(); at != way.rend(); ++at) {
            const Trail::Entry& one = trail.entries[*at];
            if (one.hop.binding != kNone || one.hop.statement != kNone || one.hop.node == kNone)
                steps.push_back(step(one.module, one.hop));
            if (one.hop.node != kNone && nodes_[one.hop.node].name == kNoId)
                for (Step& prefix : prefixSteps(one.module, one.hop.binding))
                    steps.push_back(std::move(prefix));
        }
        return steps;
    }
    return {};
}

// For A = mod.B: how `mod` comes to be a module.
std::vector<Step> Symbols::prefixSteps(ModuleId module, std::uint32_t binding) {
    const facts::Binding& alias = bindings_.factsOf(module)->bindings[binding];
    if (alias.kind != BindingKind::Alias || alias.target.find('.') == std::string::npos)
        return {};
    Walk walk;
    walk.module = module;
    walk.name = ownedPart(std::string_view(alias.target).substr(0, alias.target.find('.')));
    walk.before = binding;
    const std::size_t firstHop = hops_.size(), first = collected_.size();
    expandName(walk);
    drain(firstHop, first, kNone);
    OriginId prefix;
    for (std::size_t i = collected_.size(); i-- > first;)
        if (const OriginKind kind = origins_[collected_[i].value].kind;
            kind == OriginKind::Module || kind == OriginKind::External)
            prefix = collected_[i];
    collected_.resize(first);
    return prefix.valid() ? stepsTo(walk, prefix) : std::vector<Step>{};
}

Step Symbols::step(ModuleId module, const Hop& hop) const {
    const facts::SourceFacts* facts = bindings_.factsOf(module);
    if (hop.statement != kNone) {
        const facts::ImportStatement& import = facts->imports[hop.statement];
        return {module, import.span.line, import.text};
    }
    if (hop.binding == kNone)
        return {module, 0, words(*snapshot_, origins_[hop.origin.value])};
    const facts::Binding& binding = facts->bindings[hop.binding];
    switch (binding.kind) {
    case BindingKind::Import:
    case BindingKind::Star:
        return {module, facts->imports[binding.statement].span.line, facts->imports[binding.statement].text};
    case BindingKind::Alias:
        return {module, binding.line, binding.name + " = " + binding.target};
    case BindingKind::Definition: {
        const Origin& origin = origins_[hop.origin.value];
        const facts::Definition* definition = definitionOf(*snapshot_, origin);
        const bool isClass = definition && definition->kind == facts::DefinitionKind::Class;
        return {module, binding.line,
                (!definition ? "class or def "
                 : isClass   ? "class "
                             : "def ") +
                    binding.name};
    }
    default:
        return {module, binding.line, binding.name + " = …"};
    }
}

} // namespace espalier::graph
