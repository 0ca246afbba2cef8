#include "indexer/symbols/scopes.h"

#include <algorithm>
#include <functional>

namespace espalier::symbols {

namespace {
constexpr std::uint8_t bit(Bound how) {
    return static_cast<std::uint8_t>(how);
}
} // namespace

NameId NameTable::intern(std::string_view name) {
    if (names_.size() * 2 >= slots_.size())
        grow();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = std::hash<std::string_view>{}(name)&mask;; i = (i + 1) & mask) {
        if (slots_[i] == 0) {
            names_.push_back(name);
            slots_[i] = static_cast<NameId>(names_.size());
            return slots_[i] - 1;
        }
        if (names_[slots_[i] - 1] == name)
            return slots_[i] - 1;
    }
}

void NameTable::grow() {
    slots_.assign(std::max<std::size_t>(256, slots_.size() * 2), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t id = 0; id < names_.size(); ++id) {
        std::size_t i = std::hash<std::string_view>{}(names_[id]) & mask;
        while (slots_[i] != 0)
            i = (i + 1) & mask;
        slots_[i] = static_cast<NameId>(id + 1);
    }
}

void NameTable::clear() {
    // A table grown by one huge file is given back rather than wiped for each small one after it.
    if (slots_.size() > std::max<std::size_t>(1 << 16, names_.size() * 8))
        slots_ = {};
    std::fill(slots_.begin(), slots_.end(), 0);
    names_.clear();
}

void ScopeTable::clear() {
    scopes_.assign(1, Scope{ScopeKind::Module, kModuleScope, kNoDefinition, 0});
    bindings_.clear();
    moduleNames_.clear();
    localNames_.clear();
}

ScopeId ScopeTable::add(ScopeKind kind, ScopeId parent, std::uint32_t definition) {
    scopes_.push_back({kind, parent, definition, scopes_[parent].depth + 1});
    return static_cast<ScopeId>(scopes_.size() - 1);
}

ScopeId ScopeTable::hoisted(ScopeId scope) const {
    while (scopes_[scope].kind == ScopeKind::Comprehension)
        scope = scopes_[scope].parent;
    return scope;
}

void ScopeTable::bind(ScopeId scope, NameId name, Bound how, std::uint32_t from) {
    if (scope != kModuleScope) {
        bindings_.push_back({scope, name, from, bit(how)});
        return;
    }
    if (moduleNames_.size() <= name)
        moduleNames_.resize(std::max<std::size_t>(name + 1, moduleNames_.size() * 2), 0);
    moduleNames_[name] |= bit(how);
}

void ScopeTable::seal(std::size_t nameCount) {
    moduleNames_.resize(std::max(nameCount, moduleNames_.size()), 0);
    localNames_.assign(moduleNames_.size(), false);
    std::sort(bindings_.begin(), bindings_.end());
    std::size_t kept = 0;
    for (const Binding& next : bindings_) {
        if (kept > 0 && bindings_[kept - 1].scope == next.scope && bindings_[kept - 1].name == next.name) {
            bindings_[kept - 1].how |= next.how;
            bindings_[kept - 1].from = std::min(bindings_[kept - 1].from, next.from);
        } else {
            bindings_[kept++] = next;
        }
    }
    bindings_.resize(kept);
    constexpr std::uint8_t kBinds = bit(Bound::Plain) | bit(Bound::Import);
    for (const Binding& b : bindings_) {
        localNames_[b.name] = true;
        if ((b.how & bit(Bound::Global)) != 0)
            moduleNames_[b.name] |= b.how & kBinds;
    }
}

const ScopeTable::Binding* ScopeTable::local(ScopeId scope, NameId name) const {
    const auto found = std::lower_bound(bindings_.begin(), bindings_.end(), Binding{scope, name, 0, 0});
    return found != bindings_.end() && found->scope == scope && found->name == name ? &*found : nullptr;
}

ScopeTable::Found ScopeTable::find(ScopeId scope, NameId name, std::uint32_t at) const {
    const ScopeId start = scope;
    if (!localNames_[name])
        scope = kModuleScope;
    for (; scope != kModuleScope; scope = scopes_[scope].parent) {
        const bool isClass = scopes_[scope].kind == ScopeKind::Class;
        if (isClass && scope != start)
            continue; // a class body's names are not seen from the functions within
        const Binding* binding = local(scope, name);
        if (binding == nullptr || (isClass && at < binding->from) ||
            (binding->how & bit(Bound::Nonlocal)) != 0)
            continue;
        if ((binding->how & bit(Bound::Global)) != 0)
            break;
        return (binding->how & bit(Bound::Import)) != 0 ? Found::Import : Found::Local;
    }
    if ((moduleNames_[name] & bit(Bound::Import)) != 0)
        return Found::Import;
    return moduleNames_[name] != 0 ? Found::Module : Found::Nothing;
}

} // namespace espalier::symbols
