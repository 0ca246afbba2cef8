// Programs of ours that do part of the work as child processes.
#pragma once

#include "indexer/facts/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::cli {

struct ChildAnswer {
    int code = 0;    // the exit code
    std::string out; // what it wrote to stdout, if that was asked for
};

// Runs a program that lies beside this one's own file, never one of PATH, with `input` as its stdin. Its
// stderr is ours, and so is its stdout unless `takeOutput`: then it has to read all of its input before it
// writes. Errors: it cannot be started, or was ended by a signal. From here on a reader that goes away no
// longer ends this process (SIGPIPE).
[[nodiscard]] facts::Result<ChildAnswer> runOwnProgram(const std::string& name,
                                                       std::vector<std::string> arguments,
                                                       std::string_view input, bool takeOutput);

} // namespace espalier::cli
