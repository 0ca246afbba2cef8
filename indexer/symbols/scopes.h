// Python's scopes of one file: which names each binds, and to what a name refers at a place. Bindings are
// collected first; names can be looked up after seal(), since a function may bind a name behind its use.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace espalier::symbols {

using NameId = std::uint32_t;
using ScopeId = std::uint32_t;
inline constexpr ScopeId kModuleScope = 0;
inline constexpr std::uint32_t kNoDefinition = 0xffffffff;

// Distinct names of a file as small numbers. The texts must outlive it.
class NameTable {
public:
    NameId intern(std::string_view name);
    [[nodiscard]] std::string_view operator[](NameId id) const { return names_[id]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    void clear();

private:
    void grow();

    std::vector<std::string_view> names_;
    std::vector<NameId> slots_; // open addressing, a power of two; id + 1, 0: free
};

enum class ScopeKind : std::uint8_t { Module, Class, Function, Comprehension };

enum class Bound : std::uint8_t { Plain = 1, Import = 2, Global = 4, Nonlocal = 8 };

class ScopeTable {
public:
    // What a name refers to.
    enum class Found : std::uint8_t { Nothing, Local, Import, Module };

    ScopeTable() { clear(); }
    void clear();

    // `definition`: index of the innermost definition around the code in this scope, or kNoDefinition.
    ScopeId add(ScopeKind kind, ScopeId parent, std::uint32_t definition);
    [[nodiscard]] ScopeKind kind(ScopeId scope) const { return scopes_[scope].kind; }
    [[nodiscard]] std::uint32_t definition(ScopeId scope) const { return scopes_[scope].definition; }
    [[nodiscard]] std::uint32_t depth(ScopeId scope) const { return scopes_[scope].depth; }
    // The scope that `:=` binds in.
    [[nodiscard]] ScopeId hoisted(ScopeId scope) const;

    // `from`: byte from which on the binding holds; counts in class bodies only.
    void bind(ScopeId scope, NameId name, Bound how, std::uint32_t from);
    void seal(std::size_t nameCount);
    [[nodiscard]] Found find(ScopeId scope, NameId name, std::uint32_t at) const;

private:
    struct Scope {
        ScopeKind kind;
        ScopeId parent;
        std::uint32_t definition;
        std::uint32_t depth;
    };
    struct Binding {
        ScopeId scope;
        NameId name;
        std::uint32_t from;
        std::uint8_t how; // bits of Bound

        friend bool operator<(const Binding& a, const Binding& b) {
            return a.scope != b.scope ? a.scope < b.scope : a.name < b.name;
        }
    };
    [[nodiscard]] const Binding* local(ScopeId scope, NameId name) const;

    std::vector<Scope> scopes_;
    std::vector<Binding> bindings_;         // outside the module scope; sorted and unique once sealed
    std::vector<std::uint8_t> moduleNames_; // by name: bits of Bound at module level
    std::vector<bool> localNames_;          // by name: bound in some other scope
};

} // namespace espalier::symbols
