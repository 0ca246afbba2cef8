// The index from definitions to the statements that import them.
#include "graph/symbols/symbols.h"

namespace espalier::graph {

void Symbols::indexImports() {
    std::vector<std::pair<OriginId, ImportOf>> found;
    for (std::size_t e = 0; e < snapshot_->edges.size(); ++e) {
        const Edge& edge = snapshot_->edges[e];
        if (edge.plain.bits == 0)
            continue;
        for (std::uint32_t s = edge.firstStatement; s < edge.firstStatement + edge.statementCount; ++s) {
            const StatementRef& ref = snapshot_->statements[s];
            if (ref.flags.has(Flag::ImplicitParent) ||
                snapshot_->importOf(ref).form != facts::ImportForm::From)
                continue;
            for (const std::uint16_t name : snapshot_->namesOf(ref))
                for (const OriginId id : origins(ref.file, ref.import, name))
                    found.emplace_back(id, ImportOf{EdgeId(e), s, name});
        }
    }
    // By counting: in order of edges for each origin.
    importsStart_.assign(origins_.size() + 1, 0);
    for (const auto& [id, import] : found)
        ++importsStart_[id.value + 1];
    for (std::size_t i = 1; i < importsStart_.size(); ++i)
        importsStart_[i] += importsStart_[i - 1];
    std::vector<std::uint32_t> next(importsStart_.begin(), importsStart_.end() - 1);
    imports_.resize(found.size());
    for (const auto& [id, import] : found)
        imports_[next[id.value]++] = import;
}

std::span<const Symbols::ImportOf> Symbols::importsOf(OriginId origin) {
    if (importsStart_.empty())
        indexImports();
    if (origin.value + 1 >= importsStart_.size())
        return {}; // found since, and by other ways than an import
    const std::uint32_t begin = importsStart_[origin.value];
    return {imports_.data() + begin, importsStart_[origin.value + 1] - begin};
}

} // namespace espalier::graph
