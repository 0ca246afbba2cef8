// What a claim is about, in the graph that is shown.
#pragma once

#include "graph/model/snapshot.h"
#include "ui/trackers/tracker_answer.h"

#include <optional>

namespace espalier::ui {

struct ClaimPlace {
    graph::ModuleId from;
    graph::ModuleId to; // not valid: a module; else an import
};
// The import whose statement is evidence for it; else the module of a path that is; else of a path or name
// that the claim itself has. Nothing if none of these is in the graph.
[[nodiscard]] std::optional<ClaimPlace> placeOfClaim(const graph::Snapshot& snapshot,
                                                     const TrackerClaim& claim);
[[nodiscard]] std::optional<ClaimPlace> placeOfEvidence(const graph::Snapshot& snapshot, const QString& path,
                                                        int line);

} // namespace espalier::ui
