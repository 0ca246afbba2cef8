// From a folder to a snapshot: where its store lies, which configuration holds, facts to graph.
#pragma once

#include "app/project/config_file.h"
#include "app/project/former.h"
#include "graph/model/snapshot.h"
#include "indexer/facts/result.h"

#include <string>

namespace espalier::project {

struct Location {
    std::string root;  // absolute, links resolved
    std::string store; // file of the store
};

// `storePath` empty: the default below the user's cache directory. Errors: no such folder, not a folder.
[[nodiscard]] facts::Result<Location> locate(const std::string& folder, const std::string& storePath = {});

// What a person has decided, with what packaging and the past say. What is wrong with it becomes a problem of
// `facts`; so does a baseline that the repository of the project has not.
[[nodiscard]] graph::Config completed(const Location& location, LoadedConfig loaded,
                                      facts::ProjectFacts& facts, FormerReader& former);

// Reads the store as it is now and builds the graph. Takes as long as the project is
// large (some 0.5 s for 25,000 modules): not for the window's thread.
[[nodiscard]] facts::Result<graph::SnapshotPtr> openSnapshot(const Location& location, LoadedConfig config,
                                                             bool symbols = true);
// With the project's own configuration.
[[nodiscard]] facts::Result<graph::SnapshotPtr> openSnapshot(const Location& location, bool symbols = true);

} // namespace espalier::project
