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
    if (name == "sys")
        return Role::Sys;
    return Role::None;
}

} // namespace

void KnownNames::add(std::string alias, Role role) {
    if (aliases_.size() >= kMostAliases)
        return;
    hasAliases_ = true;
    aliases_.emplace_back(std::move(alias), role);
}

void KnownNames::learn(const facts::ImportStatement& statement) {
    for (const facts::ImportedName& imported : statement.names) {
        if (imported.alias.empty() || imported.alias == imported.name)
            continue;
        if (statement.form == facts::ImportForm::Import) {
            if (const Role role = roleOfModule(imported.name); role != Role::None)
                add(imported.alias, role);
            continue;
        }
        if (statement.level != 0)
            continue;
        for (const Member& member : kMembers)
            if (member.module == statement.module && member.name == imported.name)
                add(imported.alias, member.role);
    }
}

Role KnownNames::aliasRole(std::string_view name) const {
    const auto it =
        std::find_if(aliases_.begin(), aliases_.end(), [name](const auto& a) { return a.first == name; });
    return it == aliases_.end() ? Role::None : it->second;
}

Role KnownNames::moduleRole(std::string_view name) const {
    const Role role = roleOfModule(name);
    return role != Role::None ? role : aliasRole(name);
}

Role KnownNames::roleOf(const Tokens& tokens, std::uint32_t i) const {
    if (!tokens.isName(i))
        return Role::None;
    const bool qualified = i > 0 && tokens.isOp(i - 1, Op::Dot);
    const std::string_view qualifier = qualified && i > 1 && tokens.isName(i - 2) ? tokens.text(i - 2) : "";
    const Role module = qualified ? moduleRole(qualifier) : Role::None;
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
        return qualified || !hasAliases_ ? Role::None : aliasRole(name);
    }
}

} // namespace espalier::scan
