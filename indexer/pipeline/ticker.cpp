#include "indexer/pipeline/ticker.h"

namespace espalier::pipeline {

void Ticker::show(const Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    const bool sameNumbers = progress.done == shown_.done && progress.total == shown_.total;
    if (started_ && progress.phase == shown_.phase && (sameNumbers || now - last_ < kInterval))
        return;
    started_ = true;
    last_ = now;
    shown_ = progress;
    if (report_)
        report_(progress);
}

} // namespace espalier::pipeline
