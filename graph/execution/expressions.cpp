#include "graph/execution/builtin_names.h"
#include "graph/execution/doubts.h"
#include "graph/model/standard_names.h"

#include <algorithm>

namespace espalier::graph::execution {

using facts::Op;

namespace {

bool isBoundAtAll(const Origin& origin) {
    return origin.kind == OriginKind::Definition || origin.kind == OriginKind::Value ||
           origin.kind == OriginKind::Module || origin.kind == OriginKind::External;
}

} // namespace

Machine::Flow Machine::evaluateAll(const Code& code, std::uint32_t at, Value& out) {
    Value value;
    for (std::uint32_t child = at + 1; child < code.outline.nodes[at].end;
         child = code.outline.nodes[child].end)
        if (const Flow flow = evaluate(code, child, value); flow != Flow::Next)
            return flow;
    out = value;
    return Flow::Next;
}

Machine::Flow Machine::evaluate(const Code& code, std::uint32_t at, Value& out) {
    const Node& node = code.outline.nodes[at];
    if (++steps_ > mostSteps_)
        return Flow::Abort;
    Value value;
    Flow flow = Flow::Next;
    switch (node.op) {
    case Op::Load:
        return load(code, at, out);
    case Op::Attribute:
        return attribute(code, at, out);
    case Op::Call:
        return call(code, at, out);
    case Op::Function:
        return define(code, at, out);
    case Op::If:
        return ifStatement(code, at, &out);
    case Op::Either:
        return either(code, at, out);
    case Op::Text:
        out = Value::of(Kind::Text);
        out.text = code.outline.text(node);
        return Flow::Next;
    case Op::Plain:
    case Op::Sequence:
        flow = evaluateAll(code, at, value);
        out = Value::of(Kind::Plain);
        return flow;
    case Op::Comprehension:
        out = Value::of(Kind::Plain);
        return comprehension(code, at);
    case Op::Assign: // :=
        flow = assign(code, at);
        out = Value::of(Kind::Unknown);
        return flow;
    case Op::Subscript:
        flow = evaluateAll(code, at, value);
        if (flow == Flow::Next)
            flow = evaluate(code, at + 1, out);
        if (out.kind != Kind::Class && out.kind != Kind::Outside)
            out = Value::of(Kind::Unknown);
        return flow;
    default:
        flow = evaluateAll(code, at, value);
        out = Value::of(Kind::Unknown);
        return flow;
    }
}

// What a name is bound to, seen from a scope; null: nothing. `own`: a function's own name, bound or not.
Value* Machine::lookUp(Scope* scope, std::string_view name, bool& own) {
    const bool global = scope->globals.contains(name);
    for (Scope* at = scope; at != nullptr && !global; at = at->parent) {
        if (at != scope && at->kind == Scope::Kind::Class)
            continue; // a class's names are its own body's only
        if (const auto found = at->names.find(name); found != at->names.end())
            return &found->second;
        if (at->locals != nullptr && at->locals->contains(name)) {
            own = true;
            return nullptr;
        }
    }
    auto& names = modules_[scope->module].scope->names;
    const auto found = names.find(name);
    return found == names.end() ? nullptr : &found->second;
}

Machine::Flow Machine::load(const Code& code, std::uint32_t at, Value& out) {
    const std::string_view name = code.outline.text(code.outline.nodes[at]);
    bool own = false;
    if (const Value* const value = lookUp(code.scope, name, own)) {
        out = *value;
        return Flow::Next;
    }
    out = Value::of(own ? Kind::Unknown : Kind::Outside);
    const RunningModule& running = modules_[code.scope->module];
    if (own || isImplicitName(name) || isBuiltinName(name) || name == "_" || running.scope->openStar)
        return Flow::Next; // "_" is what gettext puts among the builtin names
    const auto origins = world_.symbols.origins(running.module, name);
    const auto bound = [&](OriginId id) { return isBoundAtAll(world_.symbols[id]); };
    const bool isBound = std::any_of(origins.begin(), origins.end(), bound);
    const OriginKind kind = world_.symbols[origins.front()].kind;
    if (!isBound && kind != OriginKind::Builtin && kind != OriginKind::Unresolved)
        return Flow::Next; // perhaps put there in a way that cannot be read
    stand(code, at);
    return fail("NameError", "name '" + std::string(name) + "' is not defined", name, running.module,
                isBound);
}

Machine::Flow Machine::attribute(const Code& code, std::uint32_t at, Value& out) {
    Value object;
    if (const Flow flow = evaluate(code, at + 1, object); flow != Flow::Next)
        return flow;
    stand(code, at);
    return attributeOf(object, code.outline.text(code.outline.nodes[at]), out);
}

Machine::Flow Machine::attributeOf(const Value& object, std::string_view name, Value& out) {
    out = Value::of(Kind::Unknown);
    out.text = name;
    bool outside = false;
    Value found;
    switch (object.kind) {
    case Kind::Module: {
        if (moduleName(object.id, name, out))
            return Flow::Next;
        const RunningModule& running = modules_[object.id];
        const std::string& module = snapshot_[running.module].name;
        std::string message = "module '" + module + "' has no attribute '" + std::string(name) + "'";
        if (!running.done)
            message = "partially initialized " + message + " (most likely due to a circular import)";
        return fail("AttributeError", std::move(message), name, running.module, !running.done);
    }
    case Kind::Instance:
        if (const auto at = instances_[object.id].attributes.find(name);
            at != instances_[object.id].attributes.end()) {
            out = at->second;
            return Flow::Next;
        }
        if (classAttribute(instances_[object.id].ofClass, name, found, outside))
            return bound(object, found, out);
        break;
    case Kind::Class:
        if (classAttribute(object.id, name, found, outside))
            return bound(object, found, out);
        break;
    case Kind::Super:
        for (const Value& base : classes_[object.id].bases) {
            outside = outside || base.kind != Kind::Class;
            if (base.kind == Kind::Class && classAttribute(base.id, name, found, outside)) {
                Value self = Value::of(Kind::Instance, object.self);
                return object.self == kNone ? Flow::Next : bound(self, found, out);
            }
        }
        outside = outside || classes_[object.id].bases.empty();
        break;
    case Kind::Outside:
    case Kind::Plain:
    case Kind::Text:
    case Kind::Function:
        outside = true;
        break;
    default:
        break;
    }
    if (outside)
        out = Value::of(Kind::Outside);
    return Flow::Next;
}

// A class's own names, then its bases', depth first. `outside`: a base is not of the project.
bool Machine::classAttribute(std::uint32_t cls, std::string_view name, Value& out, bool& outside) const {
    std::vector<std::uint32_t> work{cls};
    for (std::size_t seen = 0; !work.empty() && seen < 1000; ++seen) {
        const std::uint32_t at = work.back();
        work.pop_back();
        const auto& names = classes_[at].scope->names;
        if (const auto found = names.find(name); found != names.end()) {
            out = found->second;
            return true;
        }
        const std::vector<Value>& bases = classes_[at].bases;
        outside =
            outside || classes_[at].madeOutside || (bases.empty() && name.starts_with("__")); // object's
        for (auto base = bases.rbegin(); base != bases.rend(); ++base) {
            if (base->kind == Kind::Class)
                work.push_back(base->id);
            else
                outside = true;
        }
    }
    return false;
}

// What an attribute of a class is to the class, or to its instance.
Machine::Flow Machine::bound(const Value& object, const Value& found, Value& out) {
    out = found;
    if (found.kind != Kind::Function)
        return Flow::Next;
    const Function& function = functions_[found.id];
    const bool instance = object.kind == Kind::Instance;
    if (function.isStatic || (!instance && !function.isClassMethod))
        return Flow::Next;
    out = Value::of(Kind::Method, found.id);
    out.ofClass = !instance || function.isClassMethod;
    out.self = instance && function.isClassMethod ? instances_[object.id].ofClass : object.id;
    return function.isProperty && instance ? callValue(Value(out), {}, out) : Flow::Next;
}

bool Machine::moduleName(std::uint32_t running, std::string_view name, Value& out) {
    const RunningModule& of = modules_[running];
    if (const auto found = of.scope->names.find(name); found != of.scope->names.end()) {
        out = found->second;
        if (out.perhaps)
            cannotTell("'" + std::string(name) + "' of " + snapshot_[of.module].name +
                       " is bound under a condition");
        return true;
    }
    if (isImplicitName(name)) {
        out = Value::of(Kind::Outside);
        return true;
    }
    if (of.outline == nullptr)
        return nameOfWhole(of.module, name, out);
    out = Value::of(of.scope->openStar ? Kind::Outside : Kind::Unknown);
    const facts::SourceFacts& facts = *snapshot_.project.files[snapshot_[of.module].file.value].facts;
    const bool serves = facts.hasModuleGetattr && of.scope->names.contains("__getattr__");
    const bool mayServe =
        serves && (facts.getattrServesAny || std::find(facts.getattrNames.begin(), facts.getattrNames.end(),
                                                       name) != facts.getattrNames.end());
    ModuleId child; // what such code makes is taken not to hide a submodule
    if (mayServe || (facts.opaqueNames && !submodule(running, name, child))) {
        cannotTell("'" + std::string(name) + "' may be made by code of " + snapshot_[of.module].name +
                   " that is not followed");
        return true;
    }
    return of.scope->openStar;
}

// Of a module that is taken as a whole.
bool Machine::nameOfWhole(ModuleId module, std::string_view name, Value& out) {
    out = Value::of(Kind::Outside);
    if (!snapshot_[module].file.valid())
        return snapshot_[module].kind != ModuleKind::Namespace;
    const auto origins = world_.symbols.origins(module, name);
    const Origin& origin = world_.symbols[origins.front()];
    if (origin.kind == OriginKind::Module && snapshot_[origin.module].parent == module)
        return false; // a submodule becomes an attribute when it is through
    if (origin.kind == OriginKind::Module && loaded_[origin.module.value] != kNone)
        out = Value::of(Kind::Module, loaded_[origin.module.value]);
    return std::any_of(origins.begin(), origins.end(), [&](OriginId id) {
        const OriginKind kind = world_.symbols[id].kind;
        return kind != OriginKind::Unresolved && kind != OriginKind::Builtin && kind != OriginKind::Ghost;
    });
}

Machine::Flow Machine::either(const Code& code, std::uint32_t at, Value& out) {
    Value other;
    if (const Flow flow = evaluate(code, at + 1, out); flow != Flow::Next)
        return flow;
    const std::uint32_t second = code.outline.nodes[at + 1].end;
    if (second >= code.outline.nodes[at].end)
        return Flow::Next;
    const Flow flow = choose(
        {&code.outline, at}, [&] { return evaluate(code, second, other); }, [] { return Flow::Next; });
    if (!out.sameAs(other))
        out = Value::of(out.kind == Kind::Outside && other.kind != Kind::Unknown ? Kind::Outside
                                                                                 : Kind::Unknown);
    return flow;
}

// Its own names are seen by itself only. What it does again and again it does once.
Machine::Flow Machine::comprehension(const Code& code, std::uint32_t at) {
    Value value;
    if (const Flow flow = evaluate(code, at + 1, value); flow != Flow::Next)
        return flow;
    const std::uint32_t rest = code.outline.nodes[at + 1].end;
    Scope* const scope = addScope(Scope::Kind::Function, code.scope, code.scope->module);
    const Code inner{code.outline, scope, code.function};
    return choose(
        {&code.outline, at}, [&] { return block(inner, rest); }, [] { return Flow::Next; });
}

} // namespace espalier::graph::execution
