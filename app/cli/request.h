// What every query command is told.
#pragma once

#include "app/project/open.h"
#include "graph/model/snapshot.h"
#include "indexer/facts/result.h"

#include <atomic>
#include <string>
#include <vector>

namespace espalier::cli {

enum class Format { Text, Json };

struct Request {
    std::string folder = ".";
    std::string store;  // empty: the default place
    std::string config; // a file that says what a project's own configuration would; empty: that
    std::string at;     // a revision of the repository; empty: the working tree
    bool nested = false;
    Format format = Format::Text;
    graph::EdgeFilter filter;
};

// Reads "import,deferred" or "all"; false if a word is unknown.
[[nodiscard]] bool parseKinds(const std::string& text, graph::KindSet& out);

// Brings the store up to date, with a progress bar on a terminal, and builds the snapshot, or that of the
// commit that is asked for. Where the store cannot be written but can be read, says so and goes on with what
// it holds.
[[nodiscard]] facts::Result<graph::SnapshotPtr> indexAndOpen(const Request& request, bool symbols);

[[nodiscard]] project::LoadedConfig configOf(const Request& request, const project::Location& location);

// Prints "espalier: …" to stderr and returns 2.
int fail(const facts::Error& error);

// Set by SIGINT and SIGTERM once watchInterrupts() was called; a second signal ends the process.
[[nodiscard]] const std::atomic<bool>& interrupted();
void watchInterrupts();
// Comes to its end when interrupted() is set, so that it can be waited for.
[[nodiscard]] int interruptDescriptor();

} // namespace espalier::cli
