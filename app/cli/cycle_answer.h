// What `espalier cycles` tells of one tangle.
#pragma once

#include "app/cli/cycle_cuts.h"
#include "app/cli/cycle_verdicts.h"

#include <optional>

namespace espalier::cli {

struct CycleAnswer {
    graph::Tangle tangle;
    std::size_t statements = 0;             // behind its edges, that count
    std::optional<Explanation> explanation; // if it was asked for, as is the next
    std::optional<graph::CutPlan> plan;
};

} // namespace espalier::cli
