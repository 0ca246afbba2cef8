// Writes the outline of one syntax tree.
#pragma once

#include "indexer/facts/outline.h"

#include <tree_sitter/api.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace espalier::symbols {

class OutlineWriter {
public:
    // `text` must outlive this.
    OutlineWriter(std::string_view text, facts::Outline& out);
    void module(TSNode root);

private:
    using Op = facts::Op;
    static constexpr int kMostDepth = 300;

    // A node that is open until it goes out of scope.
    class Open {
    public:
        Open(OutlineWriter& writer, Op op, TSNode at, std::string_view text = {},
             std::string_view other = {});
        ~Open();
        Open(const Open&) = delete;
        [[nodiscard]] facts::OutlineNode& node() const { return writer_.out_.nodes[index_]; }

    private:
        OutlineWriter& writer_;
        std::size_t index_;
    };
    struct Function {
        bool suspends = false;
    };

    // Statements (outline_statements.cpp).
    void statements(TSNode block);
    void block(TSNode block, Op op = Op::Block);
    void statement(TSNode node);
    bool simpleStatement(TSNode node, std::string_view type);
    void importStatement(TSNode node);
    void fromStatement(TSNode node, bool future);
    void imported(TSNode name);
    void ifStatement(TSNode node);
    void alternative(TSNode node, std::size_t next);
    void forStatement(TSNode node);
    void whileStatement(TSNode node);
    void loopElse(TSNode node);
    void tryStatement(TSNode node);
    void handler(TSNode node);
    void withStatement(TSNode node);
    void matchStatement(TSNode node);
    void matchCase(const std::vector<TSNode>& cases, std::size_t index);
    void captures(TSNode pattern);
    void patternValues(TSNode pattern);
    void definition(TSNode node, const std::vector<TSNode>& decorators);
    void decoration(const std::vector<TSNode>& decorators);
    void function(TSNode node, const std::vector<TSNode>& decorators);
    void classDefinition(TSNode node, const std::vector<TSNode>& decorators);
    void names(TSNode node, Op op);
    void assignment(TSNode node);
    void annotation(TSNode type);

    // Expressions and targets (outline_expressions.cpp).
    void expression(TSNode node);
    bool operatorExpression(TSNode node, std::string_view type);
    void call(TSNode node);
    void argument(TSNode node);
    void arguments(TSNode list);
    void lambda(TSNode node);
    void parameters(TSNode list);
    void parameter(TSNode node);
    void comprehension(TSNode node);
    void string(TSNode node);
    void children(TSNode node);
    void leaf(Op op, TSNode at, std::string_view text = {});
    void target(TSNode node);
    [[nodiscard]] facts::Truth truth(TSNode condition) const;
    [[nodiscard]] facts::Truth comparisonTruth(TSNode condition) const;
    [[nodiscard]] facts::Truth both(TSNode condition) const;

    [[nodiscard]] std::string_view textOf(TSNode node) const;
    [[nodiscard]] std::string name(TSNode node) const; // without blanks, as in `a . b`
    std::uint32_t intern(std::string_view text);

    std::string_view text_;
    facts::Outline& out_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::unordered_set<std::string> typeChecking_{"TYPE_CHECKING"}; // names that are false at run time
    std::vector<Function> functions_;                               // around this place
    bool inClass_ = false;                                          // directly
    bool lateAnnotations_ = false;                                  // from __future__ import annotations
    int depth_ = 0;
};

// The named children of a node, comments left out.
[[nodiscard]] std::vector<TSNode> namedChildren(TSNode node);
[[nodiscard]] std::string_view typeOf(TSNode node);
// By field; a null node if there is none.
[[nodiscard]] TSNode fieldOf(TSNode node, std::string_view field);
[[nodiscard]] std::vector<TSNode> fieldsOf(TSNode node, std::string_view field);

} // namespace espalier::symbols
