// A replacement carried out in a whole project, as a sequence of small changes: each of them can be committed
// alone, and leaves fewer imports of what is replaced.
#pragma once

#include "app/rewrite/rewrite_file.h"

#include <functional>
#include <string>
#include <vector>

namespace espalier::rewrite {

// The files of one package and class.
struct Batch {
    std::string package; // empty: what lies in none
    graph::PathClass cls = graph::PathClass::Production;
    std::vector<FileRewrite> files; // those that change, by path
    std::size_t names = 0, statements = 0;
    std::size_t before = 0, after = 0; // names that are still imported, in the whole project
};

struct Rewriting {
    std::vector<Batch> batches; // production first, then tests, tools, copies; by package
    std::vector<Item> left;     // by path and line
    std::size_t total = 0;      // names in all
};

// Reads a file as it was indexed: one that has changed since is an error.
using ReadFile = std::function<facts::Result<std::string>(const facts::SourceFile&)>;
[[nodiscard]] Rewriting rewriteProject(graph::Replacement& replacement, const ReadFile& readFile);

} // namespace espalier::rewrite
