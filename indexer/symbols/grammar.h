// What the nodes of tree-sitter's Python grammar mean to the walk: its symbols and fields as small enums,
// looked up once per process.
#pragma once

#include <tree_sitter/api.h>

#include <cstdint>
#include <vector>

namespace espalier::symbols {

// Kinds of nodes that are treated alike.
enum class Node : std::uint8_t {
    Skipped, // tokens, numbers, comments: nothing within
    Plain,   // children are ordinary expressions or statements
    Wrapper, // passes on what is asked of it: (x), a tuple of targets, `type`
    ArgumentList,
    AsPattern,
    AsTarget,
    Assignment,
    Attribute,
    AugmentedAssignment,
    Call,
    CasePattern,
    Class,
    ClassPattern,
    Comprehension,
    ConstrainedType,
    Decorated,
    Decorator,
    Delete,
    DottedName,
    Error,
    ExceptClause,
    For,
    Function,
    Global,
    Identifier,
    Import,
    ImportFrom,
    KeywordArgument,
    KeywordPattern,
    Lambda,
    MemberType,
    NamedExpression,
    Nonlocal,
    Parameter, // with a type or a default
    Parameters,
    Python2, // the print and exec statements
    String,
    Subscript,
    TypeAlias,
    TypeParameters,
};

enum class Field : std::uint8_t {
    None,
    Alias,
    Attribute,
    Body,
    Definition,
    Function,
    Left,
    Name,
    Parameters,
    ReturnType,
    Right,
    Superclasses,
    Type,
    TypeParameters,
    Value,
    Other
};

class Grammar {
public:
    static const Grammar& get();

    [[nodiscard]] const TSLanguage* language() const { return language_; }
    [[nodiscard]] Node kind(TSNode node) const {
        const TSSymbol symbol = ts_node_symbol(node);
        return symbol < kinds_.size() ? kinds_[symbol] : Node::Error; // ERROR is the largest number there is
    }
    [[nodiscard]] Field field(const TSTreeCursor& cursor) const {
        const TSFieldId id = ts_tree_cursor_current_field_id(&cursor);
        return id < fields_.size() ? fields_[id] : Field::Other;
    }
    [[nodiscard]] TSNode child(TSNode node, Field field) const {
        return ts_node_child_by_field_id(node, fieldIds_[static_cast<std::size_t>(field)]);
    }
    [[nodiscard]] bool isComment(TSNode node) const { return ts_node_symbol(node) == comment_; }
    [[nodiscard]] bool isConcatenation(TSNode node) const { return ts_node_symbol(node) == concatenated_; }
    [[nodiscard]] bool isInterpolation(TSNode node) const { return ts_node_symbol(node) == interpolation_; }
    [[nodiscard]] bool isBinary(TSNode node) const { return ts_node_symbol(node) == binary_; }
    [[nodiscard]] bool isParenthesized(TSNode node) const { return ts_node_symbol(node) == parenthesized_; }
    [[nodiscard]] bool isExpressionStatement(TSNode node) const {
        return ts_node_symbol(node) == expression_;
    }

private:
    Grammar();
    [[nodiscard]] TSSymbol symbol(const char* name) const;

    const TSLanguage* language_;
    std::vector<Node> kinds_;
    std::vector<Field> fields_;
    std::vector<TSFieldId> fieldIds_;
    TSSymbol comment_, concatenated_, interpolation_, binary_, parenthesized_, expression_;
};

} // namespace espalier::symbols
