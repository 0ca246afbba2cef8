// A replacement carried out in one file: what changes, and what stays and why.
#pragma once

#include "graph/symbols/replacement.h"
#include "indexer/facts/result.h"

#include <span>
#include <string>
#include <vector>

namespace espalier::rewrite {

// One name of a statement; the name is empty for a module as a whole, a star, a string.
struct Item {
    graph::StatementRef statement;
    std::string name;
    std::string reason; // why it stays; empty: it is changed
};

struct FileRewrite {
    graph::StatementRef any; // one of its statements: says file and module
    std::vector<Item> changed, left;
    std::string diff; // unified; empty if nothing changes
};

// `statements` are those of Replacement::statements() that lie in one file, `bytes` is its content. A file
// that cannot be changed safely keeps all of them, with the reason. What comes out scans without errors.
[[nodiscard]] FileRewrite rewriteFile(graph::Replacement& replacement,
                                      std::span<const graph::StatementRef> statements, std::string bytes);

// All of them stay for one reason.
[[nodiscard]] FileRewrite leftAlone(graph::Replacement& replacement,
                                    std::span<const graph::StatementRef> statements,
                                    const std::string& reason);

} // namespace espalier::rewrite
