// Finding one's way in an outline.
#pragma once

#include "indexer/facts/outline.h"

#include <string_view>
#include <vector>

namespace espalier::graph::execution {

// The parts of a node, in order.
inline std::vector<std::uint32_t> childrenOf(const facts::Outline& outline, std::uint32_t at) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t child = at + 1; child < outline.nodes[at].end; child = outline.nodes[child].end)
        out.push_back(child);
    return out;
}

// Of a name, or of the attribute of something; else empty.
inline std::string_view lastName(const facts::Outline& outline, const facts::OutlineNode& node) {
    return node.op == facts::Op::Load || node.op == facts::Op::Attribute ? outline.text(node)
                                                                         : std::string_view();
}

} // namespace espalier::graph::execution
