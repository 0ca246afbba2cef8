#include "graph/execution/doubts.h"
#include "graph/execution/outline_nodes.h"

#include <algorithm>
#include <array>

namespace espalier::graph::execution {

using facts::Op;
using facts::Truth;

Machine::Flow Machine::block(const Code& code, std::uint32_t at) {
    const std::uint32_t end = code.outline.nodes[at].end;
    for (std::uint32_t child = at + 1; child < end; child = code.outline.nodes[child].end)
        if (const Flow flow = statement(code, child); flow != Flow::Next)
            return flow;
    return Flow::Next;
}

Machine::Flow Machine::statement(const Code& code, std::uint32_t at) {
    if (++steps_ > mostSteps_)
        return Flow::Abort;
    const Node& node = code.outline.nodes[at];
    Value value;
    switch (node.op) {
    case Op::Import:
        return importStatement(code, at);
    case Op::From:
        return fromStatement(code, at);
    case Op::Block:
        return block(code, at);
    case Op::Assign:
        return assign(code, at);
    case Op::Delete:
        return erase(code, at);
    case Op::If:
        return ifStatement(code, at, nullptr);
    case Op::Loop:
        return loop(code, at);
    case Op::Try:
        return tryStatement(code, at);
    case Op::With:
        return with(code, at);
    case Op::Function: {
        const Flow flow = define(code, at, value);
        if (flow == Flow::Next)
            bind(code.scope, code.outline.text(node), value);
        return flow;
    }
    case Op::Class:
        return defineClass(code, at);
    case Op::Return: {
        const Flow flow = at + 1 < node.end ? evaluate(code, at + 1, value) : Flow::Next;
        returned_ = value;
        return flow == Flow::Next ? Flow::Return : flow;
    }
    case Op::Raise:
        return raise(code, at);
    case Op::Jump:
        return Flow::Jump;
    case Op::Global:
        code.scope->globals.insert(code.outline.text(node));
        return Flow::Next;
    case Op::Nonlocal:
        return Flow::Next;
    case Op::Annotation:
        return evaluate(code, at + 1, value);
    default:
        return evaluate(code, at, value);
    }
}

Machine::Flow Machine::assign(const Code& code, std::uint32_t at) {
    const std::uint32_t values = at + 1, end = code.outline.nodes[at].end;
    Value value;
    if (const Flow flow = evaluate(code, values, value); flow != Flow::Next)
        return flow;
    for (std::uint32_t target = code.outline.nodes[values].end; target < end;
         target = code.outline.nodes[target].end) {
        registerModule(code, target);
        const bool parts = code.outline.nodes[target].op == Op::Unpack;
        const Flow flow = parts ? unpack(code, target, values) : assignTo(code, target, value);
        if (flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

// sys.modules["a.b"] = …: whoever imports a.b gets something else.
void Machine::registerModule(const Code& code, std::uint32_t target) {
    const auto& nodes = code.outline.nodes;
    const std::uint32_t item = target + 1;
    if (nodes[target].op != Op::Unpack || item >= nodes[target].end || nodes[item].op != Op::Subscript ||
        lastName(code.outline, nodes[item + 1]) != "modules")
        return;
    const std::uint32_t key = nodes[item + 1].end;
    const bool own = nodes[key].op == Op::Load && code.outline.text(nodes[key]) == "__name__";
    if (own)
        registered_.insert(snapshot_[moduleOf(code)].name);
    else if (nodes[key].op == Op::Text)
        registered_.emplace(code.outline.text(nodes[key]));
    else
        cannotTell("sets an entry of sys.modules");
}

// `a, b = x, y` one by one; of what is taken apart otherwise nothing is known.
Machine::Flow Machine::unpack(const Code& code, std::uint32_t target, std::uint32_t values) {
    const auto targets = childrenOf(code.outline, target);
    const auto parts = childrenOf(code.outline, values);
    const bool oneByOne = code.outline.nodes[values].op == Op::Sequence && parts.size() == targets.size();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        Value value = Value::of(Kind::Unknown);
        const Op op = code.outline.nodes[targets[i]].op;
        if (oneByOne) // its parts have run: what they call is not called again
            if (const Op part = code.outline.nodes[parts[i]].op;
                part == Op::Load || part == Op::Attribute || part == Op::Plain || part == Op::Text)
                if (const Flow flow = evaluate(code, parts[i], value); flow != Flow::Next)
                    return flow;
        const bool isTarget = op == Op::Bind || op == Op::SetAttribute || op == Op::Unpack;
        Value ignored;
        if (const Flow flow =
                isTarget ? assignTo(code, targets[i], value) : evaluate(code, targets[i], ignored);
            flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

Machine::Flow Machine::assignTo(const Code& code, std::uint32_t target, const Value& value) {
    const Node& node = code.outline.nodes[target];
    if (node.op == Op::Bind) {
        bind(code.scope, code.outline.text(node), value);
        return Flow::Next;
    }
    if (node.op == Op::Unpack)
        return unpack(code, target, target);
    Value object;
    if (const Flow flow = evaluate(code, target + 1, object); flow != Flow::Next)
        return flow;
    const std::string_view name = code.outline.text(node);
    if (object.kind == Kind::Module)
        bind(modules_[object.id].scope, name, value);
    else if (object.kind == Kind::Class)
        bind(classes_[object.id].scope, name, value);
    else if (object.kind == Kind::Instance)
        instances_[object.id].attributes[name] = value;
    return Flow::Next;
}

Machine::Flow Machine::erase(const Code& code, std::uint32_t at) {
    for (const std::uint32_t target : childrenOf(code.outline, at)) {
        const Node& node = code.outline.nodes[target];
        Value object;
        if (node.op == Op::Unpack) {
            if (const Flow flow = erase(code, target); flow != Flow::Next)
                return flow;
        } else if (node.op == Op::Bind) {
            if (inDoubt())
                return restartAtDoubts();
            code.scope->names.erase(code.outline.text(node));
        } else if (node.op == Op::SetAttribute) {
            if (const Flow flow = evaluate(code, target + 1, object); flow != Flow::Next)
                return flow;
            if (object.kind == Kind::Module && inDoubt())
                return restartAtDoubts();
            if (object.kind == Kind::Module)
                modules_[object.id].scope->names.erase(code.outline.text(node));
        }
    }
    return Flow::Next;
}

// Of a statement, or of an expression, whose value goes to `value`.
Machine::Flow Machine::ifStatement(const Code& code, std::uint32_t at, Value* value) {
    const Node& node = code.outline.nodes[at];
    const auto parts = childrenOf(code.outline, at);
    Value condition;
    if (node.truth == Truth::Open)
        if (const Flow flow = evaluate(code, parts.front(), condition); flow != Flow::Next)
            return flow;
    std::array<Value, 2> values;
    const auto go = [&](std::size_t part) {
        if (part >= parts.size())
            return Flow::Next;
        return value != nullptr ? evaluate(code, parts[part], values[part - 1]) : block(code, parts[part]);
    };
    const auto give = [&](Flow flow, const Value& result) {
        if (value != nullptr)
            *value = result;
        return flow;
    };
    if (node.truth != Truth::Open) {
        const std::size_t part = node.truth == Truth::True ? 1 : 2;
        const Flow flow = go(part);
        return give(flow, values[part - 1]);
    }
    std::array<bool, 2> went{};
    const auto note = [&](std::size_t part) {
        went[part - 1] = true;
        return go(part);
    };
    const Flow flow = choose(
        {&code.outline, at}, [&] { return note(1); }, [&] { return note(2); });
    if (went[0] && went[1])
        return give(flow, values[0].sameAs(values[1]) ? values[0] : Value::of(Kind::Unknown));
    return give(flow, values[went[0] ? 0 : 1]);
}

// The body runs once at most: what it does again and again it has done then.
Machine::Flow Machine::loop(const Code& code, std::uint32_t at) {
    const Node& node = code.outline.nodes[at];
    const auto parts = childrenOf(code.outline, at);
    const std::size_t firstDoubt = frames_.back().doubts.size();
    std::size_t body = 1;
    Value value;
    if (const Flow flow = evaluate(code, parts.front(), value); flow != Flow::Next)
        return flow;
    const bool isFor = code.outline.nodes[parts[1]].op != Op::Block;
    const auto once = [&] {
        if (isFor)
            if (const Flow flow = assignTo(code, parts[1], Value::of(Kind::Unknown)); flow != Flow::Next)
                return flow;
        const Flow flow = block(code, parts[body]);
        return flow == Flow::Jump ? Flow::Next : flow;
    };
    body += isFor ? 1 : 0;
    Flow flow = Flow::Next;
    if (node.truth == Truth::True)
        flow = once();
    else if (node.truth == Truth::Open)
        flow = choose({&code.outline, at}, once, [] { return Flow::Next; });
    if (flow == Flow::Next && body + 1 < parts.size())
        flow = block(code, parts[body + 1]);
    endDoubts(firstDoubt, Until::Loop);
    return flow;
}

} // namespace espalier::graph::execution
