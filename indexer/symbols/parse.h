// One parse by tree-sitter with Python's grammar. Thread-safe: each thread has its own parser.
#pragma once

#include <tree_sitter/api.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace espalier::symbols {

struct DeleteTree {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using Tree = std::unique_ptr<TSTree, DeleteTree>;

// Null if it took longer than `timeoutMicros`; 0: no limit. `text` has at most 2^32 - 1 bytes.
[[nodiscard]] Tree parse(std::string_view text, std::uint64_t timeoutMicros);

// To Python a lone '\r' ends a line, to tree-sitter it does not: `text`, or a copy in `storage` where each of
// them is a '\n'.
[[nodiscard]] std::string_view withLineFeeds(std::string_view text, std::string& storage);

} // namespace espalier::symbols
