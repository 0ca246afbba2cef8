#include "app/cli/symbol_text.h"

#include "app/cli/text.h"
#include "graph/symbols/find_symbol.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace espalier::cli {

Json originJson(const graph::Symbols& symbols, graph::OriginId id) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    const graph::Origin& origin = symbols[id];
    const facts::Definition* definition = graph::definitionOf(snapshot, origin);
    Json json;
    json["kind"] = !definition                                        ? graph::name(origin.kind)
                   : definition->kind == facts::DefinitionKind::Class ? "class"
                                                                      : "function";
    json["module"] = origin.module.valid() ? Json(snapshot[origin.module].name) : Json();
    json["name"] = origin.name;
    if (const facts::Binding* binding = graph::bindingOf(snapshot, origin)) {
        addPath(json, snapshot.pathOf(origin.module));
        json["line"] = binding->line;
    }
    return json;
}

std::string originText(const graph::Symbols& symbols, graph::OriginId id) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    std::string out = graph::words(snapshot, symbols[id]);
    if (const facts::Binding* binding = graph::bindingOf(snapshot, symbols[id]))
        out += " (" + snapshot.pathOf(symbols[id].module) + ':' + std::to_string(binding->line) + ')';
    return printable(out);
}

Json stepsJson(const graph::Snapshot& snapshot, std::span<const graph::Step> steps) {
    Json out = Json::array();
    for (const graph::Step& step : steps) {
        Json json;
        json["module"] = snapshot[step.module].name;
        addPath(json, snapshot.pathOf(step.module));
        json["line"] = step.line;
        json["text"] = step.text;
        out.push_back(std::move(json));
    }
    return out;
}

void printSteps(const graph::Snapshot& snapshot, std::span<const graph::Step> steps,
                std::string_view indent) {
    for (const graph::Step& step : steps) {
        const std::string& path = snapshot.pathOf(step.module);
        std::string where = path.empty() ? snapshot[step.module].name : path;
        if (step.line > 0)
            where += ':' + std::to_string(step.line);
        std::printf("%.*s%s  %s\n", static_cast<int>(indent.size()), indent.data(), printable(where).c_str(),
                    printable(step.text).c_str());
    }
}

std::string usesText(std::span<const graph::SymbolUse> uses) {
    std::map<graph::UseKind, std::size_t> counts;
    for (const graph::SymbolUse& use : uses)
        ++counts[use.kind];
    std::string out;
    for (const auto& [kind, count] : counts)
        out += (out.empty() ? " (" : ", ") + std::string(graph::name(kind)) + ' ' + thousands(count);
    return counted(uses.size(), "use") + (out.empty() ? out : out + ')');
}

Json useJson(const graph::Snapshot& snapshot, const graph::Ranks& ranks, const graph::SymbolUse& use) {
    Json json;
    addPath(json, snapshot.pathOf(use.module));
    json["line"] = use.line;
    json["column"] = use.column;
    json["kind"] = graph::name(use.kind);
    json["class"] = graph::name(snapshot[use.module].cls);
    json["rank"] = graph::name(ranks.of(use.module));
    json["module"] = snapshot[use.module].name;
    json["text"] = use.text;
    return json;
}

void printUse(const graph::Snapshot& snapshot, const graph::Ranks& ranks, const graph::SymbolUse& use) {
    std::printf("  %s  %s:%u  [%s]  %s\n", std::string(graph::name(ranks.of(use.module))).c_str(),
                printable(snapshot.pathOf(use.module)).c_str(), use.line,
                std::string(graph::name(use.kind)).c_str(), printable(use.text).c_str());
}

std::vector<graph::ImportPath> askedFor(const graph::Snapshot& snapshot, const std::string& text) {
    std::vector<graph::ImportPath> found = graph::findSymbol(snapshot, text);
    if (!found.empty())
        return found;
    const std::size_t colon = text.find(':');
    if (colon != std::string::npos)
        suggest(snapshot, text.substr(0, colon));
    else
        std::fprintf(stderr, "espalier: nothing is called '%s' here\n", printable(text).c_str());
    return found;
}

std::vector<graph::OriginId> originsOf(graph::Symbols& symbols, std::span<const graph::ImportPath> paths) {
    std::vector<graph::OriginId> out;
    for (const graph::ImportPath& path : paths)
        for (const graph::OriginId origin : symbols.origins(path.module, path.name))
            if (std::ranges::find(out, origin) == out.end())
                out.push_back(origin);
    return out;
}

} // namespace espalier::cli
