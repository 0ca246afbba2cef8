// Projects as text, for the tests of the graph: files one after the other, each behind a line "== path".
// Their content goes through the real scanner. Graphs and problems come back as lines, to be compared as
// text.
#pragma once

#include "graph/model/build.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::test {

// (path, content) of each file, in the order of the text.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> filesFromText(std::string_view text);

// The kind of a file follows from its name. `root` is the project's folder.
[[nodiscard]] facts::ProjectFacts projectFromText(std::string_view text,
                                                  std::string root = "/somewhere/project-1");

// Reads all Python files below a folder, and names those beside them; links are not followed.
[[nodiscard]] facts::ProjectFacts projectFromFolder(const std::string& folder);

// "from -> to kind flags path:line (names)", one line for each statement of each edge, externals left out
// unless asked for.
struct EdgeLines {
    bool externals = false, implicitParents = false, strings = false;
};
[[nodiscard]] std::string edgeLines(const graph::Snapshot& snapshot, const EdgeLines& options = {});
// "name kind marks in parent"
[[nodiscard]] std::string moduleLines(const graph::Snapshot& snapshot, bool externals = false);
// "path:line code: message"
[[nodiscard]] std::string problemLines(const graph::Snapshot& snapshot);

} // namespace espalier::test
