#include "graph/symbols/symbols.h"

#include <algorithm>
#include <utility>

namespace espalier::graph {

Symbols::Symbols(SnapshotPtr snapshot)
    : snapshot_(std::move(snapshot))
    , bindings_(*snapshot_, names_)
    , targets_(*snapshot_)
    , ofFile_(snapshot_->project.files.size())
    , slots_(targets_.slotCount()) {
    for (std::size_t i = 0; i < snapshot_->modules.size(); ++i)
        if (snapshot_->modules[i].file.valid())
            ofFile_[snapshot_->modules[i].file.value] = ModuleId(i);
}

std::span<const OriginId> Symbols::origins(ModuleId module, std::string_view name) {
    const NodeId node = nameNode(module, ownedPart(name));
    resolve(node);
    return nodes_[node].origins;
}

std::span<const OriginId> Symbols::origins(FileId file, std::uint32_t import, std::size_t index) {
    const facts::ImportStatement& statement = snapshot_->project.files[file.value].facts->imports[import];
    if (index >= statement.names.size() || statement.names[index].name == "*")
        return {};
    const std::size_t slot = targets_.slot(file, import, index);
    const ImportTargets::Target& target = targets_.of(file, import, index);
    if (!slots_[slot].empty() || (!target.owner.valid() && !target.module.valid()))
        return slots_[slot];
    addTarget(ofFile_[file.value], target, statement, index, kNone);
    return slots_[slot] = taken(hops_.size() - 1);
}

std::span<const OriginId> Symbols::boundOrigins(FileId file, std::uint32_t import, std::size_t index) {
    const facts::ImportStatement& statement = snapshot_->project.files[file.value].facts->imports[import];
    const bool plain = statement.form == facts::ImportForm::Import && statement.names[index].alias.empty();
    ImportTargets::Target target = targets_.of(file, import, index);
    if (!plain || !target.owner.valid() || (*snapshot_)[target.owner].kind == ModuleKind::External)
        return origins(file, import, index);
    target.owner = topOf(target.owner, statement.names[index].name);
    if (!target.owner.valid())
        return {};
    add(origin(OriginKind::Module, target.owner, kNoId));
    return taken(hops_.size() - 1);
}

std::span<const OriginId> Symbols::originsOfDotted(ModuleId module, std::string_view dotted) {
    const std::size_t firstHop = hops_.size();
    expandDotted(module, dotted, kNone, kNone);
    return taken(firstHop);
}

std::span<const OriginId> Symbols::originsOfMembers(std::span<const OriginId> of, std::string_view members) {
    const std::size_t firstHop = hops_.size();
    for (const OriginId id : of)
        add(id);
    descend(ModuleId(), firstHop, members, kNone, kNone);
    return taken(firstHop);
}

// The origins of hops_ from `firstHop` on, which are taken away.
std::span<const OriginId> Symbols::taken(std::size_t firstHop) {
    const std::size_t first = collected_.size();
    drain(firstHop, first, kNone);
    const auto kept = lists_.keep(std::span<const OriginId>(collected_).subspan(first));
    collected_.resize(first);
    return kept;
}

// Names in the facts live as long as the snapshot; others are kept here.
PartId Symbols::ownedPart(std::string_view text) {
    const PartId known = names_.findPart(text);
    return known != kNoId ? known : names_.part(texts_.emplace_back(text));
}

Symbols::NodeId Symbols::nameNode(ModuleId module, PartId name) {
    std::uint32_t id = nameNodes_.find(module.value, name);
    if (id == IdMap::kNone) {
        id = static_cast<NodeId>(nodes_.size());
        nameNodes_.set(module.value, name, id);
        nodes_.emplace_back().module = module;
        nodes_.back().name = name;
    }
    return id;
}

Symbols::NodeId Symbols::aliasNode(ModuleId module, std::uint32_t binding) {
    std::uint32_t id = aliasNodes_.find(module.value, binding);
    if (id == IdMap::kNone) {
        id = static_cast<NodeId>(nodes_.size());
        aliasNodes_.set(module.value, binding, id);
        nodes_.emplace_back().module = module;
        nodes_.back().binding = binding;
    }
    return id;
}

OriginId Symbols::origin(OriginKind kind, ModuleId module, PartId name) {
    const std::uint32_t key = (module.value << 4) | static_cast<std::uint32_t>(kind);
    std::uint32_t id = named_.find(key, name);
    if (id == IdMap::kNone) {
        id = static_cast<std::uint32_t>(origins_.size());
        named_.set(key, name, id);
        origins_.push_back(
            {kind, module, Origin::kNoBinding, name == kNoId ? std::string_view() : names_.partText(name)});
    }
    return OriginId(id);
}

OriginId Symbols::boundBy(ModuleId module, std::uint32_t binding) {
    std::uint32_t id = bound_.find(module.value, binding);
    if (id == IdMap::kNone) {
        const facts::Binding& there = bindings_.factsOf(module)->bindings[binding];
        const bool defined = there.kind == facts::BindingKind::Definition;
        id = static_cast<std::uint32_t>(origins_.size());
        bound_.set(module.value, binding, id);
        origins_.push_back(
            {defined ? OriginKind::Definition : OriginKind::Value, module, binding, there.name});
    }
    return OriginId(id);
}

void Symbols::add(OriginId origin, std::uint32_t binding, std::uint32_t statement) {
    hops_.push_back({kNone, origin, binding, statement});
}

void Symbols::add(NodeId node, std::uint32_t binding) {
    hops_.push_back({node, {}, binding, kNone});
}

// Depth first; a node that leans on one further up is complete only together with that one (Tarjan's low
// links, SIAM J. Comput. 1, 1972). What is provisional is used within the circle, and worked out anew outside
// of it.
std::uint32_t Symbols::resolve(NodeId id) {
    if (nodes_[id].state == Node::State::Done)
        return kNone;
    if (nodes_[id].state == Node::State::Open)
        return nodes_[id].depth;
    if (nodes_[id].state == Node::State::Provisional && nodes_[id].epoch == epoch_)
        return nodes_[id].low;
    const std::size_t firstHop = hops_.size(), firstOrigin = collected_.size();
    nodes_[id].state = Node::State::Open;
    nodes_[id].depth = depth_++;
    std::uint32_t low = kNone;
    if (depth_ <= kMaxDepth) {
        low = expand(id);
        low = std::min(low, drain(firstHop, firstOrigin, id));
    } else {
        collect(firstOrigin, origin(OriginKind::Opaque, nodes_[id].module, nodes_[id].name), id);
    }
    --depth_;
    finish(id, firstOrigin, low);
    return nodes_[id].low;
}

void Symbols::finish(NodeId id, std::size_t firstOrigin, std::uint32_t low) {
    const bool leans = low < nodes_[id].depth;
    const bool found =
        std::any_of(collected_.begin() + static_cast<std::ptrdiff_t>(firstOrigin), collected_.end(),
                    [&](OriginId one) { return (*this)[one].kind != OriginKind::Cycle; });
    if (!leans && !found) { // whichever of a circle was asked for first: each says it of itself
        collected_.resize(firstOrigin);
        const Node node = nodes_[id];
        const PartId name = node.name != kNoId
                                ? node.name
                                : names_.part(bindings_.factsOf(node.module)->bindings[node.binding].name);
        collected_.push_back(origin(OriginKind::Cycle, node.module, name));
    }
    Node& node = nodes_[id];
    node.origins = lists_.keep(std::span<const OriginId>(collected_).subspan(firstOrigin));
    collected_.resize(firstOrigin);
    node.state = leans ? Node::State::Provisional : Node::State::Done;
    node.low = leans ? low : kNone;
    node.epoch = epoch_;
    if (low == node.depth)
        ++epoch_; // the circle is closed
}

std::uint32_t Symbols::drain(std::size_t firstHop, std::size_t firstOrigin, NodeId node) {
    std::uint32_t low = kNone;
    for (std::size_t i = firstHop; i < hops_.size(); ++i) {
        const Hop hop = hops_[i];
        if (hop.node == kNone) {
            collect(firstOrigin, hop.origin, node);
            continue;
        }
        low = std::min(low, resolve(hop.node));
        for (const OriginId found : nodes_[hop.node].origins)
            collect(firstOrigin, found, node);
    }
    hops_.resize(firstHop);
    return low;
}

void Symbols::collect(std::size_t firstOrigin, OriginId found, NodeId node) {
    const auto begin = collected_.begin() + static_cast<std::ptrdiff_t>(firstOrigin);
    if (std::find(begin, collected_.end(), found) != collected_.end() ||
        collected_.size() - firstOrigin > kMostOrigins)
        return;
    const bool tooMany = node != kNone && collected_.size() - firstOrigin == kMostOrigins;
    collected_.push_back(tooMany ? origin(OriginKind::Opaque, nodes_[node].module, nodes_[node].name)
                                 : found);
}

} // namespace espalier::graph
