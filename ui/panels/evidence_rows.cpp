#include "ui/panels/evidence_rows.h"

#include <algorithm>
#include <set>

namespace espalier::ui {

std::vector<graph::EdgeId> edgesOf(const graph::Snapshot& s, graph::ModuleId module, Direction direction,
                                   bool whole) {
    const bool incoming = direction == Direction::Importers;
    std::vector<graph::EdgeId> out;
    std::vector<graph::ModuleId> inside{module};
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const graph::ModuleId m = inside[i];
        for (const graph::EdgeId e : incoming ? s.incoming(m) : s.outgoing(m))
            if (graph::EdgeFilter::everything().admits(s[e]) &&
                !(whole && s.within(incoming ? s[e].from : s[e].to, module)))
                out.push_back(e);
        if (whole)
            inside.insert(inside.end(), s.children(m).begin(), s.children(m).end());
    }
    return out;
}

std::size_t otherEnds(const graph::Snapshot& s, const std::vector<graph::EdgeId>& edges,
                      Direction direction) {
    std::set<graph::ModuleId> ends;
    for (const graph::EdgeId e : edges)
        ends.insert(direction == Direction::Importers ? s[e].from : s[e].to);
    return ends.size();
}

std::vector<EvidenceRow> evidenceRows(const graph::Snapshot& s, const std::vector<graph::EdgeId>& edges) {
    std::vector<EvidenceRow> rows;
    for (const graph::EdgeId e : edges)
        for (const graph::StatementRef& statement : s.statementsOf(s[e]))
            if (graph::EdgeFilter::everything().admits(statement))
                rows.push_back({statement, s[e].from, s[e].to});
    // Files are sorted by path, and the statements of a file by place.
    const auto key = [](const EvidenceRow& r) {
        return std::pair(r.statement.file.value, r.statement.import);
    };
    std::ranges::stable_sort(rows, {}, key);
    rows.erase(std::ranges::unique(rows, {}, key).begin(), rows.end());
    return rows;
}

} // namespace espalier::ui
