// `espalier diff` and `espalier check`: two states of a project, held against each other.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "app/project/baseline.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

using graph::Difference;
using graph::Snapshot;
using graph::SnapshotPtr;

struct Sides {
    SnapshotPtr before, after;
    Difference difference;
};

// `request.at` is the newer side. Errors: as indexAndOpen().
facts::Result<Sides> compare(const Request& request, const std::string& before) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return location.error();
    const auto after = indexAndOpen(request, true);
    if (!after)
        return after.error();
    ProgressPrinter printer(defaultProgressStyle());
    auto changes = project::Baseline(*location).changes(
        {before, false, project::configOf(*location, request.config)}, **after, request.filter,
        [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
    if (!changes)
        return changes.error();
    return Sides{std::move(changes->before), *after, std::move(changes->difference)};
}

std::string nameOf(const Snapshot& snapshot) {
    const facts::ProjectFacts& project = snapshot.project;
    return project.workingTree ? "the working tree" : project.revision.substr(0, 10);
}

std::string modulesText(const Snapshot& snapshot, const std::vector<graph::ModuleId>& modules) {
    std::string out;
    for (const graph::ModuleId module : modules)
        out += (out.empty() ? "" : ", ") + printable(snapshot[module].name);
    return out;
}

void printModules(const char* sign, const Snapshot& snapshot, const std::vector<graph::ModuleId>& modules) {
    for (const graph::ModuleId module : modules)
        std::printf("  %s %s\n", sign, printable(snapshot[module].name).c_str());
}

void printViolations(const char* sign, const Snapshot& snapshot,
                     const std::vector<graph::Violation>& violations) {
    for (const graph::Violation& violation : violations) {
        std::printf("  %s %s\n", sign, printable(violation.key.target).c_str());
        printStatement(snapshot, violation.statement, "      ");
    }
}

void printTangles(const Snapshot& snapshot, const std::vector<Difference::TangleChange>& changes,
                  const char* whole, const char* part, const graph::EdgeFilter& filter) {
    for (const Difference::TangleChange& change : changes) {
        std::printf("  %s: %s\n", change.grown ? part : whole, modulesText(snapshot, change.joined).c_str());
        if (change.grown)
            std::printf("    of %s\n", counted(change.tangle.modules.size(), "module").c_str());
        for (const graph::EdgeId edge : change.tangle.shortestCycle)
            printEdge(snapshot, edge, filter, "    ");
    }
}

Json violationJson(const Snapshot& snapshot, const graph::Violation& violation) {
    Json json = importerJson(snapshot, violation.statement);
    json["target"] = violation.key.target;
    json["name"] = violation.key.name;
    return json;
}

Json tangleJson(const Snapshot& snapshot, const Difference::TangleChange& change,
                const graph::EdgeFilter& filter, const char* part) {
    Json json{
        {"change", change.grown ? part : "whole"}, {"modules", Json::array()}, {"changed", Json::array()}};
    for (const graph::ModuleId module : change.tangle.modules)
        json["modules"].push_back(snapshot[module].name);
    for (const graph::ModuleId module : change.joined)
        json["changed"].push_back(snapshot[module].name);
    json["shortest"] = Json::array();
    for (const graph::EdgeId edge : change.tangle.shortestCycle)
        json["shortest"].push_back(edgeJson(snapshot, edge, filter));
    return json;
}

void sideFields(JsonPrinter& printer, const Sides& sides) {
    printer.field("before", sides.before->project.revision);
    printer.field("after", sides.after->project.workingTree ? Json() : Json(sides.after->project.revision));
}

void printDiffJson(const Request& request, const Sides& sides) {
    const Difference& found = sides.difference;
    const Snapshot &before = *sides.before, &after = *sides.after;
    JsonPrinter printer;
    sideFields(printer, sides);
    const auto names = [&](const char* key, const Snapshot& side,
                           const std::vector<graph::ModuleId>& modules) {
        printer.list(key, modules, [&](graph::ModuleId module) { return moduleJson(side, module); });
    };
    names("added_modules", after, found.addedModules);
    names("removed_modules", before, found.removedModules);
    printer.list("renamed_modules", found.renamedModules, [&](const auto& pair) {
        return Json{{"from", before[pair.first].name}, {"to", after[pair.second].name}};
    });
    printer.list("added_edges", found.addedEdges,
                 [&](graph::EdgeId edge) { return edgeJson(after, edge, request.filter); });
    printer.list("removed_edges", found.removedEdges,
                 [&](graph::EdgeId edge) { return edgeJson(before, edge, request.filter); });
    printer.list("worse_tangles", found.worseTangles,
                 [&](const auto& change) { return tangleJson(after, change, request.filter, "grown"); });
    printer.list("better_tangles", found.betterTangles,
                 [&](const auto& change) { return tangleJson(before, change, request.filter, "shrunk"); });
    printer.list("new_violations", found.newViolations,
                 [&](const graph::Violation& violation) { return violationJson(after, violation); });
    printer.list("fixed_violations", found.fixedViolations,
                 [&](const graph::Violation& violation) { return violationJson(before, violation); });
}

void printDiffText(const Request& request, const Sides& sides) {
    const Difference& found = sides.difference;
    const Snapshot &before = *sides.before, &after = *sides.after;
    std::printf("%s to %s\n\n", nameOf(before).c_str(), nameOf(after).c_str());
    std::printf("Modules: %s added, %s removed, %s renamed\n", thousands(found.addedModules.size()).c_str(),
                thousands(found.removedModules.size()).c_str(),
                thousands(found.renamedModules.size()).c_str());
    printModules("+", after, found.addedModules);
    printModules("-", before, found.removedModules);
    for (const auto& [old, now] : found.renamedModules)
        std::printf("  %s -> %s\n", printable(before[old].name).c_str(), printable(after[now].name).c_str());
    std::printf("\nEdges (%s): %s added, %s removed\n", kindsText(request.filter.kinds).c_str(),
                thousands(found.addedEdges.size()).c_str(), thousands(found.removedEdges.size()).c_str());
    for (const graph::EdgeId edge : found.addedEdges)
        printEdge(after, edge, request.filter, "  + ");
    for (const graph::EdgeId edge : found.removedEdges)
        std::printf("  - %s > %s\n", printable(before[before[edge].from].name).c_str(),
                    printable(before[before[edge].to].name).c_str());
    std::printf("\nTangles: %s worse, %s better\n", thousands(found.worseTangles.size()).c_str(),
                thousands(found.betterTangles.size()).c_str());
    printTangles(after, found.worseTangles, "new", "grown by", request.filter);
    printTangles(before, found.betterTangles, "gone", "left by", request.filter);
    std::printf("\nImports of what is deprecated: %s new, %s gone\n",
                thousands(found.newViolations.size()).c_str(),
                thousands(found.fixedViolations.size()).c_str());
    printViolations("+", after, found.newViolations);
    printViolations("-", before, found.fixedViolations);
}

} // namespace

int diffCommand(const DiffRequest& request) {
    const auto sides = compare(request.request, request.before);
    if (!sides)
        return fail(sides.error());
    if (request.request.format == Format::Json)
        printDiffJson(request.request, *sides);
    else
        printDiffText(request.request, *sides);
    return 0;
}

int checkCommand(const CheckRequest& request) {
    const auto location = project::locate(request.request.folder, request.request.store);
    if (!location)
        return fail(location.error());
    const std::string since =
        request.since.empty() ? configOf(request.request, *location).config.baseline : request.since;
    if (since.empty())
        return fail({"there is no baseline to compare with",
                     {},
                     "give --since COMMIT, or 'baseline' in the configuration"});
    const auto sides = compare(request.request, since);
    if (!sides)
        return fail(sides.error());
    const Difference& found = sides->difference;
    const Snapshot& after = *sides->after;
    const bool ok = found.newViolations.empty() && found.worseTangles.empty();
    if (request.request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("ok", ok);
        sideFields(printer, *sides);
        printer.list("new_violations", found.newViolations,
                     [&](const graph::Violation& violation) { return violationJson(after, violation); });
        printer.list("worse_tangles", found.worseTangles, [&](const auto& change) {
            return tangleJson(after, change, request.request.filter, "grown");
        });
        return ok ? 0 : 1;
    }
    std::printf("since %s (%s): %s of what is deprecated, %s\n", printable(since).c_str(),
                nameOf(*sides->before).c_str(), counted(found.newViolations.size(), "new import").c_str(),
                counted(found.worseTangles.size(), "new or grown tangle").c_str());
    printViolations("+", after, found.newViolations);
    printTangles(after, found.worseTangles, "new", "grown by", request.request.filter);
    return ok ? 0 : 1;
}

} // namespace espalier::cli
