// Reading what a project's packaging says can be run or loaded from outside: scripts and plug-ins, by name.
#pragma once

#include "graph/model/config.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::facts {
struct ProjectFacts;
}

namespace espalier::project {

// Of every pyproject.toml ([project.scripts], gui-scripts, entry-points, [tool.poetry.scripts and plugins])
// and setup.cfg ([options.entry_points]) that the project lists, in order of files. Those of setup.py are
// strings in code, and statements of the graph. What is not as it should be is passed over; links are not
// read, nor is more than 1 MB.
[[nodiscard]] std::vector<graph::EntryPoint> entryPoints(const facts::ProjectFacts& project);

// Of one such file; `setupCfg` tells which of the two it is.
[[nodiscard]] std::vector<graph::EntryPoint> parseEntryPoints(std::string_view text, const std::string& path,
                                                       bool setupCfg);

} // namespace espalier::project
