// What really importing a module does, by python3, against what the graph predicts.
#pragma once

#include "graph/model/snapshot.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace espalier::test {

struct RealImport {
    std::string outcome;               // "ok", or an error's type and place: "ImportError main.py:2"
    std::set<std::string> loaded;      // paths of the project's files that were found
    std::vector<std::string> warnings; // "DeprecationWarning: text"
};

// Writes the project (project_text.h) into a temporary folder and lets python3 import `entry` there, or run
// it if it is a path. `searched`: the folders where top-level names are looked for. Throws nothing; a python3
// that cannot be started is an outcome, too.
[[nodiscard]] RealImport importForReal(std::string_view project, const std::string& entry,
                                       const std::vector<std::string>& searched = {"."});

// The files that are loaded when a module is imported: `least` if nothing optional or conditional runs,
// `most` if everything does.
struct PredictedImport {
    std::set<std::string> least, most;
};
[[nodiscard]] PredictedImport predictedImport(const graph::Snapshot& snapshot, graph::ModuleId entry);
// The same for a file that is run as a script; itself left out.
[[nodiscard]] PredictedImport predictedRun(const graph::Snapshot& snapshot, graph::ModuleId entry);

// Empty if what was loaded agrees with the prediction; else both, as text. An import that failed may have
// loaded less.
[[nodiscard]] std::string disagreement(const PredictedImport& predicted, const std::set<std::string>& loaded,
                                       bool failed);

} // namespace espalier::test
