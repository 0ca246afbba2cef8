#include "indexer/symbols/problems.h"

#include "indexer/symbols/grammar.h"
#include "indexer/symbols/literals.h"

#include <optional>
#include <string>

namespace espalier::symbols {

namespace {

std::string missingText(TSNode node) {
    const std::string type = ts_node_type(node);
    if (type == "identifier")
        return "a name is missing here";
    if (type == "_newline" || type == "_dedent")
        return "the statement should end here";
    if (type == "_indent")
        return "an indented block is missing here";
    if (type == "string_end" || type == "\"" || type == "'")
        return "the string does not end";
    return "'" + type + "' is missing here";
}

std::string errorText(TSNode node, std::string_view text) {
    constexpr std::size_t kShownBytes = 60;
    const std::uint32_t start = ts_node_start_byte(node);
    std::string shown(text.substr(start, text.find_first_of("\r\n", start) - start));
    const std::size_t length = ts_node_end_byte(node) - start;
    if (length > 0 && length < shown.size())
        shown.resize(length);
    if (shown.size() > kShownBytes) {
        truncate(shown, kShownBytes);
        shown += "…";
    }
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < ' ')
            c = ' ';
    return shown.empty() ? "not understood as Python" : "not understood as Python: " + shown;
}

std::optional<std::string> problemAt(TSNode node, const Grammar& grammar, std::string_view text) {
    if (ts_node_is_missing(node))
        return missingText(node);
    if (grammar.kind(node) == Node::Error)
        return errorText(node, text);
    // `print >> file` is an expression; anything else behind these two words is Python 2.
    if (grammar.kind(node) == Node::Python2 &&
        std::string_view(ts_node_type(ts_node_child(node, 1))) != "chevron")
        return "print and exec statements are Python 2; in Python 3 they are functions";
    return std::nullopt;
}

} // namespace

std::vector<facts::FileProblem> syntaxErrors(TSNode root, std::string_view text, Positions& positions,
                                             std::size_t most, bool hasPython2) {
    const Grammar& grammar = Grammar::get();
    std::vector<facts::FileProblem> problems;
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    for (bool more = true; more;) {
        const TSNode node = ts_tree_cursor_current_node(&cursor);
        std::optional<std::string> message = problemAt(node, grammar, text);
        if (message && problems.size() == most) {
            problems.push_back({"syntax-error", ts_node_start_point(node).row + 1,
                                positions.startColumn(node), "there are more syntax errors from here on"});
            break;
        }
        if (message)
            problems.push_back({"syntax-error", ts_node_start_point(node).row + 1,
                                positions.startColumn(node), std::move(*message)});
        else if ((hasPython2 || ts_node_has_error(node)) && ts_tree_cursor_goto_first_child(&cursor))
            continue;
        while (more && !ts_tree_cursor_goto_next_sibling(&cursor))
            more = ts_tree_cursor_goto_parent(&cursor);
    }
    ts_tree_cursor_delete(&cursor);
    return problems;
}

} // namespace espalier::symbols
