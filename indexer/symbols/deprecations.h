// Finds classes, functions and methods that are marked as deprecated. Candidates are collected during the
// walk and judged when all bindings of the file are known.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/symbols/grammar.h"
#include "indexer/symbols/scopes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace espalier::symbols {

class Deprecations {
public:
    // `text` and the tree of all nodes given below must outlive this.
    explicit Deprecations(std::string_view text);

    // False if the file cannot mark anything, so that nothing need be collected.
    [[nodiscard]] bool mayMatter() const { return !mentions_.empty(); }
    // `import a.b as c`: bound "c", target "a.b"; `from a import b`: bound "b", target "a.b".
    void addImport(NameId bound, std::string_view target);
    // A call whose function is the dotted name `callee`, which begins with `first`, in a definition's own
    // code.
    void addCall(TSNode call, std::string_view callee, NameId first, ScopeId scope, std::uint32_t definition);
    // A definition with its decorators (nodes `decorator`) and the scope that holds it.
    void addDefinition(TSNode node, std::uint32_t definition, const std::vector<TSNode>& decorators,
                       NameTable& names, ScopeId scope);

    // In order of line. `scopes` must be sealed.
    [[nodiscard]] std::vector<facts::DeprecationMark> judge(const std::vector<facts::Definition>& definitions,
                                                            const ScopeTable& scopes) const;

private:
    enum Meaning : std::uint8_t { WarningsModule = 1, WarnFunction = 2, DeprecatedDecorator = 4 };
    struct Candidate {
        facts::MarkSource source;
        TSNode node; // the call, or the decorator's expression
        std::string_view callee;
        NameId first;
        ScopeId scope;
        std::uint32_t definition;
    };
    struct DocMark {
        std::uint32_t definition, line;
        std::string message;
    };
    [[nodiscard]] std::uint8_t meaning(NameId name) const;
    [[nodiscard]] bool mentioned(TSNode node) const;
    [[nodiscard]] bool isWarn(const Candidate& candidate, const ScopeTable& scopes) const;
    [[nodiscard]] bool isDeprecatedDecorator(const Candidate& candidate) const;
    void addDocstring(TSNode node, std::uint32_t definition);

    std::string_view text_;
    std::vector<std::uint32_t>
        mentions_; // where the file says "eprecat" or "FutureWarning", in any case; sorted
    std::unordered_map<NameId, std::uint8_t>
        imports_; // what names are bound to: bits of Meaning, those that matter
    std::vector<Candidate> candidates_;
    std::vector<DocMark> docMarks_;
};

// The sentence of a docstring (its content) that says that the thing as a whole is deprecated, and its line
// counted from 0; empty: none does.
struct DocSentence {
    std::string text;
    std::uint32_t line = 0;
};
[[nodiscard]] DocSentence deprecationSentence(std::string_view docstring);

} // namespace espalier::symbols
