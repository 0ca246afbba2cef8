// Reading what a person has decided about a project: [tool.espalier] of pyproject.toml, or the same keys at
// the top of espalier.toml, which wins where both exist.
#pragma once

#include "graph/model/config.h"
#include "indexer/facts/project_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::project {

inline constexpr int kMostWeight = 1000; // of cuts

struct LoadedConfig {
    graph::Config config;
    // Keys that are unknown or of the wrong type, with line and column. They are left out; the rest counts.
    std::vector<facts::ProjectProblem> problems = {};
    std::string baselineFile = {}; // that names the baseline, and the line
    std::uint32_t baselineLine = 0;
};

// Never fails: without a file, the defaults hold; a file that is no TOML gives a problem and the defaults.
[[nodiscard]] LoadedConfig readConfig(const std::string& root);

// `fileName` goes into the problems; `topLevel` says that the keys are not below [tool.espalier].
[[nodiscard]] LoadedConfig parseConfig(std::string_view toml, const std::string& fileName, bool topLevel);

} // namespace espalier::project
