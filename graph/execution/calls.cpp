#include "graph/execution/doubts.h"

#include <algorithm>

namespace espalier::graph::execution {

using facts::Op;

namespace {

constexpr std::ptrdiff_t kMostRecursion = 2;

// The names that a function binds itself, its parameters included.
void collectLocals(const facts::Outline& outline, std::uint32_t from, std::uint32_t end,
                   std::unordered_set<std::string_view>& bound,
                   std::unordered_set<std::string_view>& declared) {
    for (std::uint32_t at = from; at < end;) {
        const facts::OutlineNode& node = outline.nodes[at];
        std::uint32_t next = at + 1;
        switch (node.op) {
        case Op::Bind:
            bound.insert(outline.text(node));
            break;
        case Op::Function:
        case Op::Class:
            if (node.text != 0)
                bound.insert(outline.text(node));
            next = node.end;
            break;
        case Op::Comprehension:
            next = node.end;
            break;
        case Op::Handler:
            bound.insert(outline.other(node));
            break;
        case Op::Imported:
            bound.insert(node.other != 0 ? outline.other(node) : outline.text(node));
            break;
        case Op::Import: {
            const std::string_view name = outline.text(node);
            bound.insert(node.other != 0 ? outline.other(node) : name.substr(0, name.find('.')));
            break;
        }
        case Op::Global:
        case Op::Nonlocal:
            declared.insert(outline.text(node));
            break;
        default:
            break;
        }
        at = next;
    }
}

} // namespace

const std::unordered_set<std::string_view>& World::localsOf(const facts::Outline& outline,
                                                            std::uint32_t function) {
    const auto [at, isNew] = locals.try_emplace(Place{&outline, function});
    if (isNew) {
        std::unordered_set<std::string_view> declared;
        for (std::uint32_t child = function + 1; child < outline.nodes[function].end;
             child = outline.nodes[child].end) {
            const facts::OutlineNode& node = outline.nodes[child];
            if (node.op == Op::Parameter)
                at->second.insert(outline.text(node));
            else if (node.op == Op::Block)
                collectLocals(outline, child + 1, node.end, at->second, declared);
        }
        for (const std::string_view name : declared)
            at->second.erase(name);
    }
    return at->second;
}

const std::unordered_set<std::string_view>& World::namesOf(const facts::Outline& outline) {
    const auto [at, isNew] = names.try_emplace(&outline);
    for (const facts::OutlineNode& node : outline.nodes) {
        if (!isNew)
            break;
        if (node.op == Op::Function || node.op == Op::Class || node.op == Op::Bind ||
            node.op == Op::SetAttribute)
            at->second.insert(outline.text(node));
        else if (node.op == Op::Imported)
            at->second.insert(node.other != 0 ? outline.other(node) : outline.text(node));
    }
    return at->second;
}

Machine::Flow Machine::call(const Code& code, std::uint32_t at, Value& out) {
    const Node& node = code.outline.nodes[at];
    Value callee;
    if (const Flow flow = evaluate(code, at + 1, callee); flow != Flow::Next)
        return flow;
    Arguments arguments;
    for (std::uint32_t child = code.outline.nodes[at + 1].end; child < node.end;
         child = code.outline.nodes[child].end) {
        const Node& argument = code.outline.nodes[child];
        const bool named = argument.op == Op::Keyword;
        Value value;
        if (const Flow flow = evaluate(code, named ? child + 1 : child, value); flow != Flow::Next)
            return flow;
        if (named && argument.text != 0)
            arguments.named.emplace_back(code.outline.text(argument), value);
        else if (named || (argument.op == Op::Unknown && value.kind == Kind::Unknown))
            arguments.open = true;
        else
            arguments.positional.push_back(value);
    }
    stand(code, at);
    if (callee.kind == Kind::Outside) {
        Flow flow = Flow::Next;
        out = Value::of(Kind::Outside);
        if (code.outline.nodes[at + 1].op == Op::Load &&
            code.outline.text(code.outline.nodes[at + 1]) == "super")
            out = superOf(code);
        else if (dynamicImport(code, at, flow, out))
            return flow;
        return Flow::Next;
    }
    return callValue(callee, std::move(arguments), out);
}

// import_module("a.b"), import_module(".b", __package__), __import__("a.b")
bool Machine::dynamicImport(const Code& code, std::uint32_t at, Flow& flow, Value& out) {
    const Node& callee = code.outline.nodes[at + 1];
    const std::string_view name =
        callee.op == Op::Load || callee.op == Op::Attribute ? code.outline.text(callee) : std::string_view();
    if (name != "import_module" && name != "__import__")
        return false;
    const std::uint32_t argument = code.outline.nodes[at + 1].end;
    if (argument >= code.outline.nodes[at].end || code.outline.nodes[argument].op != Op::Text) {
        cannotTell("imports a module whose name is computed");
        return true;
    }
    const std::string_view text = code.outline.text(code.outline.nodes[argument]);
    const auto level = static_cast<std::uint32_t>(std::min(text.find_first_not_of('.'), text.size()));
    std::string dotted;
    if (!resolve(moduleOf(code), level, text.substr(level), dotted)) {
        cannotTell("imports a module relative to something that cannot be told");
        return true;
    }
    std::uint32_t last = kNone;
    flow = importChain(dotted, last);
    out = last == kNone ? Value::of(Kind::Outside) : Value::of(Kind::Module, last);
    if (name == "__import__") {
        const auto top = snapshot_.find(std::string_view(dotted).substr(0, dotted.find('.')));
        if (last != kNone && top && loaded_[top->value] != kNone)
            out = Value::of(Kind::Module, loaded_[top->value]);
    }
    return true;
}

Value Machine::superOf(const Code& code) const {
    if (code.function == nullptr || code.function->ofClass == kNone)
        return Value::of(Kind::Unknown);
    Value out = Value::of(Kind::Super, code.function->ofClass);
    for (const Scope* scope = code.scope; scope != nullptr; scope = scope->parent)
        for (const std::string_view name : {"self", "cls"})
            if (const auto at = scope->names.find(name); at != scope->names.end() && out.self == kNone)
                if (at->second.kind == Kind::Instance)
                    out.self = at->second.id;
    return out;
}

Machine::Flow Machine::callValue(const Value& callee, Arguments arguments, Value& out) {
    switch (callee.kind) {
    case Kind::Function:
        return callFunction(callee.id, std::move(arguments), out);
    case Kind::Class:
        return instantiate(callee.id, std::move(arguments), out);
    case Kind::Method: {
        const Value self = Value::of(callee.ofClass ? Kind::Class : Kind::Instance, callee.self);
        arguments.positional.insert(arguments.positional.begin(), self);
        return callFunction(callee.id, std::move(arguments), out);
    }
    case Kind::Instance: {
        Value method;
        bool outside = false;
        if (classAttribute(instances_[callee.id].ofClass, "__call__", method, outside) &&
            method.kind == Kind::Function) {
            arguments.positional.insert(arguments.positional.begin(), callee);
            return callFunction(method.id, std::move(arguments), out);
        }
        out = Value::of(outside ? Kind::Outside : Kind::Unknown);
        return Flow::Next;
    }
    case Kind::Unknown:
        out = Value::of(Kind::Unknown);
        if (callee.text.empty() || isDefinedSomewhere(callee.text))
            cannotTell("calls something that cannot be told");
        return Flow::Next;
    default:
        out = Value::of(Kind::Outside);
        return Flow::Next;
    }
}

// Whether a method that is called so may be one of the modules that are loaded and followed.
bool Machine::isDefinedSomewhere(std::string_view name) {
    return std::any_of(modules_.begin(), modules_.end(), [&](const RunningModule& running) {
        return running.outline != nullptr && world_.namesOf(*running.outline).contains(name);
    });
}

// A function that calls itself is followed so far, and no further.
Machine::Flow Machine::callFunction(std::uint32_t id, Arguments arguments, Value& out) {
    const Function& function = functions_[id];
    const Node& node = function.outline->nodes[function.node];
    out = Value::of(Kind::Outside);
    if ((node.bits & facts::outline_bits::kSuspends) != 0)
        return Flow::Next;
    const auto underWay = [&](const Frame& frame) {
        return frame.outline == function.outline && frame.node == function.node && function.node != 0;
    };
    if (frames_.size() > kMostFrames ||
        std::count_if(frames_.begin(), frames_.end(), underWay) > kMostRecursion) {
        out = Value::of(Kind::Unknown);
        return Flow::Next;
    }
    Scope* const scope = addScope(Scope::Kind::Function, function.around, function.around->module);
    scope->locals = &world_.localsOf(*function.outline, function.node);
    bindParameters(function, *scope, arguments);
    Frame frame;
    frame.module = modules_[scope->module].module;
    frame.function = node.text == 0 ? std::string_view("<lambda>") : function.outline->text(node);
    frame.outline = function.outline;
    frame.node = function.node;
    frame.line = node.line;
    frames_.push_back(std::move(frame));
    std::uint32_t body = function.node + 1;
    while (function.outline->nodes[body].end < node.end)
        body = function.outline->nodes[body].end;
    const Code code{*function.outline, scope, &function};
    const bool isLambda = function.outline->nodes[body].op != Op::Block;
    Flow flow = isLambda ? evaluate(code, body, out) : block(code, body);
    const bool mayHaveReturned = !frames_.back().doubts.empty();
    frames_.pop_back();
    if (flow == Flow::Raise || flow == Flow::Abort)
        return flow;
    if (!isLambda)
        out = mayHaveReturned        ? Value::of(Kind::Unknown)
              : flow == Flow::Return ? returned_
                                     : Value::of(Kind::Plain);
    return Flow::Next;
}

void Machine::bindParameters(const Function& function, Scope& scope, const Arguments& arguments) {
    const facts::Outline& outline = *function.outline;
    const Node& node = outline.nodes[function.node];
    for (const auto& [name, value] : function.defaults)
        scope.names[name] = arguments.open ? Value::of(Kind::Unknown) : value;
    std::size_t next = 0;
    for (std::uint32_t child = function.node + 1; child < node.end; child = outline.nodes[child].end) {
        const Node& parameter = outline.nodes[child];
        if (parameter.op != Op::Parameter)
            continue;
        const std::string_view name = outline.text(parameter);
        const auto named = std::find_if(arguments.named.begin(), arguments.named.end(),
                                        [&](const auto& argument) { return argument.first == name; });
        if ((parameter.bits & facts::outline_bits::kMany) != 0) {
            scope.names[name] = Value::of(Kind::Plain);
            next = arguments.positional.size();
        } else if (next < arguments.positional.size()) {
            scope.names[name] = arguments.positional[next++];
        } else if (named != arguments.named.end()) {
            scope.names[name] = named->second;
        } else if (!scope.names.contains(name)) {
            scope.names[name] = Value::of(Kind::Unknown);
        }
    }
}

Machine::Flow Machine::instantiate(std::uint32_t cls, Arguments arguments, Value& out) {
    const auto id = static_cast<std::uint32_t>(instances_.size());
    instances_.push_back({cls, {}});
    const Value self = Value::of(Kind::Instance, id), type = Value::of(Kind::Class, cls);
    for (const std::string_view method : {"__new__", "__init__"}) {
        Value found, ignored;
        bool outside = false;
        if (!classAttribute(cls, method, found, outside) || found.kind != Kind::Function)
            continue;
        Arguments with = arguments;
        with.positional.insert(with.positional.begin(), method == "__new__" ? type : self);
        if (const Flow flow = callFunction(found.id, std::move(with), ignored); flow != Flow::Next)
            return flow;
    }
    out = self;
    return Flow::Next;
}

Machine::Flow Machine::callIfThere(const Value& object, std::string_view method, Arguments arguments) {
    Value found, ignored;
    bool outside = false;
    if (object.kind != Kind::Instance ||
        !classAttribute(instances_[object.id].ofClass, method, found, outside))
        return Flow::Next;
    if (const Flow flow = bound(object, found, found); flow != Flow::Next)
        return flow;
    return callValue(found, std::move(arguments), ignored);
}

} // namespace espalier::graph::execution
