// The names of a literal __all__.
#pragma once

#include "indexer/facts/source_facts.h"
#include "indexer/scan/context.h"
#include "indexer/scan/token.h"

namespace espalier::scan {

class DunderAll {
public:
    explicit DunderAll(facts::SourceFacts& facts)
        : facts_(facts) {}

    // `__all__ = value`; under a condition it adds to what is there.
    void assign(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const Context& context);
    // `__all__ += value`
    void extend(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const Context& context);
    // `__all__.extend(…)` and other uses of a method; `begin` is at __all__.
    void call(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const Context& context);
    void computed() { facts_.allState = facts::AllState::Computed; }
    void remove();

private:
    bool add(const Tokens& tokens, std::uint32_t begin, std::uint32_t end);
    bool addItems(const Tokens& tokens, std::uint32_t begin, std::uint32_t end);

    facts::SourceFacts& facts_;
};

} // namespace espalier::scan
