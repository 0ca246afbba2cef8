// The commits that the archive of a project's past has, for who wants to show them.
#pragma once

#include "app/project/open.h"
#include "indexer/facts/history.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace espalier::project {

// Whether the folder is a bare repository: then its commits are all there is.
[[nodiscard]] bool isBare(const Location& location);

struct PastLine {
    facts::Timeline timeline; // of HEAD when the archive was last updated; empty: never, or it is damaged
    std::vector<std::pair<std::string, std::string>> tags; // name and commit, sorted by name; of any line
};
// Nothing if the folder is in no repository. Takes 0.2 s for 4,000 commits.
[[nodiscard]] std::optional<PastLine> readPastLine(const Location& location);

} // namespace espalier::project
