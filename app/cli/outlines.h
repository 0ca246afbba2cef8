// What running the files of a project does, read when it is asked for.
#pragma once

#include "graph/execution/first_import.h"

namespace espalier::cli {

// Reads files where the snapshot has them from. Null for a file that is gone, or is not what was indexed.
// `snapshot` has to outlive it. One thread at a time.
[[nodiscard]] graph::OutlineSource outlinesOf(const graph::Snapshot& snapshot);

} // namespace espalier::cli
