// Conditions that cannot be told: gone both ways where that does not matter.
#pragma once

#include "graph/execution/machine.h"

namespace espalier::graph::execution {

// Goes one way or the other: the one that the choices say, or both where it does not matter.
template <class One, class Other>
Machine::Flow Machine::choose(Place place, One one, Other other) {
    if (!choices_.assume && choices_.places.contains(place))
        return way() ? one() : other();
    Journal first{scopes_.size(), {}}, second{scopes_.size(), {}};
    doubts_.push_back({place});
    journals_.push_back(&first);
    const Flow oneFlow = one();
    keep(first);
    journals_.back() = &second;
    const Flow otherFlow = oneFlow == Flow::Abort ? Flow::Abort : other();
    keep(second);
    journals_.pop_back();
    doubts_.pop_back();
    if (otherFlow == Flow::Abort)
        return Flow::Abort;
    merge(first, second);
    return merged(place, oneFlow, otherFlow);
}

} // namespace espalier::graph::execution
