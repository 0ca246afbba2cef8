// Names of a file that stand for something of the standard library (or pytest) which decides imports: the
// usual spelling, and what import statements of the file have called it.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/token.h"

#include <string>
#include <vector>

namespace espalier::scan {

enum class Role : std::uint8_t {
    None,
    // modules
    Importlib,
    Warnings,
    Pytest,
    // functions and constants
    ImportModule,
    DunderImport,
    ImportOrSkip,
    Warn,
    Suppress,
    TypeChecking,
    ExtendPath,
};

class KnownNames {
public:
    KnownNames() = default;
    // Of a second look at the same text: functions are called when the whole module has run, so they know the
    // module-level aliases that the first look has found, wherever these stand.
    [[nodiscard]] static KnownNames expecting(const KnownNames& found);

    // Takes note of the aliases that a statement introduces. True if there are any.
    bool learn(const facts::ImportStatement& statement, bool atModule);

    // What the name at token i stands for, seen with the name before a dot, if there is one. Of a name behind
    // a dot only what is known by its qualifier counts. `later`: in the body of a function.
    [[nodiscard]] Role roleOf(const Tokens& tokens, std::uint32_t i, bool later) const;
    // True if there are names that lexing does not point out.
    [[nodiscard]] bool hasAliases() const { return !aliases_.empty(); }

private:
    struct Alias {
        std::string name;
        Role role = Role::None;
        bool atModule = false;
        bool bound = true; // false: only expected so far
    };

    [[nodiscard]] Role moduleRole(std::string_view name, bool later) const;
    [[nodiscard]] Role aliasRole(std::string_view name, bool later) const;
    void add(const std::string& name, Role role, bool atModule);

    std::vector<Alias> aliases_;
};

} // namespace espalier::scan
