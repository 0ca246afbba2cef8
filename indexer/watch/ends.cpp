#include "indexer/watch/ends.h"

#include <climits>

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace espalier::watch {
namespace {

int timeoutMs(std::optional<Clock::time_point> until) {
    if (!until)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, INT_MAX));
}

bool hasEnded(const pollfd& polled) {
    if (polled.revents == 0)
        return false;
    std::array<char, 256> ignored{};
    const ssize_t got = read(polled.fd, ignored.data(), ignored.size());
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
}

} // namespace

Ready waitFor(int fd, const std::vector<int>& ends, std::optional<Clock::time_point> until) {
    std::vector<pollfd> polled{{fd, POLLIN, 0}}; // poll() passes over -1
    for (const int end : ends)
        polled.push_back({end, POLLIN, 0});
    if (poll(polled.data(), polled.size(), timeoutMs(until)) <= 0)
        return {};
    return {polled[0].revents != 0, std::any_of(polled.begin() + 1, polled.end(), hasEnded)};
}

} // namespace espalier::watch
