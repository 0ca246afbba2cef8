#include "indexer/symbols/outline.h"

#include "indexer/symbols/outline_writer.h"
#include "indexer/symbols/parse.h"

#include <cstring>

namespace espalier::symbols {

namespace {

constexpr std::size_t kMostBytes = 8'000'000;
constexpr std::uint64_t kParseMicros = 5'000'000;

facts::Outline unread() {
    facts::Outline out;
    out.texts.emplace_back();
    out.nodes.push_back({});
    out.nodes.front().end = 1;
    out.complete = false;
    return out;
}

} // namespace

facts::Outline outlineOf(std::string_view text) {
    if (text.size() > kMostBytes)
        return unread();
    std::string storage;
    text = withLineFeeds(text, storage);
    const Tree tree = parse(text, kParseMicros);
    if (!tree)
        return unread();
    facts::Outline out;
    OutlineWriter(text, out).module(ts_tree_root_node(tree.get()));
    return out;
}

std::string_view typeOf(TSNode node) {
    return ts_node_is_null(node) ? std::string_view() : ts_node_type(node);
}

TSNode fieldOf(TSNode node, std::string_view field) {
    return ts_node_is_null(node)
               ? node
               : ts_node_child_by_field_name(node, field.data(), static_cast<std::uint32_t>(field.size()));
}

std::vector<TSNode> fieldsOf(TSNode node, std::string_view field) {
    std::vector<TSNode> out;
    if (ts_node_is_null(node))
        return out;
    TSTreeCursor cursor = ts_tree_cursor_new(node);
    for (bool more = ts_tree_cursor_goto_first_child(&cursor); more;
         more = ts_tree_cursor_goto_next_sibling(&cursor)) {
        const char* const name = ts_tree_cursor_current_field_name(&cursor);
        if (name != nullptr && field == name)
            out.push_back(ts_tree_cursor_current_node(&cursor));
    }
    ts_tree_cursor_delete(&cursor);
    return out;
}

std::vector<TSNode> namedChildren(TSNode node) {
    std::vector<TSNode> out;
    if (ts_node_is_null(node))
        return out;
    TSTreeCursor cursor = ts_tree_cursor_new(node);
    for (bool more = ts_tree_cursor_goto_first_child(&cursor); more;
         more = ts_tree_cursor_goto_next_sibling(&cursor)) {
        const TSNode child = ts_tree_cursor_current_node(&cursor);
        if (ts_node_is_named(child) && typeOf(child) != "comment" && typeOf(child) != "line_continuation")
            out.push_back(child);
    }
    ts_tree_cursor_delete(&cursor);
    return out;
}

} // namespace espalier::symbols
