#include "ui/panels/common_imports.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <set>

namespace espalier::ui {

namespace {

struct CommonImports {
    Q_DECLARE_TR_FUNCTIONS(CommonImports)
};

constexpr std::size_t kNamed = 6;

using ModuleSet = std::set<graph::ModuleId>;

// The other ends of what leads out of (or into) `module` and what lies below it.
ModuleSet neighbours(const graph::Snapshot& s, graph::ModuleId module, bool imports) {
    ModuleSet out;
    std::vector<graph::ModuleId> inside{module};
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const graph::ModuleId m = inside[i];
        for (const graph::EdgeId e : imports ? s.outgoing(m) : s.incoming(m))
            if (const graph::ModuleId other = imports ? s[e].to : s[e].from;
                !s.within(other, module) && graph::EdgeFilter::everything().admits(s[e]))
                out.insert(other);
        inside.insert(inside.end(), s.children(m).begin(), s.children(m).end());
    }
    return out;
}

ModuleSet commonTo(const graph::Snapshot& s, const std::vector<graph::ModuleId>& modules, bool imports) {
    ModuleSet common = neighbours(s, modules.front(), imports);
    for (std::size_t i = 1; i < modules.size() && !common.empty(); ++i) {
        ModuleSet kept;
        std::ranges::set_intersection(common, neighbours(s, modules[i], imports),
                                      std::inserter(kept, kept.end()));
        common = std::move(kept);
    }
    return common;
}

QString listed(const graph::Snapshot& s, const ModuleSet& modules) {
    QStringList names;
    for (const graph::ModuleId m : modules) {
        if (names.size() == static_cast<qsizetype>(kNamed)) {
            names << CommonImports::tr("%1 more").arg(number(modules.size() - kNamed));
            break;
        }
        names << toQt(s[m].name);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

std::vector<graph::EdgeId> edgesAmong(const graph::Snapshot& snapshot,
                                      const std::vector<graph::ModuleId>& modules,
                                      const graph::EdgeFilter& filter) {
    std::vector<int> groupOf(snapshot.modules.size(), -1);
    for (std::size_t i = 0; i < modules.size(); ++i) {
        std::vector<graph::ModuleId> inside{modules[i]};
        for (std::size_t k = 0; k < inside.size(); ++k) {
            groupOf[inside[k].value] = static_cast<int>(i);
            const auto children = snapshot.children(inside[k]);
            inside.insert(inside.end(), children.begin(), children.end());
        }
    }
    std::vector<graph::EdgeId> out;
    for (std::size_t i = 0; i < snapshot.edges.size(); ++i) {
        const graph::Edge& e = snapshot.edges[i];
        const int from = groupOf[e.from.value], to = groupOf[e.to.value];
        if (from >= 0 && to >= 0 && from != to && filter.admits(e))
            out.emplace_back(i);
    }
    return out;
}

QStringList commonFacts(const graph::Snapshot& snapshot, const std::vector<graph::ModuleId>& modules) {
    QStringList facts;
    if (const ModuleSet common = commonTo(snapshot, modules, true); !common.empty())
        facts << CommonImports::tr("All of them import %1.").arg(listed(snapshot, common));
    if (const ModuleSet common = commonTo(snapshot, modules, false); !common.empty())
        facts << CommonImports::tr("All of them are imported by %1.").arg(listed(snapshot, common));
    return facts;
}

} // namespace espalier::ui
