// Reading a store: all facts of the working tree as last indexed. A writer at work does not disturb; it is
// seen as far as it has committed.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"
#include "indexer/store/rows.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace espalier::store {

struct ReadOptions {
    bool symbols = false; // load stage two as well, where it has run
};

// Errors: no such store, made by another version, damaged (the hint says to index again).
[[nodiscard]] facts::Result<facts::ProjectFacts> readProject(const std::string& storePath,
                                                             const ReadOptions& options = {});

// Calls `take` with the encoded facts of stage one of each content of the store; what is damaged is passed
// over. Ends early once that says false.
[[nodiscard]] facts::Status
readImportRecords(const std::string& storePath,
                  const std::function<bool(const ContentKey& key, std::string_view record)>& take);

// What has become of `base`, a project read from this store, after changes to the files of `paths` (in any
// order; files that are new, gone or as before may be among them): equal to what readProject() would read
// now, with all other files' records shared with `base`, and those of a content that `base` holds already.
// Nothing if more has changed than that, or `base` is of another store: then read everything. With `symbols`,
// stage two is loaded for `paths` as well; other files keep what `base` has.
//
// Costs some 3 ms for a copy of 25,000 entries, and then as much as there are paths. Errors: as
// readProject().
[[nodiscard]] facts::Result<std::optional<facts::ProjectFacts>>
readChanges(const std::string& storePath, const facts::ProjectFacts& base, std::span<const std::string> paths,
            const ReadOptions& options = {});

// Where the store of a project folder lies by default: below the user's cache directory, named after the
// folder's absolute path. Creates nothing.
[[nodiscard]] std::string defaultStorePath(const std::string& projectRoot);

} // namespace espalier::store
