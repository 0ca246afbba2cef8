// Progress of a long command: a bar on a terminal, JSON lines on request, else nothing.
#pragma once

#include "indexer/pipeline/pipeline.h"

#include <chrono>
#include <cstddef>
#include <string_view>

namespace espalier::cli {

enum class ProgressStyle { Bar, Json, Quiet };

// Bar if stderr is a terminal, else Quiet.
[[nodiscard]] ProgressStyle defaultProgressStyle();

// The bar goes to stderr and is wiped at the end; JSON lines go to stdout:
//   {"phase": "listing|scanning|symbols|done", "done": 10, "total": 200}
// With --watch, "done" is followed by a line for each stage of each batch of changes, and one for what a
// person should know:
//   {"phase": "changed", "stage": "imports|symbols", "everything": false, "paths": ["a.py"]}
//   {"phase": "notice", "message": "…"}
// `paths`, relative to the folder, are those of files that are new, other or gone, or whose symbols have
// come, and of configuration files that have changed; a path that is no valid UTF-8 stands in the list
// `paths_base64` instead, which is left out when it is empty. HEAD and the project's problems may have
// changed with any line, even one without paths. `everything`: anything may have changed, `paths` may be a
// part.
class ProgressPrinter {
public:
    explicit ProgressPrinter(ProgressStyle style);
    ~ProgressPrinter();
    ProgressPrinter(const ProgressPrinter&) = delete;
    ProgressPrinter& operator=(const ProgressPrinter&) = delete;

    void show(const pipeline::Progress& progress);
    // Of other work: `word` as above, and what is counted. A JSON line goes to stderr, since stdout has the
    // answer.
    void show(std::string_view word, std::size_t done, std::size_t total, std::string_view what);
    void show(const pipeline::Changes& changes, std::chrono::milliseconds took);
    void show(const facts::Error& notice);

private:
    ProgressStyle style_;
    std::chrono::steady_clock::time_point started_;
    bool drawn_ = false;
};

} // namespace espalier::cli
