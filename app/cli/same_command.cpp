// `espalier same` and `espalier uses`: whether two names are one object, and who uses one.
#include "app/cli/commands.h"
#include "app/cli/symbol_text.h"
#include "app/cli/text.h"
#include "graph/symbols/sameness.h"

#include <array>
#include <cstdio>

namespace espalier::cli {
namespace {

struct Side {
    graph::ImportPath path;
    std::vector<std::vector<graph::Step>> chains; // of each origin
};

Side sideOf(graph::Symbols& symbols, const graph::ImportPath& path) {
    Side side{path, {}};
    for (const graph::OriginId origin : symbols.origins(path.module, path.name))
        side.chains.push_back(symbols.proof(path.module, path.name, origin));
    return side;
}

Json sideJson(const graph::Snapshot& snapshot, const Side& side) {
    Json json{{"path", graph::text(snapshot, side.path)}, {"chains", Json::array()}};
    for (const auto& chain : side.chains)
        json["chains"].push_back(stepsJson(snapshot, chain));
    return json;
}

void printSide(const graph::Snapshot& snapshot, const Side& side) {
    for (const auto& chain : side.chains) {
        std::printf("\n  %s\n", printable(graph::text(snapshot, side.path)).c_str());
        printSteps(snapshot, chain, "    ");
    }
}

} // namespace

int sameCommand(const Request& request, const std::string& a, const std::string& b) {
    const auto opened = indexAndOpen(request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    graph::Symbols symbols(*opened);
    std::vector<graph::ImportPath> asked;
    for (const std::string* text : {&a, &b}) {
        const auto found = askedFor(snapshot, *text);
        if (found.empty())
            return 0;
        if (found.size() > 1)
            return fail(
                {"'" + *text + "' is the name of several things",
                 {},
                 "say which: " + graph::text(snapshot, found[0]) + ", " + graph::text(snapshot, found[1])});
        asked.push_back(found.front());
    }
    const graph::Sameness answer = graph::same(symbols, asked[0], asked[1]);
    const std::array<Side, 2> sides{sideOf(symbols, asked[0]), sideOf(symbols, asked[1])};
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("same", answer.verdict == graph::Same::CantTell
                                  ? Json()
                                  : Json(answer.verdict == graph::Same::Yes));
        printer.field("reason", answer.reason);
        printer.list("sides", sides, [&](const Side& side) { return sideJson(snapshot, side); });
        return 0;
    }
    std::printf("%s: %s\n", std::string(graph::name(answer.verdict)).c_str(),
                printable(answer.reason).c_str());
    for (const Side& side : sides)
        printSide(snapshot, side);
    return 0;
}

int usesCommand(const Request& request, const std::string& target) {
    const auto opened = indexAndOpen(request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    graph::Symbols symbols(*opened);
    const auto origins = originsOf(symbols, askedFor(snapshot, target));
    const std::vector<graph::SymbolUse> found = graph::uses(symbols, origins);
    const graph::Ranks ranks(snapshot);
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("symbol", target);
        printer.list("definitions", origins, [&](graph::OriginId id) { return originJson(symbols, id); });
        printer.list("uses", found,
                     [&](const graph::SymbolUse& use) { return useJson(snapshot, ranks, use); });
        return 0;
    }
    for (const graph::OriginId origin : origins)
        std::printf("%s\n", originText(symbols, origin).c_str());
    RankCounts counts;
    for (const graph::SymbolUse& use : found)
        counts.add(ranks.of(use.module));
    if (!origins.empty())
        std::printf("%s%s%s\n", usesText(found).c_str(), found.empty() ? "" : "; ", counts.text().c_str());
    for (const graph::SymbolUse& use : found)
        printUse(snapshot, ranks, use);
    return 0;
}

} // namespace espalier::cli
