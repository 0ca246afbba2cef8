// What the window and its layout child say to each other: one JSON object a line.
//   to the child:   {"job": 7, "boxes": [["key", parent, width, height] or [… , x, y] by hand, …], "lines":
//   [[from, to, weight], …],
//                    "seeds": [["key", x, y], …], "bundled": true}
//   from the child: {"job": 7, "size": [w, h], "boxes": [[x, y, w, h], …], "lines": [[x, y, x, y, …], …]}
//               or: {"job": 7, "error": "…"}
// The child answers in order, and one job at a time; to cancel, kill it.
#pragma once

#include "graph/layout/layout.h"
#include "indexer/facts/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier::project {

struct LayoutJob {
    std::uint64_t number = 0;
    graph::LayoutInput input;
};
struct LayoutAnswer {
    std::uint64_t number = 0;
    std::string error; // empty: `result` holds
    graph::LayoutResult result;
};

// Without the line end.
[[nodiscard]] std::string writeJob(const LayoutJob& job);
[[nodiscard]] std::string writeAnswer(const LayoutAnswer& answer);

// Errors: no JSON, or not of this form; indexes are checked.
[[nodiscard]] facts::Result<LayoutJob> readJob(std::string_view line);
[[nodiscard]] facts::Result<LayoutAnswer> readAnswer(std::string_view line);

} // namespace espalier::project
