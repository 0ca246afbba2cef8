// Descriptors whose end is waited for.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace espalier::watch {

using Clock = std::chrono::steady_clock;

struct Ready {
    bool readable = false; // the descriptor that was asked for
    bool ended = false;    // one of the others has come to its end
};

// Waits until `fd` (-1: none) can be read, one of `ends` has ended, or the time has come (none: for ever).
// May come back early with nothing. What can be read from `ends` is thrown away.
[[nodiscard]] Ready waitFor(int fd, const std::vector<int>& ends, std::optional<Clock::time_point> until);

} // namespace espalier::watch
