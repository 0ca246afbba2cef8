#include "indexer/symbols/outline_writer.h"

#include <array>
#include <utility>

namespace espalier::symbols {

using facts::Op;
using facts::Truth;

namespace {

template <std::size_t N>
bool isOneOf(std::string_view type, const std::array<std::string_view, N>& types) {
    for (const std::string_view each : types)
        if (each == type)
            return true;
    return false;
}

constexpr std::array<std::string_view, 12> kPlain{"not_operator",
                                                  "comparison_operator",
                                                  "binary_operator",
                                                  "unary_operator",
                                                  "dictionary",
                                                  "pair",
                                                  "slice",
                                                  "interpolation",
                                                  "assert_statement",
                                                  "format_specifier",
                                                  "format_expression",
                                                  "concatenated_string"};
constexpr std::array<std::string_view, 4> kSequence{"list", "tuple", "set", "expression_list"};
constexpr std::array<std::string_view, 7> kConstant{"integer", "float",    "true",           "false",
                                                    "none",    "ellipsis", "type_conversion"};
constexpr std::array<std::string_view, 4> kComprehension{"list_comprehension", "set_comprehension",
                                                         "dictionary_comprehension", "generator_expression"};
constexpr std::array<std::string_view, 6> kThrough{
    "parenthesized_expression", "type", "generic_type", "type_parameter", "union_type", "constrained_type"};
constexpr std::array<std::string_view, 6> kManyTargets{
    "pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "expression_list", "tuple"};

Truth opposite(Truth truth) {
    return truth == Truth::Open ? truth : truth == Truth::True ? Truth::False : Truth::True;
}

} // namespace

OutlineWriter::Open::Open(OutlineWriter& writer, Op op, TSNode at, std::string_view text,
                          std::string_view other)
    : writer_(writer)
    , index_(writer.out_.nodes.size()) {
    facts::OutlineNode node;
    node.op = op;
    node.line = ts_node_is_null(at) ? 0 : ts_node_start_point(at).row + 1;
    node.text = writer.intern(text);
    node.other = writer.intern(other);
    writer.out_.nodes.push_back(node);
}

OutlineWriter::Open::~Open() {
    node().end = static_cast<std::uint32_t>(writer_.out_.nodes.size());
}

OutlineWriter::OutlineWriter(std::string_view text, facts::Outline& out)
    : text_(text)
    , out_(out) {
    intern({});
}

std::uint32_t OutlineWriter::intern(std::string_view text) {
    const auto [at, isNew] =
        ids_.try_emplace(std::string(text), static_cast<std::uint32_t>(out_.texts.size()));
    if (isNew)
        out_.texts.emplace_back(text);
    return at->second;
}

std::string_view OutlineWriter::textOf(TSNode node) const {
    if (ts_node_is_null(node))
        return {};
    const std::uint32_t start = ts_node_start_byte(node);
    return text_.substr(start, ts_node_end_byte(node) - start);
}

std::string OutlineWriter::name(TSNode node) const {
    std::string out;
    for (const char c : textOf(node))
        if (c != ' ' && c != '\t' && c != '\\' && c != '\n' && c != '\r' && c != '\f')
            out += c;
    return out;
}

void OutlineWriter::leaf(Op op, TSNode at, std::string_view text) {
    const Open open(*this, op, at, text);
}

void OutlineWriter::children(TSNode node) {
    for (const TSNode child : namedChildren(node))
        expression(child);
}

void OutlineWriter::expression(TSNode node) {
    if (ts_node_is_null(node))
        return;
    if (depth_ > kMostDepth) {
        out_.complete = false;
        leaf(Op::Unknown, node);
        return;
    }
    ++depth_;
    const std::string_view type = typeOf(node);
    if (type == "identifier")
        leaf(Op::Load, node, textOf(node));
    else if (type == "attribute") {
        const Open open(*this, Op::Attribute, node, textOf(fieldOf(node, "attribute")));
        expression(fieldOf(node, "object"));
    } else if (type == "call")
        call(node);
    else if (type == "string")
        string(node);
    else if (type == "lambda")
        lambda(node);
    else if (type == "assignment")
        assignment(node);
    else if (isOneOf(type, kConstant))
        leaf(Op::Plain, node);
    else if (isOneOf(type, kComprehension))
        comprehension(node);
    else if (isOneOf(type, kThrough))
        children(node);
    else if (!operatorExpression(node, type)) {
        const Open open(*this, Op::Unknown, node);
        if (type == "yield" || type == "await")
            (functions_.empty() ? out_.complete : functions_.back().suspends) = !functions_.empty();
        children(node);
    }
    --depth_;
}

bool OutlineWriter::operatorExpression(TSNode node, std::string_view type) {
    if (isOneOf(type, kPlain)) {
        const Open open(*this, Op::Plain, node);
        children(node);
    } else if (isOneOf(type, kSequence)) {
        const Open open(*this, Op::Sequence, node);
        children(node);
    } else if (type == "boolean_operator") {
        const Open open(*this, Op::Either, node);
        expression(fieldOf(node, "left"));
        expression(fieldOf(node, "right"));
    } else if (type == "conditional_expression") { // value, condition, other value
        const std::vector<TSNode> parts = namedChildren(node);
        if (parts.size() != 3)
            return false;
        const Open open(*this, Op::If, node);
        open.node().truth = truth(parts[1]);
        expression(parts[1]);
        expression(parts[0]);
        expression(parts[2]);
    } else if (type == "subscript") {
        const Open open(*this, Op::Subscript, node);
        children(node);
    } else if (type == "named_expression") {
        const Open open(*this, Op::Assign, node);
        expression(fieldOf(node, "value"));
        target(fieldOf(node, "name"));
    } else if (type == "augmented_assignment") {
        const TSNode left = fieldOf(node, "left");
        const Open open(*this, Op::Assign, node);
        {
            const Open value(*this, Op::Plain, node);
            expression(left);
            expression(fieldOf(node, "right"));
        }
        target(left);
    } else if (type == "list_splat" || type == "dictionary_splat") {
        const Open open(*this, Op::Unknown, node);
        children(node);
    } else
        return false;
    return true;
}

void OutlineWriter::call(TSNode node) {
    const Open open(*this, Op::Call, node);
    expression(fieldOf(node, "function"));
    const TSNode list = fieldOf(node, "arguments");
    if (typeOf(list) == "argument_list")
        arguments(list);
    else
        expression(list);
}

void OutlineWriter::arguments(TSNode list) {
    for (const TSNode child : namedChildren(list)) {
        const std::string_view type = typeOf(child);
        if (type == "keyword_argument") {
            const Open open(*this, Op::Keyword, child, textOf(fieldOf(child, "name")));
            expression(fieldOf(child, "value"));
        } else if (type == "dictionary_splat") {
            const Open open(*this, Op::Keyword, child);
            children(child);
        } else
            expression(child);
    }
}

void OutlineWriter::lambda(TSNode node) {
    const Open open(*this, Op::Function, node);
    parameters(fieldOf(node, "parameters"));
    functions_.emplace_back();
    const bool inClass = std::exchange(inClass_, false);
    expression(fieldOf(node, "body"));
    inClass_ = inClass;
    if (functions_.back().suspends)
        open.node().bits |= facts::outline_bits::kSuspends;
    functions_.pop_back();
}

void OutlineWriter::parameters(TSNode list) {
    if (ts_node_is_null(list))
        return;
    for (const TSNode child : namedChildren(list))
        parameter(child);
}

// x, *x, **x, x=1, x: T, *x: T, x: T = 1; "*" and "/" alone are none.
void OutlineWriter::parameter(TSNode node) {
    TSNode inner = node;
    const TSNode type = fieldOf(node, "type"), value = fieldOf(node, "value");
    if (const TSNode named = fieldOf(node, "name"); !ts_node_is_null(named))
        inner = named;
    else if (typeOf(node) == "typed_parameter")
        inner = namedChildren(node).front();
    const std::string_view kind = typeOf(inner);
    const bool many = kind == "list_splat_pattern" || kind == "dictionary_splat_pattern";
    if (many && !namedChildren(inner).empty())
        inner = namedChildren(inner).front();
    if (typeOf(inner) == "identifier") {
        const Open open(*this, Op::Parameter, node, textOf(inner));
        open.node().bits = many ? facts::outline_bits::kMany : 0;
        if (!ts_node_is_null(value))
            expression(value);
    }
    if (!ts_node_is_null(type))
        annotation(type);
}

// Its own names are its own: what it reads of them is left out by binding them first.
void OutlineWriter::comprehension(TSNode node) {
    const Open open(*this, Op::Comprehension, node);
    const std::vector<TSNode> parts = namedChildren(node);
    bool first = true;
    for (const TSNode part : parts)
        if (typeOf(part) == "for_in_clause") {
            for (const TSNode through : fieldsOf(part, "right")) {
                if (typeOf(through) == "," || !std::exchange(first, false))
                    continue;
                expression(through);
            }
        }
    if (first)
        leaf(Op::Plain, node);
    const Open rest(*this, Op::Block, node);
    first = true;
    for (const TSNode part : parts)
        if (typeOf(part) == "for_in_clause") {
            for (const TSNode through : fieldsOf(part, "right"))
                if (typeOf(through) != "," && !std::exchange(first, false))
                    expression(through);
            const Open bind(*this, Op::Assign, part);
            leaf(Op::Unknown, part);
            target(fieldOf(part, "left"));
        } else if (typeOf(part) == "if_clause")
            children(part);
    expression(fieldOf(node, "body"));
}

void OutlineWriter::string(TSNode node) {
    const std::vector<TSNode> parts = namedChildren(node);
    if (parts.size() == 3 && typeOf(parts[1]) == "string_content" &&
        ts_node_named_child_count(parts[1]) == 0) {
        leaf(Op::Text, node, textOf(parts[1]));
        return;
    }
    const Open open(*this, Op::Plain, node);
    for (const TSNode part : parts)
        if (typeOf(part) == "interpolation")
            expression(part);
}

void OutlineWriter::target(TSNode node) {
    if (ts_node_is_null(node))
        return;
    const std::string_view type = typeOf(node);
    if (type == "identifier")
        leaf(Op::Bind, node, textOf(node));
    else if (type == "attribute") {
        const Open open(*this, Op::SetAttribute, node, textOf(fieldOf(node, "attribute")));
        expression(fieldOf(node, "object"));
    } else if (isOneOf(type, kManyTargets) && depth_ <= kMostDepth) {
        ++depth_;
        const Open open(*this, Op::Unpack, node);
        for (const TSNode child : namedChildren(node))
            target(child);
        --depth_;
    } else if (type == "parenthesized_expression" && ts_node_named_child_count(node) == 1)
        target(ts_node_named_child(node, 0));
    else {
        const Open open(*this, Op::Unpack, node);
        expression(node);
    }
}

Truth OutlineWriter::truth(TSNode node) const {
    const std::string_view type = typeOf(node);
    if (type == "parenthesized_expression" && ts_node_named_child_count(node) == 1)
        return truth(ts_node_named_child(node, 0));
    if (type == "true" || type == "false")
        return type == "true" ? Truth::True : Truth::False;
    if (type == "none")
        return Truth::False;
    if (type == "integer")
        return textOf(node) == "0" ? Truth::False : textOf(node) == "1" ? Truth::True : Truth::Open;
    if (type == "identifier")
        return typeChecking_.contains(std::string(textOf(node))) ? Truth::False : Truth::Open;
    if (type == "attribute")
        return textOf(fieldOf(node, "attribute")) == "TYPE_CHECKING" ? Truth::False : Truth::Open;
    if (type == "not_operator")
        return opposite(truth(fieldOf(node, "argument")));
    if (type == "comparison_operator")
        return comparisonTruth(node);
    return type == "boolean_operator" ? both(node) : Truth::Open;
}

// `__name__ == "__main__"`: a module that is imported is not run as a script.
Truth OutlineWriter::comparisonTruth(TSNode node) const {
    const std::vector<TSNode> sides = namedChildren(node);
    if (sides.size() != 2)
        return Truth::Open;
    const auto isMain = [](std::string_view text) { return text == "'__main__'" || text == "\"__main__\""; };
    const std::string_view left = textOf(sides[0]), right = textOf(sides[1]);
    if (!(left == "__name__" && isMain(right)) && !(right == "__name__" && isMain(left)))
        return Truth::Open;
    const std::string_view sign = textOf(fieldOf(node, "operators"));
    return sign == "==" ? Truth::False : sign == "!=" ? Truth::True : Truth::Open;
}

Truth OutlineWriter::both(TSNode node) const {
    const Truth left = truth(fieldOf(node, "left")), right = truth(fieldOf(node, "right"));
    const Truth decides = textOf(fieldOf(node, "operator")) == "and" ? Truth::False : Truth::True;
    if (left == decides || right == decides)
        return decides;
    return left == Truth::Open || right == Truth::Open ? Truth::Open : opposite(decides);
}

} // namespace espalier::symbols
