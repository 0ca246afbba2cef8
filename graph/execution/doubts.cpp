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
bool Machine::way(Place) {
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
        if (flow == Flow::Raise && frames_.back().tries > 0) {
            doubts_.push_back({place});
            return restartAtDoubts();
        }
    }
    const bool raises = one == Flow::Raise || other == Flow::Raise;
    const Flow rest = one == Flow::Raise ? other : one;
    return raises ? rest : Flow::Next;
}

void Machine::keep(Journal& journal) const {
    for (Written& written : journal) {
        const auto at = written.scope->names.find(written.name);
        written.after = at == written.scope->names.end() ? Value::of(Kind::Unknown) : at->second;
    }
}

// What is bound on both ways, or was before, is bound; else perhaps. What differs can't be told.
void Machine::merge(const Journal& one, const Journal& other) {
    const auto merged = [&](const Written& written, const Journal& on) {
        const auto same = [&](const Written& w) {
            return w.scope == written.scope && w.name == written.name;
        };
        const auto also = std::find_if(on.begin(), on.end(), same);
        const bool isBound = also != on.end() || written.wasBound;
        const Value& instead = also != on.end() ? also->after : written.before;
        Value value = written.after;
        const auto harmless = [](const Value& v) {
            return v.kind == Kind::Plain || v.kind == Kind::Outside || v.kind == Kind::Text;
        };
        if (isBound && !value.sameAs(instead))
            value = Value::of(harmless(value) && harmless(instead) ? Kind::Outside : Kind::Unknown);
        value.perhaps = value.perhaps || !isBound;
        written.scope->names[written.name] = value;
        for (Journal* const journal : journals_)
            journal->push_back({written.scope, written.name, written.wasBound, written.before, value});
    };
    for (const Written& written : one)
        merged(written, other);
    for (const Written& written : other)
        merged(written, one);
}

void Machine::endDoubts(std::size_t first, Until until) {
    std::vector<Doubt>& doubts = frames_.back().doubts;
    const auto ended = [&](const Doubt& doubt) { return doubt.until == until; };
    if (first < doubts.size())
        doubts.erase(std::remove_if(doubts.begin() + static_cast<std::ptrdiff_t>(first), doubts.end(), ended),
                     doubts.end());
}

bool Machine::inDoubt() const {
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
