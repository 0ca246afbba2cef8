#include "graph/history/edge_recorder.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

void EdgeRecorder::Kinds::add(const Reference& reference) {
    KindSet& kinds = reference.flags.has(Flag::ImplicitParent) ? implicitParents
                     : reference.flags.has(Flag::String)       ? strings
                                                               : plain;
    kinds.add(reference.kind);
}

void EdgeRecorder::Kinds::add(const Kinds& other) {
    const auto join = [](KindSet& to, KindSet from) {
        to.bits = static_cast<std::uint8_t>(to.bits | from.bits);
    };
    join(plain, other.plain);
    join(implicitParents, other.implicitParents);
    join(strings, other.strings);
}

EdgeRecorder::File EdgeRecorder::fileNow(FileId file) const {
    File out;
    out.node = model_.table().ofFile(file);
    if (!out.node.valid())
        return out;
    const Module& module = model_.table()[out.node];
    out.totals.files = 1;
    out.totals.unparsable = module.marks.has(Mark::Unparsable) ? 1 : 0;
    out.totals.lines = module.lines;
    std::uint32_t statement = kNoId, onGhost = kNoId; // those that were counted last
    std::vector<Target> all;
    for (const Reference& reference : model_.resultOf(file).references) {
        all.push_back({reference.to, {}});
        all.back().kinds.add(reference);
        if (reference.flags.has(Flag::String) || reference.flags.has(Flag::ImplicitParent))
            continue;
        if (std::exchange(statement, reference.import) != reference.import)
            ++out.totals.statements;
        if (model_.table()[reference.to].kind == ModuleKind::Ghost &&
            std::exchange(onGhost, reference.import) != reference.import)
            ++out.totals.ghostStatements;
    }
    std::ranges::sort(all, {}, &Target::to);
    for (const Target& target : all)
        if (out.targets.empty() || out.targets.back().to != target.to)
            out.targets.push_back(target);
        else
            out.targets.back().kinds.add(target.kinds);
    out.targets.shrink_to_fit();
    return out;
}

void EdgeRecorder::record(std::uint32_t revision, std::span<const FileId> resolved) {
    revision_ = revision;
    if (model_.beganAnew())
        forgetNodes();
    std::vector<std::pair<FileId, File>> changed;
    for (const FileId file : resolved) {
        File now = fileNow(file);
        File& before = files_[file.value];
        count(std::exchange(before.totals, now.totals), false);
        count(now.totals, true);
        if (now.node.valid())
            touched_.push_back(now.node); // it may be unparsable now
        if (now.node != before.node || now.targets != before.targets)
            changed.emplace_back(file, std::move(now));
    }
    // First all that goes: a module of the same name may come in another file.
    for (const auto& [file, now] : changed)
        for (const Target& target : files_[file.value].targets) {
            use(target.to, false);
            setEdge(files_[file.value].node, target.to, {});
        }
    for (auto& [file, now] : changed) {
        for (const Target& target : now.targets) {
            use(target.to, true);
            setEdge(now.node, target.to, target.kinds);
        }
        files_[file.value] = std::move(now);
    }
    touched_.insert(touched_.end(), model_.touched().begin(), model_.touched().end());
    touched_.insert(touched_.end(), model_.configured().begin(), model_.configured().end());
    settleNodes();
    lives_.totals.push_back(totals_);
}

// Ids of nodes mean something else from now on: what was there ends, and comes again by name.
void EdgeRecorder::forgetNodes() {
    for (OpenEdge& edge : edges_)
        changeEdge(edge, {});
    for (std::uint32_t name = 0; name < modules_.size(); ++name)
        changeModule(name, {}, {});
    for (File& file : files_) {
        file.node = {};
        file.targets.clear();
    }
    nameOfNode_.clear();
    uses_.clear();
    touched_.clear();
}

void EdgeRecorder::count(const FileTotals& totals, bool more) {
    const auto add = [more](auto& sum, auto value) { sum = more ? sum + value : sum - value; };
    add(totals_.files, totals.files);
    add(totals_.unparsable, totals.unparsable);
    add(totals_.statements, totals.statements);
    add(totals_.ghostStatements, totals.ghostStatements);
    add(totals_.lines, totals.lines);
}

void EdgeRecorder::use(ModuleId node, bool more) {
    if (uses_.size() <= node.value)
        uses_.resize(node.value + node.value / 2 + 64, 0);
    std::uint32_t& uses = uses_[node.value];
    uses = more ? uses + 1 : uses - 1;
    if (uses == (more ? 1U : 0U))
        touched_.push_back(node);
}

std::uint32_t EdgeRecorder::nameOf(ModuleId node) {
    if (nameOfNode_.size() <= node.value)
        nameOfNode_.resize(node.value + node.value / 2 + 64, kNoId);
    std::uint32_t& number = nameOfNode_[node.value];
    if (number != kNoId)
        return number;
    const std::string& name = model_.table()[node].name;
    const auto [known, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(lives_.names.size()));
    if (added) {
        lives_.names.push_back(name);
        modules_.emplace_back();
    }
    return number = known->second;
}

void EdgeRecorder::setEdge(ModuleId from, ModuleId to, Kinds kinds) {
    const std::uint32_t a = nameOf(from), b = nameOf(to);
    std::uint32_t edge = edgeIds_.find(a, b);
    if (edge == IdMap::kNone) {
        edge = static_cast<std::uint32_t>(edges_.size());
        edgeIds_.set(a, b, edge);
        edges_.push_back({a, b, 0, {}});
    }
    changeEdge(edges_[edge], kinds);
}

void EdgeRecorder::changeEdge(OpenEdge& edge, Kinds kinds) {
    if (edge.kinds == kinds)
        return;
    if (edge.kinds.any() && edge.since < revision_)
        lives_.edges.push_back(
            {edge.from,
             edge.to,
             {edge.since, revision_, edge.kinds.plain, edge.kinds.implicitParents, edge.kinds.strings}});
    edge.since = revision_;
    edge.kinds = kinds;
}

EdgeRecorder::NodeState EdgeRecorder::stateOf(ModuleId node) const {
    const ModuleTable& table = model_.table();
    const Module& module = table[node];
    const bool used = node.value < uses_.size() && uses_[node.value] > 0;
    const std::vector<ModuleId>& configured = model_.configured();
    const bool kept =
        std::ranges::find(configured, node) != configured.end() && table.named(module.name) == node;
    if (!used && !kept && !table.isThere(node))
        return {};
    return {true, module.marks.has(Mark::Unparsable), module.kind, module.cls};
}

// Of nodes with the same name one is alive at most.
void EdgeRecorder::settleNodes() {
    std::ranges::sort(touched_);
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    for (const bool alive : {false, true}) // what goes first
        for (const ModuleId node : touched_) {
            const std::uint32_t name = nameOf(node);
            const NodeState state = stateOf(node);
            if (state.alive == alive && (alive || modules_[name].node == node))
                changeModule(name, state, alive ? node : ModuleId());
        }
    touched_.clear();
}

void EdgeRecorder::changeModule(std::uint32_t name, NodeState state, ModuleId node) {
    OpenModule& open = modules_[name];
    open.node = node;
    if (open.state == state)
        return;
    if (open.state.alive && open.since < revision_)
        lives_.modules.push_back(
            {name, {open.since, revision_, open.state.kind, open.state.cls, open.state.unparsable}});
    open.since = revision_;
    open.state = state;
}

RecordedLives EdgeRecorder::finish(std::uint32_t end) {
    revision_ = end;
    for (OpenEdge& edge : edges_)
        changeEdge(edge, {});
    for (std::uint32_t name = 0; name < modules_.size(); ++name)
        changeModule(name, {}, {});
    return std::move(lives_);
}

} // namespace espalier::graph
