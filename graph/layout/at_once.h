// Two halves of a piece of work that share nothing, on two cores.
#pragma once

#include <system_error>
#include <thread>

namespace espalier::graph {

// Returns once both are done. Worth it from about a quarter of a millisecond of work.
template <class First, class Second>
void atOnce(First first, Second second) {
    const std::jthread other(second);
    first();
}

} // namespace espalier::graph
