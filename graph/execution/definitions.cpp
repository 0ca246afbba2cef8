// Functions and classes as they are made, with their decorators.
#include "graph/execution/doubts.h"
#include "graph/execution/outline_nodes.h"

#include <algorithm>

namespace espalier::graph::execution {

using facts::Op;

Machine::Flow Machine::define(const Code& code, std::uint32_t at, Value& out) {
    Function function;
    function.outline = &code.outline;
    function.node = at;
    function.around = code.scope;
    std::vector<std::uint32_t> decorators;
    for (const std::uint32_t part : childrenOf(code.outline, at)) {
        const Node& child = code.outline.nodes[part];
        Value value;
        Flow flow = Flow::Next;
        if (child.op == Op::Parameter && part + 1 < child.end) {
            flow = evaluate(code, part + 1, value);
            function.defaults.emplace_back(code.outline.text(child), value);
        } else if (child.op == Op::Annotation) {
            flow = evaluate(code, part + 1, value);
        } else if (child.op == Op::Decorator) {
            decorators.push_back(part + 1);
            const std::string_view name = lastName(code.outline, code.outline.nodes[part + 1]);
            function.isStatic = function.isStatic || name == "staticmethod";
            function.isClassMethod = function.isClassMethod || name == "classmethod";
            function.isProperty = function.isProperty || name == "property" || name == "cached_property";
        }
        if (flow != Flow::Next)
            return flow;
    }
    function.ofClass = code.scope->ofClass;
    functions_.push_back(std::move(function));
    out = Value::of(Kind::Function, static_cast<std::uint32_t>(functions_.size() - 1));
    return decorate(code, decorators, out);
}

// A library's decorator is taken to hand on what it is given, or something that calls it.
Machine::Flow Machine::decorate(const Code& code, std::span<const std::uint32_t> decorators, Value& value) {
    std::vector<Value> callees(decorators.size());
    for (std::size_t i = 0; i < decorators.size(); ++i)
        if (const Flow flow = evaluate(code, decorators[i], callees[i]); flow != Flow::Next)
            return flow;
    for (std::size_t i = decorators.size(); i-- > 0;) {
        if (callees[i].kind == Kind::Outside || callees[i].kind == Kind::Plain)
            continue;
        stand(code, decorators[i]);
        Value result;
        if (const Flow flow = callValue(callees[i], {{value}, {}, false}, result); flow != Flow::Next)
            return flow;
        value = result;
    }
    return Flow::Next;
}

// A frame of its own, which shares what surrounds it.
Machine::Flow Machine::classBody(const Code& code, std::uint32_t at, std::uint32_t body) {
    Frame frame = frames_.back();
    frame.function = code.outline.text(code.outline.nodes[at]);
    frame.doubts.clear();
    frames_.push_back(std::move(frame));
    const Flow flow = block(code, body);
    std::vector<Doubt> doubts = std::move(frames_.back().doubts);
    frames_.pop_back();
    frames_.back().doubts.insert(frames_.back().doubts.end(), doubts.begin(), doubts.end());
    return flow;
}

Machine::Flow Machine::defineClass(const Code& code, std::uint32_t at) {
    const Node& node = code.outline.nodes[at];
    const auto id = static_cast<std::uint32_t>(classes_.size());
    classes_.push_back(
        {code.outline.text(node), addScope(Scope::Kind::Class, code.scope, code.scope->module), {}});
    classes_[id].scope->ofClass = id;
    std::vector<std::uint32_t> decorators;
    Value metaclass;
    const auto parts = childrenOf(code.outline, at);
    stand(code, at);
    for (const std::uint32_t part : parts) {
        const Node& child = code.outline.nodes[part];
        Value value;
        Flow flow = Flow::Next;
        if (child.op == Op::Decorator)
            decorators.push_back(part + 1);
        else if (child.op == Op::Keyword) {
            flow = evaluate(code, part + 1, value);
            metaclass = code.outline.text(child) == "metaclass" ? value : metaclass;
            classes_[id].madeOutside = classes_[id].madeOutside || value.kind == Kind::Outside;
        } else if (part == parts.back()) {
            flow = classBody({code.outline, classes_[id].scope, code.function}, at, part);
        } else {
            flow = evaluate(code, part, value);
            classes_[id].bases.push_back(value);
        }
        if (flow != Flow::Next)
            return flow;
    }
    stand(code, at);
    Value made = Value::of(Kind::Class, id);
    Value hook;
    bool outside = false;
    for (const Value& base : classes_[id].bases)
        if (base.kind == Kind::Class && classAttribute(base.id, "__init_subclass__", hook, outside)) {
            Value ignored;
            if (const Flow flow = callValue(hook, {{made}, {}, true}, ignored); flow != Flow::Next)
                return flow;
            break;
        }
    if (metaclass.kind == Kind::Class)
        for (const std::string_view method : {"__new__", "__init__"})
            if (classAttribute(metaclass.id, method, hook, outside)) {
                Value ignored;
                if (const Flow flow = callValue(hook, {{metaclass}, {}, true}, ignored); flow != Flow::Next)
                    return flow;
            }
    if (const Flow flow = decorate(code, decorators, made); flow != Flow::Next)
        return flow;
    bind(code.scope, code.outline.text(node), made);
    return Flow::Next;
}

} // namespace espalier::graph::execution
