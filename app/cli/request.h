// What every query command is told.
#pragma once

#include "graph/model/snapshot.h"
#include "indexer/facts/result.h"

#include <atomic>
#include <string>
#include <vector>

namespace espalier::cli {

enum class Format { Text, Json };

struct Request {
    std::string folder = ".";
    std::string store; // empty: the default place
    bool nested = false;
    Format format = Format::Text;
    graph::EdgeFilter filter;
};

// Reads "import,deferred" or "all"; false if a word is unknown.
[[nodiscard]] bool parseKinds(const std::string& text, graph::KindSet& out);

// Brings the store up to date, with a progress bar on a terminal, and builds the snapshot. Where the store
// cannot be written but can be read, says so and goes on with what it holds.
[[nodiscard]] facts::Result<graph::SnapshotPtr> indexAndOpen(const Request& request, bool symbols);

// Prints "espalier: …" to stderr and returns 2.
int fail(const facts::Error& error);

// Set by SIGINT and SIGTERM once watchInterrupts() was called; a second signal ends the process.
[[nodiscard]] const std::atomic<bool>& interrupted();
void watchInterrupts();
// Comes to its end when interrupted() is set, so that it can be waited for.
[[nodiscard]] int interruptDescriptor();

} // namespace espalier::cli
