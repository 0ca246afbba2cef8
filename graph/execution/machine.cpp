#include "graph/execution/machine.h"

namespace espalier::graph::execution {

const facts::Outline* World::outline(FileId file) {
    const auto [at, isNew] = outlines.try_emplace(file);
    if (isNew)
        at->second = source(file);
    return at->second.get();
}

Machine::Machine(World& world, Choices& choices)
    : world_(world)
    , snapshot_(world.snapshot)
    , choices_(choices)
    , loaded_(world.snapshot.modules.size(), kNone) {}

Verdict Machine::run(ModuleId entry) {
    std::uint32_t last = kNone;
    frames_.push_back({}); // of the program that imports it
    const Flow flow = importChain(snapshot_[entry].name, last);
    Verdict verdict;
    if (flow == Flow::Raise) {
        verdict = raised_.verdict;
        verdict.outcome = Outcome::Fails;
    }
    if (!unknown_.message.empty() || (flow == Flow::Abort && !choices_.restart)) {
        verdict = unknown_;
        verdict.outcome = Outcome::Unknown;
    }
    verdict.entry = entry;
    return verdict;
}

std::uint32_t Machine::add(ModuleId module) {
    RunningModule running;
    running.module = module;
    const auto id = static_cast<std::uint32_t>(modules_.size());
    running.scope = addScope(Scope::Kind::Module, nullptr, id);
    modules_.push_back(running);
    loaded_[module.value] = id;
    return id;
}

Scope* Machine::addScope(Scope::Kind kind, Scope* parent, std::uint32_t module) {
    Scope& scope = scopes_.emplace_back();
    scope.kind = kind;
    scope.parent = parent;
    scope.module = module;
    return &scope;
}

void Machine::bind(Scope* scope, std::string_view name, const Value& value) {
    if (scope->globals.contains(name))
        scope = modules_[scope->module].scope;
    const auto [at, isNew] = scope->names.try_emplace(name, value);
    for (Journal* const journal : journals_)
        journal->push_back({scope, name, !isNew && !at->second.perhaps, isNew ? Value() : at->second, {}});
    at->second = value;
}

Machine::Flow Machine::fail(std::string type, std::string message, std::string_view name, ModuleId module,
                            bool halfRun) {
    if (inDoubt())
        return restartAtDoubts();
    Verdict& verdict = raised_.verdict;
    verdict = {};
    verdict.error = type;
    verdict.message = std::move(message);
    verdict.at = frames_.back().module;
    verdict.line = frames_.back().line;
    verdict.name = name;
    verdict.module = module;
    verdict.halfRun = halfRun;
    verdict.stack = stack();
    raised_.type = std::move(type);
    return Flow::Raise;
}

void Machine::cannotTell(std::string what) {
    if (!unknown_.message.empty())
        return;
    unknown_.message = std::move(what);
    unknown_.at = frames_.back().module;
    unknown_.line = frames_.back().line;
}

std::vector<Verdict::Frame> Machine::stack() const {
    std::vector<Verdict::Frame> out;
    for (const Frame& frame : frames_)
        if (frame.module.valid())
            out.push_back({frame.module, std::string(frame.function), frame.line});
    return out;
}

} // namespace espalier::graph::execution
