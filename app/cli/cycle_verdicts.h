// Whether the modules of a tangle can be imported first, and what they call meanwhile: for `espalier cycles
// --explain`.
#pragma once

#include "app/cli/json.h"
#include "graph/analysis/tangles.h"
#include "graph/execution/first_import.h"
#include "graph/execution/import_calls.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace espalier::cli {

struct Explanation {
    std::vector<graph::Verdict> verdicts;              // of each module of the tangle, in its order
    std::vector<std::vector<graph::ImportCall>> calls; // the same
    [[nodiscard]] std::size_t count(graph::Outcome outcome) const;
};
// `symbols` has to outlive it.
class Explainer {
public:
    explicit Explainer(graph::Symbols& symbols);
    // Calls `next` before each module; ends early, with what it has, once that says false.
    [[nodiscard]] Explanation explain(const graph::Tangle& tangle, const std::function<bool()>& next);

private:
    const graph::Snapshot& snapshot_;
    graph::OutlineSource outlines_;
    graph::FirstImport firstImport_;
};

// "never fails", "fails when shop.web or shop.cart is imported first", …
[[nodiscard]] std::string summary(const graph::Snapshot& snapshot, const Explanation& explanation);
// "ImportError: cannot import name …"
[[nodiscard]] std::string errorText(const graph::Verdict& verdict);

[[nodiscard]] Json verdictJson(const graph::Snapshot& snapshot, const graph::Verdict& verdict);
[[nodiscard]] Json callsJson(const graph::Snapshot& snapshot, const graph::Tangle& tangle,
                             const Explanation& explanation);
void printExplanation(const graph::Snapshot& snapshot, const graph::Tangle& tangle,
                      const Explanation& explanation);

} // namespace espalier::cli
