#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/tangles.h"

#include <cstdio>

namespace espalier::cli {
namespace {

void printJson(const graph::Snapshot& snapshot, const std::vector<graph::Tangle>& tangles,
               const graph::EdgeFilter& filter) {
    JsonPrinter printer;
    printer.beginList("tangles");
    for (const graph::Tangle& tangle : tangles) {
        Json modules = Json::array(), shortest = Json::array();
        for (graph::ModuleId module : tangle.modules)
            modules.push_back(snapshot[module].name);
        for (graph::EdgeId edge : tangle.shortestCycle)
            shortest.push_back(edgeJson(snapshot, edge, filter));
        printer.item({{"modules", modules}, {"edges", tangle.edges.size()}, {"shortest", shortest}});
    }
    printer.endList();
}

void printText(const graph::Snapshot& snapshot, const std::vector<graph::Tangle>& tangles,
               const graph::EdgeFilter& filter) {
    if (tangles.empty()) {
        std::printf("No import cycles (kinds that count: %s).\n", kindsText(filter.kinds).c_str());
        return;
    }
    for (const graph::Tangle& tangle : tangles) {
        std::printf(
            "Tangle of %s, %s; a shortest cycle: %s\n", counted(tangle.modules.size(), "module").c_str(),
            counted(tangle.edges.size(), "edge").c_str(), chainText(snapshot, tangle.shortestCycle).c_str());
        for (graph::EdgeId edge : tangle.shortestCycle)
            printEdge(snapshot, edge, filter, "  ");
        std::printf("  modules:");
        for (graph::ModuleId module : tangle.modules)
            std::printf(" %s", printable(snapshot[module].name).c_str());
        std::printf("\n\n");
    }
}

} // namespace

int cyclesCommand(const Request& request) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const std::vector<graph::Tangle> tangles = graph::tangles(snapshot, request.filter);
    if (request.format == Format::Json)
        printJson(snapshot, tangles, request.filter);
    else
        printText(snapshot, tangles, request.filter);
    return 0;
}

} // namespace espalier::cli
