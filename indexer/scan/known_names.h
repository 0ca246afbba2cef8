// Names of a file that stand for something of the standard library (or pytest) which decides imports: the
// usual spelling, and what import statements of the file have called it.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/token.h"

#include <string>
#include <utility>
#include <vector>

namespace espalier::scan {

enum class Role : std::uint8_t {
    None,
    // modules
    Importlib,
    Warnings,
    Pytest,
    Sys,
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
    // Takes note of the aliases that a statement introduces.
    void learn(const facts::ImportStatement& statement);

    // What the name at token i stands for, seen with the name before a dot, if there is one. Of a name behind
    // a dot only what is known by its qualifier counts.
    [[nodiscard]] Role roleOf(const Tokens& tokens, std::uint32_t i) const;
    // True once a name has been learnt that lexing does not point out.
    [[nodiscard]] bool hasAliases() const { return hasAliases_; }

private:
    [[nodiscard]] Role moduleRole(std::string_view name) const;
    [[nodiscard]] Role aliasRole(std::string_view name) const;
    void add(std::string alias, Role role);

    std::vector<std::pair<std::string, Role>> aliases_;
    bool hasAliases_ = false;
};

} // namespace espalier::scan
