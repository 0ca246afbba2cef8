#include "graph/history/violations.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace espalier::graph {
namespace {

void sortOnce(std::vector<DeprecatedTarget>& targets) {
    std::ranges::sort(targets);
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
}

void add(const Snapshot& snapshot, const StatementRef& ref, const DeprecatedTarget& target,
         std::vector<Violation>& out) {
    const facts::ImportStatement& statement = snapshot.importOf(ref);
    const auto put = [&](std::string name) {
        out.push_back({{snapshot.pathOf(ref), target.text(), std::move(name), statement.scope}, ref});
    };
    const bool named = statement.form != facts::ImportForm::Call && !snapshot.namesOf(ref).empty();
    for (const std::uint16_t name : snapshot.namesOf(ref))
        if (named && (target.symbol.empty() || statement.form == facts::ImportForm::Import ||
                      ref.flags.has(Flag::Submodule) || statement.names[name].name == target.symbol ||
                      statement.names[name].name == "*"))
            put(statement.names[name].name);
    if (!named)
        put(statement.module);
}

} // namespace

std::vector<DeprecatedTarget> deprecatedTargets(const Snapshot& snapshot) {
    std::vector<DeprecatedTarget> out;
    for (const Deprecation& deprecation : snapshot.deprecations)
        if (!deprecation.weak())
            out.push_back({snapshot[deprecation.module].name, deprecation.symbol});
    for (const Campaign& campaign : snapshot.campaigns)
        for (DeprecatedTarget& target : deprecatedTargets(campaign))
            out.push_back(std::move(target));
    sortOnce(out);
    return out;
}

std::vector<DeprecatedTarget> deprecatedTargets(const Campaign& campaign) {
    std::vector<DeprecatedTarget> out;
    for (const std::string& text : campaign.deprecated) {
        const std::size_t colon = text.find(':');
        out.push_back({text.substr(0, colon), colon == std::string::npos ? "" : text.substr(colon + 1)});
    }
    sortOnce(out);
    return out;
}

std::vector<Violation> violations(const Snapshot& snapshot, const std::vector<DeprecatedTarget>& targets) {
    std::vector<Violation> out;
    std::optional<SymbolImporters> importers; // of the module of the target before
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto module = snapshot.find(targets[i].module);
        if (!module)
            continue;
        if (!importers || targets[i].module != targets[i - 1].module)
            importers.emplace(snapshot, *module, EdgeFilter::everything());
        for (const StatementRef& ref : importers->of(targets[i].symbol))
            add(snapshot, ref, targets[i], out);
    }
    std::ranges::sort(out, [&](const Violation& a, const Violation& b) {
        const auto place = [&](const Violation& v) {
            const facts::Span& span = snapshot.importOf(v.statement).span;
            return std::tie(v.key.path, span.line, span.column, v.key.target, v.key.name);
        };
        return place(a) < place(b);
    });
    return out;
}

} // namespace espalier::graph
