#include "app/cli/cycle_ages.h"

#include "app/cli/text.h"
#include "app/project/commit.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

// Renames make no tangle worse, and take long to find: they count where a module has no namesake before.
bool mayBeRenamed(const graph::Difference& difference, const graph::Snapshot& before,
                  const graph::Snapshot& after) {
    return std::ranges::any_of(difference.worseTangles, [&](const auto& change) {
        return std::ranges::any_of(change.joined,
                                   [&](graph::ModuleId id) { return !before.find(after[id].name); });
    });
}

} // namespace

facts::Result<TangleAges> agesSinceBaseline(const CyclesRequest& cycles, const graph::Snapshot& after,
                                            const std::vector<graph::Tangle>& tangles) {
    TangleAges out{cycles.since.empty() ? after.baseline : cycles.since, {}};
    out.tangles.assign(tangles.size(), graph::TangleAge::Known);
    if (cycles.noBaseline || out.since.empty() || tangles.empty()) {
        out.since.clear();
        return out;
    }
    Request older = cycles.request;
    older.at = out.since;
    const auto before = indexAndOpen(older, false);
    if (!before && (!cycles.since.empty() || interrupted()))
        return before.error();
    if (!before) {
        std::fprintf(stderr, "espalier: the baseline is not compared with: %s\n",
                     before.error().text().c_str());
        out.since.clear();
        return out;
    }
    const graph::EdgeFilter& filter = cycles.request.filter;
    graph::Difference found = graph::difference(**before, after, {}, filter);
    if (mayBeRenamed(found, **before, after))
        found =
            graph::difference(**before, after, project::renames((*before)->project, after.project), filter);
    out.tangles = graph::agesOf(tangles, found);
    return out;
}

std::string ageText(graph::TangleAge age, const std::string& since) {
    return age == graph::TangleAge::Known
               ? ""
               : (age == graph::TangleAge::New ? "new since " : "grown since ") + printable(since);
}

} // namespace espalier::cli
