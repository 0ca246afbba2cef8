#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/importers.h"

#include <cstdio>

namespace espalier::cli {
namespace {

std::string sourceText(const graph::Deprecation& deprecation) {
    return deprecation.configured ? "configured" : std::string(facts::name(deprecation.source));
}

std::string targetText(const graph::Snapshot& snapshot, const graph::Deprecation& deprecation) {
    return snapshot[deprecation.module].name + (deprecation.symbol.empty() ? "" : ":" + deprecation.symbol);
}

// Several pieces of evidence may speak of one target; the importers are listed with the first.
bool sameTarget(const graph::Deprecation& a, const graph::Deprecation& b) {
    return a.module == b.module && a.symbol == b.symbol;
}

Json evidenceJson(const graph::Snapshot& snapshot, const graph::Deprecation& d) {
    return {{"source", sourceText(d)}, {"weak", d.weak()},     {"path", snapshot.pathOf(d.module)},
            {"line", d.line},          {"message", d.message}, {"replacement", d.replacement},
            {"removal", d.removal}};
}

} // namespace

int deprecatedCommand(const Request& request) {
    const auto opened = indexAndOpen(request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const std::vector<graph::Deprecation>& all = snapshot.deprecations;
    const bool json = request.format == Format::Json;
    std::optional<JsonPrinter> printer;
    if (json) {
        printer.emplace();
        printer->beginList("deprecated");
    } else if (all.empty()) {
        std::printf("Nothing here is deprecated, neither by its own word nor by configuration.\n");
    }
    std::optional<graph::SymbolImporters> reached; // of the module of the entry before
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && sameTarget(all[i], all[end]))
            ++end;
        if (i == 0 || all[i].module != all[i - 1].module)
            reached.emplace(snapshot, all[i].module, request.filter);
        const auto statements = reached->of(all[i].symbol);
        const graph::ImporterCounts counts = graph::count(snapshot, statements);
        if (json) {
            Json item{{"module", snapshot[all[i].module].name},
                      {"symbol", all[i].symbol},
                      {"exists", snapshot[all[i].module].kind != graph::ModuleKind::Ghost},
                      {"shim", all[i].shim},
                      {"importers", countsJson(counts)}};
            for (std::size_t k = i; k < end; ++k)
                item["evidence"].push_back(evidenceJson(snapshot, all[k]));
            for (const graph::StatementRef& statement : statements)
                item["statements"].push_back(statementJson(snapshot, statement));
            if (statements.empty())
                item["statements"] = Json::array();
            printer->item(item);
        } else {
            std::printf("%s%s: %s\n", printable(targetText(snapshot, all[i])).c_str(),
                        all[i].shim ? " (shim)" : "", countsText(counts).c_str());
            for (std::size_t k = i; k < end; ++k)
                std::printf("  %s%s%s: %s\n", sourceText(all[k]).c_str(), all[k].weak() ? " (weak)" : "",
                            all[k].line ? (", line " + std::to_string(all[k].line)).c_str() : "",
                            printable(all[k].message).c_str());
            for (const graph::StatementRef& statement : statements)
                printStatement(snapshot, statement, "    ");
        }
        i = end;
    }
    if (json)
        printer->endList();
    return 0;
}

} // namespace espalier::cli
