#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/importers.h"
#include "graph/analysis/tangles.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>

namespace espalier::cli {
namespace {

constexpr std::size_t kShown = 10; // of each list; the rest is counted

struct Sizes {
    std::array<std::size_t, 5> kinds{}; // by ModuleKind
    std::array<std::size_t, graph::kPathClassCount> classes{};
    std::size_t files = 0, lines = 0, statements = 0, edges = 0;
};

// A module with the statements that lead to it.
struct Imported {
    graph::ModuleId module;
    std::string symbol;
    bool shim = false;
    graph::ImporterCounts counts;
};

struct Report {
    Sizes sizes;
    std::vector<graph::Tangle> tangles;
    std::vector<Imported> deprecated, ghosts; // most statements first
    std::size_t deprecatedMethods = 0;        // not among `deprecated`
    std::map<std::string, std::size_t> problems;
};

Sizes measure(const graph::Snapshot& snapshot, const graph::EdgeFilter& filter) {
    Sizes sizes;
    for (const graph::Module& module : snapshot.modules) {
        ++sizes.kinds[static_cast<std::size_t>(module.kind)];
        sizes.lines += module.lines;
        if (module.file.valid())
            ++sizes.classes[static_cast<std::size_t>(module.cls)];
    }
    for (const facts::SourceFile& file : snapshot.project.files) {
        sizes.files += file.facts != nullptr;
        sizes.statements +=
            file.facts ? static_cast<std::size_t>(
                             std::count_if(file.facts->imports.begin(), file.facts->imports.end(),
                                           [](const auto& i) { return i.form != facts::ImportForm::String; }))
                       : 0;
    }
    for (const graph::Edge& edge : snapshot.edges)
        sizes.edges += filter.admits(edge) && snapshot[edge.to].kind != graph::ModuleKind::External;
    return sizes;
}

void rank(const graph::Snapshot& snapshot, std::vector<Imported>& list) {
    std::sort(list.begin(), list.end(), [&](const Imported& a, const Imported& b) {
        if (a.counts.total.statements != b.counts.total.statements)
            return a.counts.total.statements > b.counts.total.statements;
        return std::tie(snapshot[a.module].name, a.symbol) < std::tie(snapshot[b.module].name, b.symbol);
    });
}

Report makeReport(const graph::Snapshot& snapshot, const graph::EdgeFilter& filter) {
    Report report;
    report.sizes = measure(snapshot, filter);
    report.tangles = graph::tangles(snapshot, filter);
    const graph::EdgeFilter everyKind = graph::EdgeFilter::everything();
    std::optional<graph::SymbolImporters> reached; // of the module of the entry before
    const graph::Deprecation* last = nullptr;
    for (const graph::Deprecation& d : snapshot.deprecations) {
        if (d.weak() || (last && last->module == d.module && last->symbol == d.symbol))
            continue;
        if (!last || last->module != d.module)
            reached.emplace(snapshot, d.module, everyKind);
        last = &d;
        if (d.symbol.find('.') != std::string::npos)
            ++report.deprecatedMethods;
        else
            report.deprecated.push_back(
                {d.module, d.symbol, d.shim, graph::count(snapshot, reached->of(d.symbol))});
    }
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i)
        if (snapshot.modules[i].kind == graph::ModuleKind::Ghost)
            report.ghosts.push_back(
                {graph::ModuleId(i),
                 {},
                 false,
                 graph::count(snapshot, graph::importers(snapshot, graph::ModuleId(i), everyKind))});
    rank(snapshot, report.deprecated);
    rank(snapshot, report.ghosts);
    for (const graph::Problem& problem : snapshot.problems)
        ++report.problems[problem.code];
    return report;
}

void printSizes(const graph::Snapshot& snapshot, const Sizes& sizes, const graph::EdgeFilter& filter) {
    const auto kind = [&](graph::ModuleKind k) { return sizes.kinds[static_cast<std::size_t>(k)]; };
    std::printf("%s\n", printable(snapshot.project.root).c_str());
    if (!snapshot.project.revision.empty())
        std::printf("%s %s\n", snapshot.project.workingTree ? "working tree on commit" : "commit",
                    printable(snapshot.project.revision).c_str());
    std::printf("\nSize\n  %s, %s; %s, %s, %s\n", counted(sizes.files, "file").c_str(),
                counted(sizes.lines, "line").c_str(),
                counted(kind(graph::ModuleKind::Module), "module").c_str(),
                counted(kind(graph::ModuleKind::Package), "package").c_str(),
                counted(kind(graph::ModuleKind::Namespace), "namespace").c_str());
    std::printf("  %s; %s between project modules (%s)\n",
                counted(sizes.statements, "import statement").c_str(), counted(sizes.edges, "edge").c_str(),
                kindsText(filter.kinds).c_str());
    std::printf("  ");
    for (int i = 0; i < graph::kPathClassCount; ++i)
        std::printf("%s%s %s", i ? ", " : "",
                    std::string(graph::name(static_cast<graph::PathClass>(i))).c_str(),
                    thousands(sizes.classes[static_cast<std::size_t>(i)]).c_str());
    std::printf(" (files by class)\n  external top-level modules: %s\n",
                thousands(kind(graph::ModuleKind::External)).c_str());
    for (const graph::SourceRoot& root : snapshot.roots)
        std::printf("  source root %s: %s\n", printable(root.path).c_str(), printable(root.reason).c_str());
}

void printTangles(const graph::Snapshot& snapshot, const Report& report, const graph::EdgeFilter& filter) {
    std::printf("\nTangles (%s)\n", kindsText(filter.kinds).c_str());
    if (report.tangles.empty())
        std::printf("  none: no import cycles\n");
    for (std::size_t i = 0; i < std::min(kShown, report.tangles.size()); ++i) {
        const graph::Tangle& tangle = report.tangles[i];
        std::printf("  %s, %s; a shortest cycle: %s\n", counted(tangle.modules.size(), "module").c_str(),
                    counted(tangle.edges.size(), "edge").c_str(),
                    chainText(snapshot, tangle.shortestCycle).c_str());
        for (graph::EdgeId id : tangle.shortestCycle) {
            for (const graph::StatementRef& ref : snapshot.statementsOf(snapshot[id])) {
                if (!filter.admits(ref))
                    continue;
                printStatement(snapshot, ref, "      ");
                break;
            }
        }
    }
    if (report.tangles.size() > kShown)
        std::printf("  … %zu more: espalier cycles\n", report.tangles.size() - kShown);
}

void printImported(const graph::Snapshot& snapshot, const char* title, const std::vector<Imported>& list,
                   const char* none, const char* more) {
    std::printf("\n%s\n", title);
    if (list.empty())
        std::printf("  %s\n", none);
    for (std::size_t i = 0; i < std::min(kShown, list.size()); ++i) {
        const Imported& item = list[i];
        std::printf("  %s%s%s%s: %s\n", printable(snapshot[item.module].name).c_str(),
                    item.symbol.empty() ? "" : ":", printable(item.symbol).c_str(),
                    item.shim ? " (shim)" : "", countsText(item.counts).c_str());
    }
    if (list.size() > kShown)
        std::printf("  … %zu more: %s\n", list.size() - kShown, more);
}

void printProblems(const graph::Snapshot& snapshot, const Report& report) {
    std::printf("\nProblems\n");
    if (report.problems.empty())
        std::printf("  none\n");
    for (const auto& [code, number] : report.problems) {
        const auto first =
            std::find_if(snapshot.problems.begin(), snapshot.problems.end(),
                         [&, &word = code](const graph::Problem& p) { return p.code == word; });
        std::printf("  %s × %zu, first: %s%s%s\n", printable(code).c_str(), number,
                    first->path.empty() ? "the project" : printable(first->path).c_str(),
                    first->line ? (":" + std::to_string(first->line) + ": ").c_str() : ": ",
                    printable(first->message).c_str());
    }
}

Json importedJson(const graph::Snapshot& snapshot, const std::vector<Imported>& list) {
    Json out = Json::array();
    for (const Imported& item : list)
        out.push_back({{"module", snapshot[item.module].name},
                       {"symbol", item.symbol},
                       {"shim", item.shim},
                       {"importers", countsJson(item.counts)}});
    return out;
}

void printJson(const graph::Snapshot& snapshot, const Report& report, const graph::EdgeFilter& filter) {
    Json json{{"schema", kSchema}, {"root", snapshot.project.root}, {"revision", snapshot.project.revision}};
    Json& sizes = json["sizes"];
    sizes = {{"files", report.sizes.files},
             {"lines", report.sizes.lines},
             {"statements", report.sizes.statements},
             {"edges", report.sizes.edges}};
    for (int i = 0; i < 5; ++i)
        sizes["modules"][std::string(graph::name(static_cast<graph::ModuleKind>(i)))] =
            report.sizes.kinds[static_cast<std::size_t>(i)];
    for (int i = 0; i < graph::kPathClassCount; ++i)
        sizes["files_by_class"][std::string(graph::name(static_cast<graph::PathClass>(i)))] =
            report.sizes.classes[static_cast<std::size_t>(i)];
    json["roots"] = Json::array();
    for (const graph::SourceRoot& root : snapshot.roots)
        json["roots"].push_back({{"path", root.path}, {"reason", root.reason}});
    json["tangles"] = Json::array();
    for (const graph::Tangle& tangle : report.tangles) {
        Json shortest = Json::array();
        for (graph::EdgeId edge : tangle.shortestCycle)
            shortest.push_back(edgeJson(snapshot, edge, filter));
        json["tangles"].push_back(
            {{"size", tangle.modules.size()}, {"edges", tangle.edges.size()}, {"shortest", shortest}});
    }
    json["deprecated"] = importedJson(snapshot, report.deprecated);
    json["deprecated_methods"] = report.deprecatedMethods;
    json["ghosts"] = importedJson(snapshot, report.ghosts);
    json["problems"] = Json::object();
    for (const auto& [code, number] : report.problems)
        json["problems"][code] = number;
    print(json);
}

} // namespace

int reportCommand(const Request& request) {
    const auto opened = indexAndOpen(request, true);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const Report report = makeReport(snapshot, request.filter);
    if (request.format == Format::Json) {
        printJson(snapshot, report, request.filter);
        return 0;
    }
    printSizes(snapshot, report.sizes, request.filter);
    printTangles(snapshot, report, request.filter);
    printImported(snapshot, "Deprecated, and who still imports it", report.deprecated, "nothing",
                  "espalier deprecated");
    if (report.deprecatedMethods > 0)
        std::printf("  and %s: espalier deprecated\n",
                    counted(report.deprecatedMethods, "deprecated method").c_str());
    printImported(snapshot, "Ghosts: imported, but there is no such module", report.ghosts, "none",
                  "espalier graph --format json");
    printProblems(snapshot, report);
    return 0;
}

} // namespace espalier::cli
