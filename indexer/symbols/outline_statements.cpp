#include "indexer/symbols/outline_writer.h"

#include <algorithm>
#include <utility>

namespace espalier::symbols {

using facts::Op;
using facts::Truth;

void OutlineWriter::module(TSNode root) {
    block(root);
    out_.complete = out_.complete && !ts_node_has_error(root);
}

void OutlineWriter::block(TSNode block, Op op) {
    const Open open(*this, op, block);
    if (!ts_node_is_null(block))
        statements(block);
}

void OutlineWriter::statements(TSNode block) {
    for (const TSNode node : namedChildren(block))
        statement(node);
}

void OutlineWriter::statement(TSNode node) {
    if (depth_ > kMostDepth) {
        out_.complete = false;
        return;
    }
    ++depth_;
    const std::string_view type = typeOf(node);
    if (type == "import_statement")
        importStatement(node);
    else if (type == "import_from_statement" || type == "future_import_statement")
        fromStatement(node, type.front() == 'f');
    else if (type == "if_statement")
        ifStatement(node);
    else if (type == "for_statement")
        forStatement(node);
    else if (type == "while_statement")
        whileStatement(node);
    else if (type == "try_statement")
        tryStatement(node);
    else if (type == "with_statement")
        withStatement(node);
    else if (type == "match_statement")
        matchStatement(node);
    else if (type == "function_definition" || type == "class_definition")
        definition(node, {});
    else if (type == "decorated_definition")
        definition(fieldOf(node, "definition"), namedChildren(node));
    else if (!simpleStatement(node, type))
        expression(node);
    --depth_;
}

bool OutlineWriter::simpleStatement(TSNode node, std::string_view type) {
    const auto with = [&](Op op) {
        const Open open(*this, op, node);
        children(node);
    };
    if (type == "expression_statement")
        children(node);
    else if (type == "return_statement")
        with(Op::Return);
    else if (type == "raise_statement")
        with(Op::Raise);
    else if (type == "break_statement" || type == "continue_statement")
        leaf(Op::Jump, node);
    else if (type == "global_statement")
        names(node, Op::Global);
    else if (type == "nonlocal_statement")
        names(node, Op::Nonlocal);
    else if (type == "delete_statement") {
        const Open open(*this, Op::Delete, node);
        for (const TSNode child : namedChildren(node))
            target(child);
    } else if (type == "type_alias_statement") { // its value is looked at when somebody asks for it
        const Open open(*this, Op::Assign, node);
        leaf(Op::Plain, node);
        const auto parts = fieldsOf(node, "left");
        const std::string whole = parts.empty() ? std::string() : name(parts.front());
        leaf(Op::Bind, node, std::string_view(whole).substr(0, whole.find('[')));
    } else
        return type == "pass_statement";
    return true;
}

void OutlineWriter::names(TSNode node, Op op) {
    for (const TSNode child : namedChildren(node))
        leaf(op, child, textOf(child));
}

void OutlineWriter::importStatement(TSNode node) {
    for (const TSNode child : fieldsOf(node, "name")) {
        const bool aliased = typeOf(child) == "aliased_import";
        const std::string alias = aliased ? name(fieldOf(child, "alias")) : std::string();
        const Open open(*this, Op::Import, node, name(aliased ? fieldOf(child, "name") : child), alias);
    }
}

void OutlineWriter::fromStatement(TSNode node, bool future) {
    std::string module = future ? "__future__" : name(fieldOf(node, "module_name"));
    const std::size_t level = std::min(module.find_first_not_of('.'), module.size());
    const Open open(*this, Op::From, node, std::string_view(module).substr(level));
    open.node().other = static_cast<std::uint32_t>(level);
    for (const TSNode child : namedChildren(node))
        if (typeOf(child) == "wildcard_import")
            leaf(Op::Imported, child, "*");
    for (const TSNode child : fieldsOf(node, "name")) {
        if (future && textOf(child) == "annotations")
            lateAnnotations_ = true;
        imported(child);
    }
}

void OutlineWriter::imported(TSNode node) {
    const bool aliased = typeOf(node) == "aliased_import";
    const std::string what = name(aliased ? fieldOf(node, "name") : node);
    const std::string alias = aliased ? name(fieldOf(node, "alias")) : std::string();
    if (what == "TYPE_CHECKING" && aliased)
        typeChecking_.insert(alias);
    const Open open(*this, Op::Imported, node, what, alias);
}

void OutlineWriter::ifStatement(TSNode node) {
    const Open open(*this, Op::If, node);
    const TSNode condition = fieldOf(node, "condition");
    open.node().truth = truth(condition);
    expression(condition);
    block(fieldOf(node, "consequence"));
    alternative(node, 0);
}

// The part of an if statement behind its first `next` alternatives.
void OutlineWriter::alternative(TSNode node, std::size_t next) {
    const std::vector<TSNode> all = fieldsOf(node, "alternative");
    if (next >= all.size() || depth_ > kMostDepth) {
        out_.complete = out_.complete && next >= all.size();
        return;
    }
    if (typeOf(all[next]) == "else_clause") {
        block(fieldOf(all[next], "body"));
        return;
    }
    ++depth_;
    const Open rest(*this, Op::Block, all[next]);
    const Open open(*this, Op::If, all[next]);
    const TSNode condition = fieldOf(all[next], "condition");
    open.node().truth = truth(condition);
    expression(condition);
    block(fieldOf(all[next], "consequence"));
    alternative(node, next + 1);
    --depth_;
}

void OutlineWriter::forStatement(TSNode node) {
    const Open open(*this, Op::Loop, node);
    const TSNode through = fieldOf(node, "right");
    const std::string_view type = typeOf(through);
    if (type == "tuple" || type == "list" || type == "set" || type == "expression_list")
        open.node().truth = namedChildren(through).empty() ? Truth::False : Truth::True;
    expression(through);
    target(fieldOf(node, "left"));
    block(fieldOf(node, "body"));
    loopElse(node);
}

void OutlineWriter::whileStatement(TSNode node) {
    const Open open(*this, Op::Loop, node);
    const TSNode condition = fieldOf(node, "condition");
    open.node().truth = truth(condition);
    if (open.node().truth == Truth::True)
        open.node().bits = facts::outline_bits::kForever;
    expression(condition);
    block(fieldOf(node, "body"));
    loopElse(node);
}

void OutlineWriter::loopElse(TSNode node) {
    const TSNode otherwise = fieldOf(node, "alternative");
    if (!ts_node_is_null(otherwise))
        block(fieldOf(otherwise, "body"));
}

void OutlineWriter::tryStatement(TSNode node) {
    const Open open(*this, Op::Try, node);
    block(fieldOf(node, "body"));
    for (const TSNode child : namedChildren(node)) {
        const std::string_view type = typeOf(child);
        if (type == "except_clause" || type == "except_group_clause")
            handler(child);
        else if (type == "else_clause")
            block(fieldOf(child, "body"), Op::Else);
        else if (type == "finally_clause")
            block(namedChildren(child).empty() ? TSNode{} : namedChildren(child).back(), Op::Finally);
    }
}

void OutlineWriter::handler(TSNode node) {
    TSNode caught{}, body{};
    for (const TSNode child : namedChildren(node))
        (typeOf(child) == "block" ? body : ts_node_is_null(caught) ? caught : body) = child;
    std::string alias;
    if (!ts_node_is_null(caught) && typeOf(caught) == "as_pattern") {
        alias = name(fieldOf(caught, "alias"));
        caught = namedChildren(caught).front();
    }
    const Open open(*this, Op::Handler, node, {}, alias);
    if (!ts_node_is_null(caught))
        expression(caught);
    block(body);
}

void OutlineWriter::withStatement(TSNode node) {
    const Open open(*this, Op::With, node);
    for (const TSNode clause : namedChildren(node)) {
        if (typeOf(clause) != "with_clause")
            continue;
        for (const TSNode item : namedChildren(clause)) {
            const Open part(*this, Op::Item, item);
            const TSNode value = fieldOf(item, "value");
            const bool bound = typeOf(value) == "as_pattern";
            expression(bound ? namedChildren(value).front() : value);
            if (bound)
                target(namedChildren(fieldOf(value, "alias")).front());
        }
    }
    block(fieldOf(node, "body"));
}

void OutlineWriter::matchStatement(TSNode node) {
    for (const TSNode subject : fieldsOf(node, "subject"))
        expression(subject);
    matchCase(fieldsOf(fieldOf(node, "body"), "alternative"), 0);
}

// A case is an `if` whose condition is open; the cases behind it are its else.
void OutlineWriter::matchCase(const std::vector<TSNode>& cases, std::size_t index) {
    if (index >= cases.size() || depth_ > kMostDepth) {
        out_.complete = out_.complete && index >= cases.size();
        return;
    }
    ++depth_;
    const TSNode node = cases[index];
    const Open open(*this, Op::If, node);
    const TSNode guard = fieldOf(node, "guard");
    const std::vector<TSNode> parts = namedChildren(node);
    const bool always = ts_node_is_null(guard) && !parts.empty() && textOf(parts.front()) == "_";
    open.node().truth = always ? Truth::True : Truth::Open;
    {
        const Open condition(*this, Op::Plain, node);
        for (const TSNode part : parts)
            if (typeOf(part) == "case_pattern")
                patternValues(part);
        if (!ts_node_is_null(guard))
            children(guard);
    }
    {
        const Open body(*this, Op::Block, node);
        for (const TSNode part : parts)
            if (typeOf(part) == "case_pattern")
                captures(part);
        statements(fieldOf(node, "consequence"));
    }
    if (index + 1 < cases.size()) {
        const Open rest(*this, Op::Block, node);
        matchCase(cases, index + 1);
    }
    --depth_;
}

// Dotted names and classes of a pattern are read; single names are bound.
void OutlineWriter::patternValues(TSNode pattern) {
    if (typeOf(pattern) == "dotted_name") {
        const std::vector<TSNode> parts = namedChildren(pattern);
        const bool ofClass = typeOf(ts_node_parent(pattern)) == "class_pattern";
        if (!parts.empty() && (parts.size() > 1 || ofClass))
            leaf(Op::Load, pattern, textOf(parts.front()));
        return;
    }
    for (const TSNode child : namedChildren(pattern))
        patternValues(child);
}

void OutlineWriter::captures(TSNode pattern) {
    const std::string_view type = typeOf(pattern);
    if (type == "dotted_name") {
        if (namedChildren(pattern).size() == 1 && typeOf(ts_node_parent(pattern)) != "class_pattern") {
            const Open open(*this, Op::Assign, pattern);
            leaf(Op::Unknown, pattern);
            leaf(Op::Bind, pattern, textOf(pattern));
        }
        return;
    }
    for (const TSNode child : namedChildren(pattern))
        captures(child);
}

void OutlineWriter::definition(TSNode node, const std::vector<TSNode>& decorators) {
    if (ts_node_is_null(node))
        return;
    if (typeOf(node) == "class_definition")
        classDefinition(node, decorators);
    else
        function(node, decorators);
}

void OutlineWriter::decoration(const std::vector<TSNode>& decorators) {
    for (const TSNode node : decorators)
        if (typeOf(node) == "decorator") {
            const Open open(*this, Op::Decorator, node);
            children(node);
        }
}

void OutlineWriter::function(TSNode node, const std::vector<TSNode>& decorators) {
    const Open open(*this, Op::Function, node, textOf(fieldOf(node, "name")));
    decoration(decorators);
    parameters(fieldOf(node, "parameters"));
    if (const TSNode returns = fieldOf(node, "return_type"); !ts_node_is_null(returns))
        annotation(returns);
    const bool inClass = std::exchange(inClass_, false);
    functions_.emplace_back();
    block(fieldOf(node, "body"));
    const bool isAsync = ts_node_child_count(node) > 0 && typeOf(ts_node_child(node, 0)) == "async";
    if (functions_.back().suspends || isAsync)
        open.node().bits |= facts::outline_bits::kSuspends;
    functions_.pop_back();
    inClass_ = inClass;
}

void OutlineWriter::classDefinition(TSNode node, const std::vector<TSNode>& decorators) {
    const Open open(*this, Op::Class, node, textOf(fieldOf(node, "name")));
    decoration(decorators);
    if (const TSNode bases = fieldOf(node, "superclasses"); !ts_node_is_null(bases))
        arguments(bases);
    const bool inClass = std::exchange(inClass_, true);
    block(fieldOf(node, "body"));
    inClass_ = inClass;
}

// Annotations of a function's own variables are never run.
void OutlineWriter::annotation(TSNode type) {
    if (lateAnnotations_)
        return;
    const Open open(*this, Op::Annotation, type);
    expression(type);
}

void OutlineWriter::assignment(TSNode node) {
    const TSNode value = fieldOf(node, "right"), type = fieldOf(node, "type");
    if (!ts_node_is_null(value)) {
        const Open open(*this, Op::Assign, node);
        if (typeOf(value) == "assignment") { // a = b = value
            std::vector<TSNode> targets{fieldOf(node, "left")};
            TSNode last = value;
            for (; typeOf(last) == "assignment" && !ts_node_is_null(fieldOf(last, "right"));
                 last = fieldOf(last, "right"))
                targets.push_back(fieldOf(last, "left"));
            expression(last);
            for (const TSNode each : targets)
                target(each);
        } else {
            expression(value);
            target(fieldOf(node, "left"));
        }
    }
    if (!ts_node_is_null(type) && (functions_.empty() || inClass_))
        annotation(type);
}

} // namespace espalier::symbols
