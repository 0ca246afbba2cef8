#include "graph/model/assemble.h"

#include <algorithm>

namespace espalier::graph {
namespace {

KindSet& kindsFor(Edge& edge, facts::Flags flags) {
    if (flags.has(Flag::ImplicitParent))
        return edge.implicitParents;
    return flags.has(Flag::String) ? edge.strings : edge.plain;
}

class Assembler {
public:
    Assembler(Snapshot& snapshot, const Parts& parts)
        : snapshot_(snapshot)
        , parts_(parts) {}

    void addModules();
    void addEdges(FileId file);
    // The edges of `before` that start at modules from `first` up to but without `end`.
    void copyEdges(const Snapshot& before, ModuleId first, ModuleId end);

private:
    [[nodiscard]] ModuleId ghostParent(const std::string& name) const;

    Snapshot& snapshot_;
    const Parts parts_;
    std::vector<Reference> references_;
};

void Assembler::addModules() {
    const std::vector<Module>& modules = parts_.table.modules();
    snapshot_.modules.reserve(parts_.nodes.order.size());
    for (const std::uint32_t i : parts_.nodes.order) {
        Module& module = snapshot_.modules.emplace_back(modules[i]);
        if (module.kind == ModuleKind::Ghost)
            module.parent = ghostParent(module.name);
        else if (module.parent.valid())
            module.parent = parts_.nodes.idOf[module.parent.value];
    }
}

// The innermost package, namespace or ghost that the name lies in.
ModuleId Assembler::ghostParent(const std::string& name) const {
    for (std::size_t dot = name.rfind('.'); dot != std::string::npos && dot > 0;
         dot = name.rfind('.', dot - 1)) {
        const ModuleId known = parts_.table.named(name.substr(0, dot));
        if (!known.valid() || !parts_.nodes.idOf[known.value].valid())
            continue;
        const ModuleKind kind = parts_.table[known].kind;
        if (kind != ModuleKind::Module && kind != ModuleKind::External)
            return parts_.nodes.idOf[known.value];
    }
    return {};
}

// The references of one file, as edges in the order of their targets.
void Assembler::addEdges(FileId file) {
    references_ = parts_.resolver.results()[file.value].references;
    for (Reference& reference : references_)
        reference.to = parts_.nodes.idOf[reference.to.value];
    std::sort(references_.begin(), references_.end(), [](const Reference& a, const Reference& b) {
        if (a.to != b.to)
            return a.to < b.to;
        return a.import != b.import ? a.import < b.import : a.flags.bits < b.flags.bits;
    });
    const ModuleId importer = parts_.nodes.idOf[parts_.table.ofFile(file).value];
    const std::size_t firstEdge = snapshot_.edges.size();
    for (const Reference& reference : references_) {
        if (snapshot_.edges.size() == firstEdge || snapshot_.edges.back().to != reference.to) {
            Edge edge;
            edge.from = importer;
            edge.to = reference.to;
            edge.firstStatement = static_cast<std::uint32_t>(snapshot_.statements.size());
            snapshot_.edges.push_back(edge);
        }
        Edge& edge = snapshot_.edges.back();
        ++edge.statementCount;
        kindsFor(edge, reference.flags).add(reference.kind);
        snapshot_.statements.push_back({importer, file, reference.import, reference.firstName,
                                        reference.nameCount, reference.kind, reference.flags});
    }
}

void Assembler::copyEdges(const Snapshot& before, ModuleId first, ModuleId end) {
    const auto edgeAt = [&](ModuleId from) {
        return std::ranges::lower_bound(before.edges, from, {}, &Edge::from);
    };
    const auto begin = edgeAt(first), stop = edgeAt(end);
    if (begin == stop)
        return;
    const std::uint32_t from = begin->firstStatement,
                        to = std::prev(stop)->firstStatement + std::prev(stop)->statementCount;
    const std::uint32_t shift =
        static_cast<std::uint32_t>(snapshot_.statements.size()) - from; // may wrap around
    const std::size_t firstEdge = snapshot_.edges.size();
    snapshot_.edges.insert(snapshot_.edges.end(), begin, stop);
    for (std::size_t i = firstEdge; shift != 0 && i < snapshot_.edges.size(); ++i)
        snapshot_.edges[i].firstStatement += shift;
    snapshot_.statements.insert(snapshot_.statements.end(), before.statements.begin() + from,
                                before.statements.begin() + to);
}

std::vector<std::pair<std::string, ModuleId>> aliasesOf(const Parts& parts) {
    std::vector<std::pair<std::string, ModuleId>> aliases;
    for (const auto& [name, id] : parts.table.aliases())
        aliases.emplace_back(name, parts.nodes.idOf[id.value]);
    return aliases;
}

} // namespace

void assemble(Snapshot& snapshot, const Parts& parts, const Snapshot* before,
              std::span<const FileId> changed) {
    Assembler assembler(snapshot, parts);
    assembler.addModules();

    // The importers to be made anew, in order; what lies between them is copied.
    std::vector<std::pair<ModuleId, FileId>> importers;
    const auto add = [&](FileId file) {
        if (const ModuleId module = parts.table.ofFile(file); module.valid())
            importers.emplace_back(parts.nodes.idOf[module.value], file);
    };
    if (before)
        std::for_each(changed.begin(), changed.end(), add);
    else
        for (std::size_t i = 0; i < parts.resolver.results().size(); ++i)
            add(FileId(i));
    std::sort(importers.begin(), importers.end());

    std::size_t references = 0;
    for (const FileResult& result : parts.resolver.results())
        references += result.references.size();
    snapshot.statements.reserve(references);
    snapshot.edges.reserve(before ? before->edges.size() + references / 100 : 0);
    ModuleId next(0);
    for (const auto& [importer, file] : importers) {
        if (before)
            assembler.copyEdges(*before, next, importer);
        assembler.addEdges(file);
        next = ModuleId(importer.value + 1);
    }
    if (before)
        assembler.copyEdges(*before, next, ModuleId(snapshot.modules.size()));
    snapshot.nameIndexes = parts.resolver.nameIndexes();
    snapshot.buildIndexes(aliasesOf(parts));
}

} // namespace espalier::graph
