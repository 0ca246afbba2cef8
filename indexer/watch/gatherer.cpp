#include "indexer/watch/gatherer.h"

#include <algorithm>

namespace espalier::watch {

void Gatherer::touch(Clock::time_point now) {
    if (!first_)
        first_ = now;
    last_ = now;
}

void Gatherer::add(const std::string& path, Kind kind, Clock::time_point now) {
    touch(now);
    if (kind == Kind::Unfinished)
        unfinished_.insert(path);
    else
        unfinished_.erase(path);
    paths_.insert(path);
}

void Gatherer::addEverything(Clock::time_point now) {
    touch(now);
    everything_ = true;
}

void Gatherer::addHead(Clock::time_point now) {
    touch(now);
}

std::optional<Clock::time_point> Gatherer::due() const {
    if (!first_)
        return std::nullopt;
    const Clock::time_point latest = *first_ + kMost;
    const auto quiet = paths_.size() > kFewPaths ? kQuietOfMany : kQuiet;
    return unfinished_.empty() ? std::min(latest, last_ + quiet) : latest;
}

void Gatherer::take(Noticed& noticed) {
    noticed.everything = noticed.everything || everything_ || paths_.size() > kMostPaths;
    for (const std::string& path : paths_) {
        noticed.paths.push_back(path);
        if (isConfigurationFile(path))
            noticed.configuration.push_back(path);
    }
    *this = {};
}

} // namespace espalier::watch
