#include "graph/execution/doubts.h"

#include <algorithm>

namespace espalier::graph::execution {

bool Choices::next() {
    while (!ways.empty() && ways.back() == 0)
        ways.pop_back();
    if (ways.empty())
        return false;
    ways.back() = 0;
    return true;
}

// The first way is tried first.
bool Machine::way() {
    if (choices_.assume)
        return true;
    if (choices_.taken == choices_.ways.size())
        choices_.ways.push_back(1);
    return choices_.ways[choices_.taken++] != 0;
}

// One of two ways that ended early: the rest of the frame may not run.
Machine::Flow Machine::merged(Place place, Flow one, Flow other) {
    if (one == other)
        return one;
    for (const Flow flow : {one, other}) {
        if (flow == Flow::Return || flow == Flow::Jump)
            frames_.back().doubts.push_back({place, flow == Flow::Jump ? Until::Loop : Until::Frame});
        // An explicit raise (a failure that is found out restarts): not taken, unless a handler may be meant
        // by it.
        if (flow == Flow::Raise && frames_.back().tries > 0 && !choices_.assume) {
            doubts_.push_back({place});
            return restartAtDoubts();
        }
    }
    const bool raises = one == Flow::Raise || other == Flow::Raise;
    const Flow rest = one == Flow::Raise ? other : one;
    return raises ? rest : Flow::Next;
}

void Machine::keep(Journal& journal) {
    for (auto& [where, written] : journal.names) {
        const auto& [scope, name] = where;
        const auto at = scope->names.find(name);
        written.after = at == scope->names.end() ? Value::of(Kind::Unknown) : at->second;
    }
}

// What is bound on both ways, or was before, is bound; else perhaps. What differs can't be told.
void Machine::merge(const Journal& one, const Journal& other) {
    const auto harmless = [](const Value& v) {
        return v.kind == Kind::Plain || v.kind == Kind::Outside || v.kind == Kind::Text;
    };
    const auto mergeFrom = [&](const Journal& from, const Journal& on) {
        for (const auto& [where, written] : from.names) {
            const auto also = on.names.find(where);
            const bool isBound = also != on.names.end() || written.wasBound;
            const Value& instead = also != on.names.end() ? also->second.after : written.before;
            Value value = written.after;
            if (isBound && !value.sameAs(instead))
                value = Value::of(harmless(value) && harmless(instead) ? Kind::Outside : Kind::Unknown);
            value.perhaps = value.perhaps || !isBound;
            where.first->names[where.second] = value;
            if (!journals_.empty() && where.first->number < journals_.back()->oldScopes)
                journals_.back()->names.try_emplace(where, written);
        }
    };
    mergeFrom(one, other);
    mergeFrom(other, one);
}

void Machine::endDoubts(std::size_t first, Until until) {
    std::vector<Doubt>& doubts = frames_.back().doubts;
    const auto ended = [&](const Doubt& doubt) { return doubt.until == until; };
    if (first < doubts.size())
        doubts.erase(std::remove_if(doubts.begin() + static_cast<std::ptrdiff_t>(first), doubts.end(), ended),
                     doubts.end());
}

bool Machine::inDoubt() const {
    if (choices_.assume)
        return false;
    return !doubts_.empty() ||
           std::any_of(frames_.begin(), frames_.end(), [](const Frame& f) { return !f.doubts.empty(); });
}

Machine::Flow Machine::restartAtDoubts() {
    for (const Doubt& doubt : doubts_)
        choices_.places.insert(doubt.place);
    for (const Frame& frame : frames_)
        for (const Doubt& doubt : frame.doubts)
            choices_.places.insert(doubt.place);
    choices_.restart = true;
    return Flow::Abort;
}

} // namespace espalier::graph::execution
