#include "graph/execution/machine.h"

#include <algorithm>

namespace espalier::graph::execution {

const facts::Outline* World::outline(FileId file) {
    const auto [at, isNew] = outlines.try_emplace(file);
    if (isNew)
        at->second = source(file);
    return at->second.get();
}

Machine::Machine(World& world, Choices& choices, std::size_t mostSteps)
    : world_(world)
    , snapshot_(world.snapshot)
    , choices_(choices)
    , loaded_(world.snapshot.modules.size(), kNone)
    , mostSteps_(mostSteps) {
    if (std::find(world.preloaded.begin(), world.preloaded.end(), 1) != world.preloaded.end())
        registered_.insert("os.path");
}

Verdict Machine::run(ModuleId entry) {
    std::uint32_t last = kNone;
    frames_.push_back({}); // of the program that imports it
    const Flow flow = importChain(snapshot_[entry].name, last);
    Verdict verdict;
    if (flow == Flow::Raise) {
        verdict = raised_.verdict;
        verdict.outcome = Outcome::Fails;
    }
    if (steps_ > mostSteps_)
        cannotTell("it runs for too long to be followed");
    if (!unknown_.unknown.empty()) {
        verdict.otherwise = flow == Flow::Abort ? Outcome::Unknown : verdict.outcome;
        verdict.outcome = Outcome::Unknown;
        verdict.unknown = unknown_.unknown;
        verdict.unknownAt = unknown_.unknownAt;
        verdict.unknownLine = unknown_.unknownLine;
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
    scope.number = scopes_.size() - 1;
    return &scope;
}

void Machine::bind(Scope* scope, std::string_view name, const Value& value) {
    if (scope->globals.contains(name))
        scope = modules_[scope->module].scope;
    const auto [at, isNew] = scope->names.try_emplace(name, value);
    if (!journals_.empty() && scope->number < journals_.back()->oldScopes)
        journals_.back()->names.try_emplace(
            {scope, name}, Written{!isNew && !at->second.perhaps, isNew ? Value() : at->second, {}});
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
    if (!unknown_.unknown.empty())
        return;
    unknown_.unknown = std::move(what);
    unknown_.unknownAt = frames_.back().module;
    unknown_.unknownLine = frames_.back().line;
}

std::vector<Verdict::Frame> Machine::stack() const {
    std::vector<Verdict::Frame> out;
    for (const Frame& frame : frames_)
        if (frame.module.valid())
            out.push_back({frame.module, std::string(frame.function), frame.line});
    return out;
}

} // namespace espalier::graph::execution
