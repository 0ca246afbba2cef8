// Which names a module's own __getattr__ (PEP 562) can serve.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/token.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::scan {

// Reads the lines of the function. The answer is certain if a value is returned only under `if name == "x":`,
// `if name in ("x", "y"):` and their like, or behind `if name not in ("x", "y"): raise …`; if whatever else
// can happen ends in a raise; and if the parameter is used for nothing beside these comparisons, raise
// statements and f-strings, so that it keeps its value. Everything else counts as "may serve any name".
class ModuleGetattr {
public:
    // The definition of a function; `parameter` is empty if it has none that can be followed.
    void begin(std::string_view parameter);
    // __getattr__ becomes something else than such a function.
    void boundOtherwise() { any_ = true; }
    // A logical line of the function's body.
    void line(const Tokens& tokens, std::uint32_t indent);
    void finish(facts::SourceFacts& facts);

private:
    struct Test { // of the parameter against literal names
        enum class Kind : std::uint8_t { None, Is, IsNot };
        Kind kind = Kind::None;
        std::vector<std::string> names;
    };

    void closeFunction();
    void followEnd(const Tokens& tokens, std::uint32_t indent);
    void condition(const Tokens& tokens, std::uint32_t indent);
    void plain(const Tokens& tokens, std::uint32_t begin, std::uint32_t end);
    void serve(std::vector<std::string> names);
    [[nodiscard]] Test test(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool isParameter(const Tokens& tokens, std::uint32_t i) const;
    [[nodiscard]] bool isCompared(const Tokens& tokens, std::uint32_t i) const;

    static constexpr std::uint32_t kNone = 0xffffffff;

    bool any_ = false;
    std::vector<std::string> names_;

    // of the function being read
    bool inside_ = false;
    std::string_view parameter_;
    std::uint32_t bodyIndent_ = kNone;
    std::uint32_t servedIndent_ = kNone; // deeper lines run for served names only
    std::uint32_t elseIndent_ = kNone;   // of the lines below a last `else:`; 0: the next line will tell
    bool servedChain_ = false;           // an `if` and `elif`s at body level, each for served names only
    bool endsInRaise_ = false;
    std::vector<std::string> guardNames_; // of `if name not in (…):`, whose block comes next
    bool guarded_ = false;                // only guardNames_ pass
};

} // namespace espalier::scan
