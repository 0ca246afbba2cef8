// Reading a store: all facts of the working tree as last indexed. A writer at work does not disturb; it is
// seen as far as it has committed.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"

#include <string>

namespace espalier::store {

struct ReadOptions {
    bool symbols = false; // load stage two as well, where it has run
};

// Errors: no such store, made by another version, damaged (the hint says to index again).
[[nodiscard]] facts::Result<facts::ProjectFacts> readProject(const std::string& storePath,
                                                             const ReadOptions& options = {});

// Where the store of a project folder lies by default: below the user's cache directory, named after the
// folder's absolute path. Creates nothing.
[[nodiscard]] std::string defaultStorePath(const std::string& projectRoot);

} // namespace espalier::store
