#include "graph/execution/doubts.h"

#include <algorithm>
#include <array>

namespace espalier::graph::execution {

using facts::Op;
using facts::Truth;

namespace {

std::vector<std::uint32_t> childrenOf(const facts::Outline& outline, std::uint32_t at) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t child = at + 1; child < outline.nodes[at].end; child = outline.nodes[child].end)
        out.push_back(child);
    return out;
}

// Between Python's own exceptions, as far as they matter here.
bool isA(std::string_view error, std::string_view caught) {
    if (error == caught || caught == "Exception" || caught == "BaseException")
        return true;
    return (caught == "ImportError" && error == "ModuleNotFoundError") ||
           (caught == "NameError" && error == "UnboundLocalError");
}

std::string_view lastName(const facts::Outline& outline, const facts::OutlineNode& node) {
    return node.op == Op::Load || node.op == Op::Attribute ? outline.text(node) : std::string_view();
}

} // namespace

Machine::Flow Machine::block(const Code& code, std::uint32_t at) {
    const std::uint32_t end = code.outline.nodes[at].end;
    for (std::uint32_t child = at + 1; child < end; child = code.outline.nodes[child].end)
        if (const Flow flow = statement(code, child); flow != Flow::Next)
            return flow;
    return Flow::Next;
}

Machine::Flow Machine::statement(const Code& code, std::uint32_t at) {
    if (++steps_ > FirstImport::kMostSteps) {
        cannotTell("it runs for too long to be followed");
        return Flow::Abort;
    }
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
        const bool parts = code.outline.nodes[target].op == Op::Unpack;
        const Flow flow = parts ? unpack(code, target, values) : assignTo(code, target, value);
        if (flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
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

Machine::Flow Machine::tryStatement(const Code& code, std::uint32_t at) {
    const auto parts = childrenOf(code.outline, at);
    std::vector<std::uint32_t> handlers;
    std::uint32_t otherwise = 0, finally = 0;
    for (const std::uint32_t part : parts) {
        const Op op = code.outline.nodes[part].op;
        if (op == Op::Handler)
            handlers.push_back(part);
        else if (op == Op::Else)
            otherwise = part;
        else if (op == Op::Finally)
            finally = part;
    }
    const bool imports = std::any_of(handlers.begin(), handlers.end(),
                                     [&](std::uint32_t h) { return expectsImportError(code, h); });
    const std::size_t firstDoubt = frames_.back().doubts.size();
    frames_.back().tries += handlers.empty() ? 0 : 1;
    frames_.back().importTries += imports ? 1 : 0;
    Flow flow = block(code, parts.front());
    frames_.back().tries -= handlers.empty() ? 0 : 1;
    frames_.back().importTries -= imports ? 1 : 0;
    if (flow == Flow::Abort)
        return flow;
    bool handled = false;
    if (flow == Flow::Raise)
        flow = handle(code, handlers, handled);
    else if (flow == Flow::Next && otherwise != 0)
        flow = block(code, otherwise);
    if (imports && flow != Flow::Abort && !handled)
        if (const Flow failed = mayHaveFailed(code, firstDoubt, handlers); failed != Flow::Next)
            flow = failed;
    endDoubts(firstDoubt, Until::Try);
    if (finally == 0 || flow == Flow::Abort)
        return flow;
    const Raised raised = raised_;
    const Value returned = returned_;
    if (const Flow last = block(code, finally); last != Flow::Next)
        return last;
    raised_ = raised;
    returned_ = returned;
    return flow;
}

// A library that a handler expects to be missing was taken to be there: what if it is not?
Machine::Flow Machine::mayHaveFailed(const Code& code, std::size_t firstDoubt,
                                     std::span<const std::uint32_t> handlers) {
    const std::vector<Doubt>& doubts = frames_.back().doubts;
    const auto at =
        std::find_if(doubts.begin() + static_cast<std::ptrdiff_t>(std::min(firstDoubt, doubts.size())),
                     doubts.end(), [](const Doubt& doubt) { return doubt.until == Until::Try; });
    if (at == doubts.end())
        return Flow::Next;
    const Place place = at->place;
    const auto missing = [&] {
        raised_.type = "ModuleNotFoundError";
        bool handled = false;
        return handle(code, handlers, handled);
    };
    return choose(
        place, [] { return Flow::Next; }, missing);
}

Machine::Flow Machine::handle(const Code& code, std::span<const std::uint32_t> handlers, bool& handled) {
    for (const std::uint32_t handler : handlers) {
        const auto parts = childrenOf(code.outline, handler);
        if (parts.size() > 1 && !catches(code, parts.front(), raised_.type))
            continue;
        handled = true;
        const std::string_view name = code.outline.other(code.outline.nodes[handler]);
        if (!name.empty())
            bind(code.scope, name, Value::of(Kind::Outside));
        const Raised raised = raised_;
        const Flow flow = block(code, parts.back());
        if (!name.empty() && flow != Flow::Abort)
            code.scope->names.erase(name);
        if (flow == Flow::Raise && raised_.type.empty())
            raised_ = raised; // raise alone
        return flow;
    }
    return Flow::Raise;
}

bool Machine::catches(const Code& code, std::uint32_t types, std::string_view error) const {
    const Node& node = code.outline.nodes[types];
    if (node.op == Op::Sequence) {
        for (const std::uint32_t type : childrenOf(code.outline, types))
            if (catches(code, type, error))
                return true;
        return false;
    }
    return isA(error, lastName(code.outline, node));
}

bool Machine::expectsImportError(const Code& code, std::uint32_t handler) const {
    const auto parts = childrenOf(code.outline, handler);
    return parts.size() < 2 || catches(code, parts.front(), "ModuleNotFoundError");
}

Machine::Flow Machine::with(const Code& code, std::uint32_t at) {
    const auto parts = childrenOf(code.outline, at);
    bool suppresses = false;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const auto item = childrenOf(code.outline, parts[i]);
        Value context, entered;
        if (const Flow flow = evaluate(code, item.front(), context); flow != Flow::Next)
            return flow;
        entered = context;
        if (context.kind == Kind::Instance) {
            entered = Value::of(Kind::Unknown);
            if (const Flow flow = callIfThere(context, "__enter__", {}); flow != Flow::Next)
                return flow;
        }
        if (item.size() > 1)
            if (const Flow flow = assignTo(code, item[1], entered); flow != Flow::Next)
                return flow;
        const Node& node = code.outline.nodes[item.front()];
        suppresses =
            suppresses || (node.op == Op::Call &&
                           lastName(code.outline, code.outline.nodes[item.front() + 1]) == "suppress");
    }
    const auto isSuppressed = [&] {
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            const std::uint32_t item = parts[i] + 1;
            if (code.outline.nodes[item].op != Op::Call)
                continue;
            const auto call = childrenOf(code.outline, item);
            for (std::size_t argument = 1; argument < call.size(); ++argument)
                if (lastName(code.outline, code.outline.nodes[call[0]]) == "suppress" &&
                    catches(code, call[argument], raised_.type))
                    return true;
        }
        return false;
    };
    const std::size_t firstDoubt = frames_.back().doubts.size();
    frames_.back().tries += suppresses ? 1 : 0;
    frames_.back().importTries += suppresses ? 1 : 0;
    const Flow flow = block(code, parts.back());
    if (flow == Flow::Abort)
        return flow;
    frames_.back().tries -= suppresses ? 1 : 0;
    frames_.back().importTries -= suppresses ? 1 : 0;
    endDoubts(firstDoubt, Until::Try);
    return flow == Flow::Raise && isSuppressed() ? Flow::Next : flow;
}

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
    if (code.scope->kind == Scope::Kind::Class)
        for (std::uint32_t i = 0; i < classes_.size(); ++i)
            if (classes_[i].scope == code.scope)
                function.ofClass = i;
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

Machine::Flow Machine::raise(const Code& code, std::uint32_t at) {
    const Node& node = code.outline.nodes[at];
    stand(code, at);
    raised_ = {};
    if (at + 1 >= node.end)
        return Flow::Raise;
    std::uint32_t what = at + 1;
    if (code.outline.nodes[what].op == Op::Call)
        ++what;
    Value value;
    if (const Flow flow = evaluate(code, at + 1, value); flow != Flow::Next)
        return flow;
    raised_.type = std::string(lastName(code.outline, code.outline.nodes[what]));
    if (raised_.type.empty())
        raised_.type = "Exception";
    Verdict& verdict = raised_.verdict;
    verdict.error = raised_.type;
    verdict.message = "raised here";
    verdict.at = frames_.back().module;
    verdict.line = node.line;
    verdict.stack = stack();
    return Flow::Raise;
}

} // namespace espalier::graph::execution
