// Hands progress on at a pace that a person can follow and a pipe can take.
#pragma once

#include "indexer/pipeline/pipeline.h"

#include <chrono>

namespace espalier::pipeline {

class Ticker {
public:
    static constexpr std::chrono::milliseconds kInterval{33};

    explicit Ticker(const std::function<void(const Progress&)>& report)
        : report_(report) {}

    // A new phase is told at once, other changes at the next interval.
    void show(const Progress& progress);

private:
    const std::function<void(const Progress&)>& report_;
    std::chrono::steady_clock::time_point last_{};
    bool started_ = false;
    Progress shown_;
};

} // namespace espalier::pipeline
