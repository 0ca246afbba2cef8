#include "graph/symbols/binding_index.h"

#include <algorithm>

namespace espalier::graph {

BindingIndex::BindingIndex(const Snapshot& snapshot, NameTable& names)
    : snapshot_(snapshot)
    , contentOf_(snapshot.modules.size(), kNone) {
    std::unordered_map<const facts::SourceFacts*, std::uint32_t> known;
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        const Module& module = snapshot.modules[i];
        const bool isOwn = module.kind != ModuleKind::External && module.kind != ModuleKind::Ghost;
        const std::size_t dot = module.name.rfind('.');
        if (isOwn && module.parent.valid() && module.name.find('/') == std::string::npos)
            children_.set(module.parent.value, names.part(std::string_view(module.name).substr(dot + 1)),
                          static_cast<std::uint32_t>(i));
        const facts::SourceFacts* facts =
            module.file.valid() ? snapshot.project.files[module.file.value].facts.get() : nullptr;
        if (!facts)
            continue;
        const auto id = static_cast<std::uint32_t>(contents_.size());
        const auto [entry, isNew] = known.try_emplace(facts, id);
        contentOf_[i] = entry->second;
        if (isNew)
            add(contents_.emplace_back(Content{facts, 0, {}}), id, names);
    }
}

void BindingIndex::add(Content& content, std::uint32_t id, NameTable& names) {
    content.first = static_cast<std::uint32_t>(previous_.size());
    for (std::uint32_t i = 0; i < content.facts->bindings.size(); ++i) {
        const facts::Binding& binding = content.facts->bindings[i];
        previous_.push_back(kNone);
        if (binding.kind == facts::BindingKind::Star) {
            content.stars.push_back(i);
            continue;
        }
        const PartId name = names.part(binding.name);
        previous_.back() = last_.find(id, name);
        last_.set(id, name, i);
    }
}

const BindingIndex::Content* BindingIndex::contentOf(ModuleId module) const {
    const std::uint32_t id = contentOf_[module.value];
    return id == kNone ? nullptr : &contents_[id];
}

const facts::SourceFacts* BindingIndex::factsOf(ModuleId module) const {
    const Content* content = contentOf(module);
    return content ? content->facts : nullptr;
}

std::uint32_t BindingIndex::last(ModuleId module, PartId name) const {
    return last_.find(contentOf_[module.value], name);
}

std::uint32_t BindingIndex::previous(ModuleId module, std::uint32_t binding) const {
    return previous_[contentOf(module)->first + binding];
}

std::span<const std::uint32_t> BindingIndex::stars(ModuleId module) const {
    const Content* content = contentOf(module);
    return content ? std::span<const std::uint32_t>(content->stars) : std::span<const std::uint32_t>();
}

ModuleId BindingIndex::child(ModuleId package, PartId name) const {
    const std::uint32_t found = children_.find(package.value, name);
    return found == IdMap::kNone ? ModuleId() : ModuleId(found);
}

BindingIndex::Load BindingIndex::load(ModuleId package, ModuleId child) const {
    Load first;
    std::uint32_t line = kNone;
    for (const EdgeId id : snapshot_.outgoing(package)) {
        const Edge& edge = snapshot_[id];
        if (edge.to == package || !snapshot_.within(edge.to, child))
            continue;
        for (const StatementRef& ref : snapshot_.statementsOf(edge)) {
            if (ref.kind != EdgeKind::Import || ref.flags.has(Flag::String) || ref.flags.has(Flag::Ambiguous))
                continue;
            const std::uint32_t here = snapshot_.importOf(ref).span.line;
            first.certain |= !facts::mayBeSkipped(ref.flags);
            if (here >= line)
                continue;
            line = here;
            first.statement = ref.import;
        }
    }
    if (line == kNone)
        return first;
    const auto& bindings = factsOf(package)->bindings;
    const auto behind = std::ranges::find_if(bindings, [&](const auto& b) { return b.line >= line; });
    first.before = static_cast<std::uint32_t>(behind - bindings.begin());
    return first;
}

bool BindingIndex::isLoadedSomewhere(ModuleId module) const {
    for (const EdgeId id : snapshot_.incoming(module))
        for (const StatementRef& ref : snapshot_.statementsOf(snapshot_[id]))
            if (!ref.flags.has(Flag::String) && !ref.flags.has(Flag::Ambiguous))
                return true;
    return false;
}

} // namespace espalier::graph
