#include "graph/model/snapshot.h"

#include "graph/model/former_modules.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace espalier::graph {
namespace {

// For each of `count` keys the items that have it, in the order of items: starts[k] .. starts[k + 1] in
// `items`.
template <class IdType, class KeyOf>
void groupBy(std::size_t itemCount, std::size_t keyCount, KeyOf keyOf, std::vector<IdType>& items,
             std::vector<std::uint32_t>& starts) {
    starts.assign(keyCount + 1, 0);
    for (std::size_t i = 0; i < itemCount; ++i)
        if (keyOf(i).valid())
            ++starts[keyOf(i).value + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    items.assign(starts.back(), IdType{});
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (std::size_t i = 0; i < itemCount; ++i)
        if (keyOf(i).valid())
            items[next[keyOf(i).value]++] = IdType(i);
}

template <class IdType>
std::span<const IdType> rangeOf(const std::vector<IdType>& items, const std::vector<std::uint32_t>& starts,
                                ModuleId key) {
    if (!key.valid() || key.value + 1 >= starts.size())
        return {};
    return {items.data() + starts[key.value], starts[key.value + 1] - starts[key.value]};
}

template <class T, class KeyOf>
typename std::vector<T>::const_iterator findSorted(const std::vector<T>& items, std::string_view key,
                                                   KeyOf keyOf) {
    const auto it = std::ranges::lower_bound(items, key, {}, keyOf);
    return it != items.end() && keyOf(*it) == key ? it : items.end();
}

} // namespace

std::string_view name(ModuleKind kind) {
    constexpr std::array<std::string_view, 5> kNames{"module", "package", "namespace", "external", "ghost"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::vector<std::string_view> names(Marks marks) {
    constexpr std::array<std::string_view, 7> kNames{"deprecated", "test",     "generated", "unparsable",
                                                     "shim",       "shadowed", "standard"};
    std::vector<std::string_view> out;
    for (std::size_t bit = 0; bit < kNames.size(); ++bit)
        if (marks.bits & (1U << bit))
            out.push_back(kNames[bit]);
    return out;
}

// By its name below each source root: a missing module has no place of its own.
const RemovedIn* Snapshot::removalOf(ModuleId ghost) const {
    const Module& module = modules[ghost.value];
    if (!former || module.kind != ModuleKind::Ghost)
        return nullptr;
    std::string below = module.name;
    std::ranges::replace(below, '.', '/');
    for (const SourceRoot& root : roots)
        if (const RemovedIn* removal = former->removalOf(root.path == "." ? below : root.path + '/' + below))
            return removal;
    return nullptr;
}

void Snapshot::buildIndexes(std::vector<std::pair<std::string, ModuleId>> aliases) {
    aliases_ = std::move(aliases);
    std::sort(aliases_.begin(), aliases_.end());
    ofFile_.assign(project.files.size(), ModuleId());
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (modules[i].file.valid())
            ofFile_[modules[i].file.value] = ModuleId(i);

    groupBy(
        modules.size(), modules.size(), [&](std::size_t i) { return modules[i].parent; }, children_,
        childrenStart_);
    tops_.clear();
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (!modules[i].parent.valid())
            tops_.push_back(ModuleId(i));
    groupBy(
        edges.size(), modules.size(), [&](std::size_t i) { return edges[i].from; }, outgoing_,
        outgoingStart_);
    groupBy(
        edges.size(), modules.size(), [&](std::size_t i) { return edges[i].to; }, incoming_, incomingStart_);
}

std::optional<ModuleId> Snapshot::find(std::string_view nameOrPath) const {
    while (nameOrPath.starts_with("./"))
        nameOrPath.remove_prefix(2);
    if (const auto it =
            findSorted(modules, nameOrPath, [](const Module& m) { return std::string_view(m.name); });
        it != modules.end())
        return ModuleId(it - modules.begin());
    if (const auto it =
            findSorted(aliases_, nameOrPath, [](const auto& alias) { return std::string_view(alias.first); });
        it != aliases_.end())
        return it->second;
    const auto& files = project.files;
    const auto it =
        findSorted(files, nameOrPath, [](const facts::SourceFile& f) { return std::string_view(f.path); });
    const ModuleId module =
        it == files.end() ? ModuleId() : ofFile_[static_cast<std::size_t>(it - files.begin())];
    return module.valid() ? std::optional(module) : std::nullopt;
}

std::span<const ModuleId> Snapshot::children(ModuleId parent) const {
    return rangeOf(children_, childrenStart_, parent);
}

std::span<const ModuleId> Snapshot::tops() const {
    return tops_;
}

std::span<const EdgeId> Snapshot::outgoing(ModuleId from) const {
    return rangeOf(outgoing_, outgoingStart_, from);
}

std::span<const EdgeId> Snapshot::incoming(ModuleId to) const {
    return rangeOf(incoming_, incomingStart_, to);
}

std::optional<EdgeId> Snapshot::edge(ModuleId from, ModuleId to) const {
    const auto out = outgoing(from);
    const auto it = std::lower_bound(out.begin(), out.end(), to,
                                     [&](EdgeId e, ModuleId id) { return edges[e.value].to < id; });
    return it != out.end() && edges[it->value].to == to ? std::optional(*it) : std::nullopt;
}

const std::string& Snapshot::pathOf(ModuleId m) const {
    static const std::string kNoPath;
    const FileId file = modules[m.value].file;
    return file.valid() ? project.files[file.value].path : kNoPath;
}

bool Snapshot::within(ModuleId m, ModuleId ancestor) const {
    while (m.valid() && m != ancestor)
        m = modules[m.value].parent;
    return m.valid();
}

} // namespace espalier::graph
