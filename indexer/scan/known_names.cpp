#include "indexer/scan/known_names.h"

#include <algorithm>

namespace espalier::scan {

namespace {

constexpr std::size_t kMostAliases = 64; // a file with more plays games

struct Member {
    std::string_view module, name;
    Role role;
};
constexpr Member kMembers[] = {
    {"importlib", "import_module", Role::ImportModule},
    {"importlib", "__import__", Role::DunderImport},
    {"builtins", "__import__", Role::DunderImport},
    {"pytest", "importorskip", Role::ImportOrSkip},
    {"warnings", "warn", Role::Warn},
    {"contextlib", "suppress", Role::Suppress},
    {"typing", "TYPE_CHECKING", Role::TypeChecking},
    {"typing_extensions", "TYPE_CHECKING", Role::TypeChecking},
    {"pkgutil", "extend_path", Role::ExtendPath},
};

Role roleOfModule(std::string_view name) {
    if (name == "importlib")
        return Role::Importlib;
    if (name == "warnings")
        return Role::Warnings;
    if (name == "pytest")
        return Role::Pytest;
    return Role::None;
}

} // namespace

KnownNames KnownNames::expecting(const KnownNames& found) {
    KnownNames out;
    for (const Alias& alias : found.aliases_)
        if (alias.atModule)
            out.aliases_.push_back({alias.name, alias.role, true, false});
    return out;
}

void KnownNames::add(const std::string& name, Role role, bool atModule) {
    const auto expected = std::find_if(aliases_.begin(), aliases_.end(), [&](const Alias& alias) {
        return !alias.bound && alias.name == name && alias.role == role;
    });
    if (expected != aliases_.end())
        expected->bound = true;
    else if (aliases_.size() < kMostAliases)
        aliases_.push_back({name, role, atModule, true});
}

bool KnownNames::learn(const facts::ImportStatement& statement, bool atModule) {
    bool any = false;
    const auto found = [&](const std::string& name, Role role) {
        add(name, role, atModule);
        any = true;
    };
    for (const facts::ImportedName& imported : statement.names) {
        if (imported.alias.empty() || imported.alias == imported.name)
            continue;
        if (statement.form == facts::ImportForm::Import) {
            if (const Role role = roleOfModule(imported.name); role != Role::None)
                found(imported.alias, role);
            continue;
        }
        if (statement.level != 0)
            continue;
        for (const Member& member : kMembers)
            if (member.module == statement.module && member.name == imported.name)
                found(imported.alias, member.role);
    }
    return any;
}

Role KnownNames::aliasRole(std::string_view name, bool later) const {
    const auto it = std::find_if(aliases_.begin(), aliases_.end(), [&](const Alias& alias) {
        return (alias.bound || later) && alias.name == name;
    });
    return it == aliases_.end() ? Role::None : it->role;
}

Role KnownNames::moduleRole(std::string_view name, bool later) const {
    const Role role = roleOfModule(name);
    return role != Role::None ? role : aliasRole(name, later);
}

Role KnownNames::roleOf(const Tokens& tokens, std::uint32_t i, bool later) const {
    if (!tokens.isName(i))
        return Role::None;
    const bool qualified = i > 0 && tokens.isOp(i - 1, Op::Dot);
    const std::string_view qualifier = qualified && i > 1 && tokens.isName(i - 2) ? tokens.text(i - 2) : "";
    const Role module = qualified ? moduleRole(qualifier, later) : Role::None;
    const std::string_view name = tokens.text(i);
    switch (tokens[i].word) {
    case Word::ImportModule:
        return !qualified || module == Role::Importlib ? Role::ImportModule : Role::None;
    case Word::DunderImport:
        return !qualified || module == Role::Importlib || qualifier == "builtins" ? Role::DunderImport
                                                                                  : Role::None;
    case Word::ImportOrSkip:
        return !qualified || module == Role::Pytest ? Role::ImportOrSkip : Role::None;
    case Word::Warn:
    case Word::Deprecated:
        return module == Role::Warnings || (!qualified && tokens[i].word == Word::Warn) ? Role::Warn
                                                                                        : Role::None;
    case Word::TypeChecking:
        return Role::TypeChecking;
    case Word::ExtendPath:
        return Role::ExtendPath;
    default:
        if (name == "suppress")
            return !qualified || qualifier == "contextlib" ? Role::Suppress : Role::None;
        return qualified || !hasAliases() ? Role::None : aliasRole(name, later);
    }
}

} // namespace espalier::scan
