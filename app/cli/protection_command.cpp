// `espalier tests-for` and `espalier untested`: what protects a module.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/analysis/protection.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
int testsForCommand(const Request& request, const std::string& target) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto module = snapshot.find(target);
    if (!module)
        suggest(snapshot, target);
    const auto tests =
        module ? graph::testsFor(snapshot, *module, request.filter) : std::vector<graph::Protection>();
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("module", module ? snapshot[*module].name : target);
        printer.beginList("tests");
        for (const graph::Protection& one : tests) {
            Json json{{"module", snapshot[one.test].name}};
            addPath(json, snapshot.pathOf(one.test));
            json["distance"] = one.distance;
            printer.item(json);
        }
        printer.endList();
        return 0;
    }
    if (!module)
        return 0;
    std::printf("%s: %s (kinds that count: %s)\n", printable(snapshot[*module].name).c_str(),
                tests.empty() ? "no test reaches it"
                              : (counted(tests.size(), "test module") +
                                 (tests.size() == 1 ? " reaches it" : " reach it"))
                                    .c_str(),
                kindsText(request.filter.kinds).c_str());
    for (const graph::Protection& one : tests)
        std::printf("  %u  %s\n", one.distance, printable(snapshot.pathOf(one.test)).c_str());
    return 0;
}

int untestedCommand(const Request& request) {
    const auto opened = indexAndOpen(request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto found = graph::untested(snapshot, request.filter);
    const auto production = std::ranges::count_if(snapshot.modules, [](const graph::Module& module) {
        return module.cls == graph::PathClass::Production && module.file.valid();
    });
    if (request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("production", production);
        printer.list("untested", found, [&](graph::ModuleId id) { return moduleJson(snapshot, id); });
        return 0;
    }
    std::printf("No test reaches %s of %s (kinds that count: %s)\n", thousands(found.size()).c_str(),
                counted(static_cast<std::size_t>(production), "production module").c_str(),
                kindsText(request.filter.kinds).c_str());
    for (const graph::ModuleId module : found)
        std::printf("  %s\n", printable(snapshot.pathOf(module)).c_str());
    return 0;
}

} // namespace espalier::cli
