// When and under which conditions a piece of code runs.
//
// Conditions combine from the outside in. `if False` beats all: no facts. Of the kinds the strongest around
// wins, in the order typing > script > deferred > import: a typing block never runs, whatever is around it,
// and a function defined in a script block can be called by the script only. Flags add up, except that a
// function body drops `optional` and `else`: the try around a definition does not guard the call.
#pragma once

#include "indexer/facts/source_facts.h"

#include <cstdint>

namespace espalier::scan {

// What the truth of a condition means for the code that it guards.
struct Effect {
    enum class Runs : std::uint8_t { Always, Script, Typing, Never }; // the later one is the stronger
    Runs runs = Runs::Always;
    bool conditional = false;

    friend constexpr bool operator==(Effect, Effect) = default;
};
// Both conditions have to hold; one of them has to.
[[nodiscard]] constexpr Effect both(Effect a, Effect b) {
    return {a.runs < b.runs ? b.runs : a.runs, a.conditional || b.conditional};
}
[[nodiscard]] constexpr Effect either(Effect a, Effect b) {
    if (a.runs != b.runs)
        return a.runs < b.runs ? a : b;
    return {a.runs, a.conditional && b.conditional};
}
inline constexpr Effect kConditional{Effect::Runs::Always, true};

struct Context {
    enum class Scope : std::uint8_t { Module, Class, Function };

    facts::EdgeKind kind = facts::EdgeKind::Import;
    facts::Flags flags;
    Scope scope = Scope::Module;
    bool never = false;
    bool inTry = false;
    bool inGetattr = false;          // in the module's __getattr__
    std::uint32_t functionDepth = 0; // functions and lambdas around
    std::uint32_t scopeFrame = 0;    // frame of the function or class that names are bound in
    // Of the innermost block that may be skipped: number of the first binding made in it. If it is the else
    // clause of a try: the import that the try ends with.
    std::uint32_t branch = 0, tried = facts::Binding::kNoStatement;
    int servedNames = -1; // in __getattr__: which set of names the code serves, if known

    [[nodiscard]] bool atModule() const { return scope == Scope::Module; }
    [[nodiscard]] bool runsLater() const { return functionDepth > 0; } // when a function is called
    // `here`: number of the next binding.
    [[nodiscard]] Context under(Effect effect, std::uint32_t here) const;
    [[nodiscard]] Context optional(std::uint32_t here) const;
    [[nodiscard]] Context afterTry(std::uint32_t here, std::uint32_t lastImport) const;
    [[nodiscard]] Context inFunction() const; // or in a lambda, which has no scope of its own worth telling

private:
    [[nodiscard]] Context branchOf(facts::Flag flag, std::uint32_t here) const;
};

[[nodiscard]] facts::EdgeKind stronger(facts::EdgeKind a, facts::EdgeKind b);

} // namespace espalier::scan
