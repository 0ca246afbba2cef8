// The statements that bind names by declaring them: import, from … import, global, nonlocal.
#include "indexer/symbols/walk.h"

namespace espalier::symbols {

void Walk::bindImport(TSNode node, const View& view) {
    const bool from = grammar_.kind(node) == Node::ImportFrom;
    std::string_view module;
    TSTreeCursor cursor = ts_tree_cursor_new(node);
    for (bool more = ts_tree_cursor_goto_first_child(&cursor); more;
         more = ts_tree_cursor_goto_next_sibling(&cursor)) {
        const TSNode child = ts_tree_cursor_current_node(&cursor);
        const std::string_view type = ts_node_type(child);
        if (type == "wildcard_import")
            star_ = true;
        else if (grammar_.field(cursor) == Field::Name)
            bindImportedName(child, module, from, view.scope);
        else if (type == "dotted_name" || type == "relative_import")
            module = textOf(child);
    }
    ts_tree_cursor_delete(&cursor);
}

void Walk::bindImportedName(TSNode name, std::string_view module, bool from, ScopeId scope) {
    const TSNode alias = grammar_.child(name, Field::Alias);
    const TSNode target = ts_node_is_null(alias) ? name : grammar_.child(name, Field::Name);
    const TSNode first = ts_node_is_null(target) ? target : ts_node_named_child(target, 0);
    if (ts_node_is_null(first))
        return;
    const TSNode bound = ts_node_is_null(alias) ? first : alias;
    const NameId id = names_.intern(textOf(bound));
    bind(scope, id, Bound::Import, ts_node_end_byte(name));
    // `import a.b` binds `a`
    const TSNode meant = from || !ts_node_is_null(alias) ? target : first;
    const std::string text = dotted(ts_node_start_byte(meant), ts_node_end_byte(meant));
    deprecations_.addImport(id, from ? std::string(module) + "." + text : text);
}

void Walk::declare(TSNode node, ScopeId scope, Bound how) {
    TSTreeCursor cursor = ts_tree_cursor_new(node);
    for (bool more = ts_tree_cursor_goto_first_child(&cursor); more;
         more = ts_tree_cursor_goto_next_sibling(&cursor)) {
        const TSNode child = ts_tree_cursor_current_node(&cursor);
        if (scope != kModuleScope && grammar_.kind(child) == Node::Identifier)
            bind(scope, names_.intern(textOf(child)), how, 0);
    }
    ts_tree_cursor_delete(&cursor);
}

} // namespace espalier::symbols
