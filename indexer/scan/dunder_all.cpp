#include "indexer/scan/dunder_all.h"

#include "indexer/scan/literals.h"

namespace espalier::scan {

namespace {

// What happens under these never happens at run time, or not on import.
bool counts(const Context& c) {
    return c.kind == facts::EdgeKind::Import;
}

} // namespace

void DunderAll::assign(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const Context& context) {
    if (!counts(context))
        return;
    if (context.flags == facts::Flags{}) {
        facts_.all.clear();
        facts_.allState = facts::AllState::Absent;
    }
    extend(tokens, begin, end, context);
}

void DunderAll::extend(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const Context& context) {
    if (!counts(context))
        return;
    if (!add(tokens, begin, end))
        computed();
    else if (facts_.allState == facts::AllState::Absent)
        facts_.allState = facts::AllState::Literal;
}

void DunderAll::call(const Tokens& tokens, std::uint32_t begin, std::uint32_t end, const Context& context) {
    if (!counts(context))
        return;
    const bool method = tokens.isOp(begin + 1, Op::Dot) && tokens.isOpen(begin + 3, Op::Round);
    const std::uint32_t close = method ? std::min(tokens[begin + 3].match, end) : end;
    bool ok = false;
    if (method && close + 1 == end) {
        const std::string_view name = tokens.text(begin + 2);
        if (name == "extend")
            ok = add(tokens, begin + 4, close);
        else if (name == "append")
            ok = addItems(tokens, begin + 4, close);
    }
    if (!ok)
        computed();
}

void DunderAll::remove() {
    facts_.all.clear();
    facts_.allState = facts::AllState::Absent;
}

// A list or tuple of literals, or a sum of such; false if there is anything else. What is literal is added
// anyway.
bool DunderAll::add(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    while (end > begin + 2 && tokens.isOpen(begin, Op::Round) && tokens[begin].match + 1 == end &&
           tokens.find(begin + 1, end - 1, Op::Comma) == end - 1) {
        ++begin;
        --end;
    }
    if (tokens.find(begin, end, Op::Comma) < end && tokens.find(begin, end, Op::Plus) == end)
        return addItems(tokens, begin, end); // a tuple without brackets
    bool ok = begin < end;
    for (std::uint32_t i = begin; i < end;) {
        const std::uint32_t stop = tokens.find(i, end, Op::Plus);
        const bool list = tokens.isOpen(i, Op::Square) || tokens.isOpen(i, Op::Round);
        if (list && tokens[i].match + 1 == stop)
            ok &= addItems(tokens, i + 1, tokens[i].match);
        else
            ok = false;
        i = stop + 1;
    }
    return ok;
}

bool DunderAll::addItems(const Tokens& tokens, std::uint32_t begin, std::uint32_t end) {
    bool ok = true;
    for (std::uint32_t i = begin; i < end;) {
        const std::uint32_t stop = tokens.find(i, end, Op::Comma);
        std::string name;
        if (wholeLiteral(tokens, i, stop, name))
            facts_.all.push_back(std::move(name));
        else
            ok = false;
        i = stop + 1;
    }
    return ok;
}

} // namespace espalier::scan
