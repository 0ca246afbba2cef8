#include "graph/symbols/replacement.h"

#include "graph/symbols/sameness.h"

#include <algorithm>
#include <tuple>

namespace espalier::graph {
namespace {

EdgeFilter everythingAndStrings() {
    return {KindSet::all(), false, true};
}

std::vector<std::string_view> parts(std::string_view dotted) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; begin <= dotted.size() && !dotted.empty();) {
        const std::size_t end = std::min(dotted.find('.', begin), dotted.size());
        out.push_back(dotted.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

} // namespace

Replacement::Replacement(Symbols& symbols, const ImportPath& from, const ImportPath& to)
    : symbols_(symbols)
    , from_(from)
    , to_(to)
    , statements_(importers(symbols.snapshot(), from.module, everythingAndStrings(), from.name))
    , reached_(symbols.snapshot().modules.size(), 0) {
    findReached();
}

void Replacement::findReached() {
    std::vector<ModuleId> work{to_.module};
    reached_[to_.module.value] = 1;
    for (std::size_t i = 0; i < work.size(); ++i)
        for (const EdgeId id : snapshot().outgoing(work[i])) {
            const Edge& edge = snapshot()[id];
            const bool runs = edge.plain.has(EdgeKind::Import) || edge.implicitParents.has(EdgeKind::Import);
            if (runs && !reached_[edge.to.value]) {
                reached_[edge.to.value] = 1;
                work.push_back(edge.to);
            }
        }
}

const Replacement::Answer& Replacement::of(std::string_view name) {
    const auto known = answers_.find(name);
    return known != answers_.end() ? known->second : answers_.emplace(name, prove(name)).first->second;
}

Replacement::Answer Replacement::prove(std::string_view name) {
    if (!from_.name.empty() && name != from_.name)
        return {"", "'" + std::string(name) + "' is not asked for"};
    const ImportPath here{from_.module, name}, there{to_.module, nameThere(name)};
    const Sameness answer = same(symbols_, here, there);
    if (answer.verdict != Same::Yes) {
        const auto origins = symbols_.origins(there.module, there.name);
        const bool missing = origins.size() == 1 && symbols_[origins.front()].kind == OriginKind::Unresolved;
        return {"", missing ? snapshot()[there.module].name + " has no '" + std::string(there.name) + "'"
                            : text(snapshot(), here) + " and " + text(snapshot(), there) +
                                  " are not proven to be the same: " + answer.reason};
    }
    const OriginId origin = symbols_.origins(here.module, here.name).front();
    if (isSetLater(origin))
        return {"", words(snapshot(), symbols_[origin]) +
                        " is set again by a function: when it is asked for decides"};
    return {std::string(there.name), ""};
}

// The same name, or the one by which `to` defines it.
std::string_view Replacement::nameThere(std::string_view name) {
    if (!to_.name.empty())
        return to_.name;
    const auto origins = symbols_.origins(from_.module, name);
    const Origin& origin = symbols_[origins.front()];
    const bool defined = origins.size() == 1 && origin.module == to_.module && bindingOf(snapshot(), origin);
    const auto there = symbols_.origins(to_.module, name);
    return defined && (there.size() != 1 || there.front() != origins.front()) ? origin.name : name;
}

bool Replacement::isSetLater(OriginId origin) const {
    const Origin& found = symbols_[origin];
    if (!bindingOf(snapshot(), found))
        return false;
    const auto& bindings = snapshot().project.files[snapshot()[found.module].file.value].facts->bindings;
    return std::ranges::any_of(bindings, [&](const facts::Binding& binding) {
        return binding.name == found.name && binding.when == EdgeKind::Deferred;
    });
}

// Whenever `from` has the name, `to` had it before.
bool Replacement::leadsThroughTarget(std::string_view name) {
    const auto origins = symbols_.origins(from_.module, name);
    const auto steps = symbols_.proof(from_.module, name, origins.front());
    return std::ranges::any_of(steps, [&](const Step& step) { return step.module == to_.module; });
}

std::string Replacement::obstacle(const StatementRef& ref, std::string_view name) {
    const std::string& target = snapshot()[to_.module].name;
    const std::string& there = of(name).name;
    if (ref.importer == to_.module)
        return target + " itself takes it from here";
    for (const Step& step : symbols_.proof(to_.module, there, symbols_.origins(to_.module, there).front()))
        if (step.module == ref.importer)
            return target + " takes it from this module";
    // A function with an import may be called while the modules of the circle are being imported.
    const bool runs = ref.kind != EdgeKind::Typing;
    if (runs && reached_[ref.importer.value] && !leadsThroughTarget(name))
        return target +
               " imports this module, itself or through others: a circle, in which it may be half-run";
    const facts::ImportStatement& import = snapshot().importOf(ref);
    if (ref.flags.has(Flag::Optional))
        for (const facts::ImportedName& one : import.names)
            if (one.name == name && otherBranchHasIt(ref, one.alias.empty() ? one.name : one.alias))
                return "another branch of the try imports it from " + target +
                       ": this one can be taken away by hand";
    return {};
}

bool Replacement::otherBranchHasIt(const StatementRef& ref, std::string_view bound) const {
    const auto edge = snapshot().edge(ref.importer, to_.module);
    if (!edge)
        return false;
    for (const StatementRef& other : snapshot().statementsOf(snapshot()[*edge]))
        for (const std::uint16_t index : snapshot().namesOf(other)) {
            const facts::ImportedName& one = snapshot().importOf(other).names[index];
            if (other.flags.has(Flag::Optional) && (one.alias.empty() ? one.name : one.alias) == bound)
                return true;
        }
    return false;
}

bool Replacement::isTarget(ModuleId parent, std::string_view name) {
    const auto origins = symbols_.origins(parent, name);
    return origins.size() == 1 && symbols_[origins.front()].kind == OriginKind::Module &&
           symbols_[origins.front()].module == to_.module;
}

std::string Replacement::takenFromImporter(const StatementRef& ref, std::string_view name) const {
    for (const EdgeId id : snapshot().incoming(ref.importer))
        for (const StatementRef& other : snapshot().statementsOf(snapshot()[id])) {
            const facts::ImportStatement& import = snapshot().importOf(other);
            const bool named = std::ranges::any_of(snapshot().namesOf(other), [&](std::uint16_t index) {
                return import.names[index].name == name || import.names[index].name == "*";
            });
            const std::string dotted = '.' + std::string(name) + '.';
            const bool inString = other.flags.has(Flag::String) &&
                                  ('.' + import.module + '.').find(dotted) != std::string::npos;
            if (inString ||
                (named && import.form == facts::ImportForm::From && !other.flags.has(Flag::Submodule)))
                return snapshot().pathOf(other) + ':' + std::to_string(import.span.line);
        }
    return {};
}

std::string Replacement::moduleText(const StatementRef& ref, ModuleId module) const {
    const std::string& target = snapshot()[module].name;
    const Module& importer = snapshot()[ref.importer];
    if (snapshot().importOf(ref).level == 0 || importer.name.find('/') != std::string::npos)
        return target;
    const std::string own = importer.kind == ModuleKind::Package ? importer.name
                            : importer.parent.valid()            ? snapshot()[importer.parent].name
                                                                 : std::string();
    const auto package = parts(own), wanted = parts(target);
    std::size_t common = 0;
    while (common < package.size() && common < wanted.size() && package[common] == wanted[common])
        ++common;
    if (common == 0)
        return target;
    std::string out(package.size() - common + 1, '.');
    for (std::size_t i = common; i < wanted.size(); ++i)
        out += (i == common ? "" : ".") + std::string(wanted[i]);
    return out;
}

} // namespace espalier::graph
