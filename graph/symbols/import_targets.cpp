#include "graph/symbols/import_targets.h"

#include <algorithm>

namespace espalier::graph {

ImportTargets::ImportTargets(const Snapshot& snapshot) {
    std::uint32_t slots = 0;
    for (const facts::SourceFile& file : snapshot.project.files) {
        firstStatement_.push_back(static_cast<std::uint32_t>(firstSlot_.size()));
        if (!file.facts)
            continue;
        for (const facts::ImportStatement& import : file.facts->imports) {
            firstSlot_.push_back(slots);
            slots += static_cast<std::uint32_t>(std::max<std::size_t>(1, import.names.size()));
        }
    }
    targets_.resize(slots);
    for (const Edge& edge : snapshot.edges)
        for (const StatementRef& ref : snapshot.statementsOf(edge)) {
            if (ref.flags.has(Flag::ImplicitParent) || ref.flags.has(Flag::String))
                continue;
            for (const std::uint16_t name : snapshot.namesOf(ref)) {
                Target& target = targets_[slot(ref.file, ref.import, name)];
                (ref.flags.has(Flag::Submodule) ? target.module : target.owner) = edge.to;
            }
        }
}

} // namespace espalier::graph
