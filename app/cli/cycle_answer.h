// What `espalier cycles` tells of one tangle.
#pragma once

#include "app/cli/cycle_ages.h"
#include "app/cli/cycle_cuts.h"
#include "app/cli/cycle_verdicts.h"

#include <optional>

namespace espalier::cli {

struct CycleAnswer {
    graph::Tangle tangle;
    std::size_t statements = 0;             // behind its edges, that count
    std::string age;                        // "new since v1.4"; empty: it is not, or there is no baseline
    graph::TangleAge sinceBaseline = graph::TangleAge::Known;
    std::optional<Explanation> explanation; // if it was asked for, as is the next
    std::optional<graph::CutPlan> plan;
};

} // namespace espalier::cli
