// try, with, raise: what fails, and who catches it.
#include "graph/execution/doubts.h"
#include "graph/execution/outline_nodes.h"

#include <algorithm>

namespace espalier::graph::execution {

using facts::Op;

namespace {

// Between Python's own exceptions, as far as they matter here.
bool isA(std::string_view error, std::string_view caught) {
    if (error == caught || caught == "Exception" || caught == "BaseException")
        return true;
    return (caught == "ImportError" && error == "ModuleNotFoundError") ||
           (caught == "NameError" && error == "UnboundLocalError");
}

} // namespace

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
    if (doubts_.empty() && !frames_.back().doubts.empty()) { // see merged()
        if (frames_.back().tries > 0 && !choices_.assume)
            return restartAtDoubts();
        returned_ = Value::of(Kind::Unknown);
        return code.function != nullptr ? Flow::Return : Flow::Next;
    }
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
