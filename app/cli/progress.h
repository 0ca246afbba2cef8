// Progress of a long command: a bar on a terminal, JSON lines on request, else nothing.
#pragma once

#include "indexer/pipeline/pipeline.h"

#include <chrono>
#include <cstddef>

namespace espalier::cli {

enum class ProgressStyle { Bar, Json, Quiet };

// Bar if stderr is a terminal, else Quiet.
[[nodiscard]] ProgressStyle defaultProgressStyle();

// The bar goes to stderr and is wiped at the end; JSON lines go to stdout:
//   {"phase": "listing|scanning|symbols|done", "done": 10, "total": 200}
class ProgressPrinter {
public:
    explicit ProgressPrinter(ProgressStyle style);
    ~ProgressPrinter();
    ProgressPrinter(const ProgressPrinter&) = delete;
    ProgressPrinter& operator=(const ProgressPrinter&) = delete;

    void show(const pipeline::Progress& progress);

private:
    ProgressStyle style_;
    std::chrono::steady_clock::time_point started_;
    bool drawn_ = false;
};

} // namespace espalier::cli
