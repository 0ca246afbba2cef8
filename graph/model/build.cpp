#include "graph/model/build.h"

#include "graph/model/assemble.h"
#include "graph/model/deprecation.h"
#include "graph/model/problem_codes.h"
#include "graph/model/resolver.h"
#include "graph/model/roots.h"

#include <algorithm>

namespace espalier::graph {
namespace {

void addFileProblems(Snapshot& snapshot) {
    static const std::vector<facts::FileProblem> kNone;
    for (const facts::ProjectProblem& entry : snapshot.project.problems)
        snapshot.problems.push_back({entry.path, entry.problem.line, entry.problem.column, entry.problem.code,
                                     entry.problem.message});
    for (const facts::SourceFile& file : snapshot.project.files) {
        const auto add = [&](const std::vector<facts::FileProblem>& problems) {
            for (const facts::FileProblem& p : problems)
                snapshot.problems.push_back({file.path, p.line, p.column, p.code, p.message});
        };
        add(file.problems);
        if (file.facts)
            add(file.facts->problems);
        // The grammar refuses some valid files: its errors count where the scanner, too, found one.
        for (const facts::FileProblem& p : file.symbols ? file.symbols->problems : kNone)
            if (p.code != "syntax-error" || (file.facts && file.facts->broken))
                snapshot.problems.push_back({file.path, p.line, p.column, p.code, p.message});
    }
}

void append(std::vector<Problem>& to, const std::vector<Problem>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

// Every configured module has a node, even if it does not exist and nothing imports it.
void addConfigured(ModuleTable& table, const Config& config, std::vector<Problem>& problems) {
    for (const DeprecatedEntry& entry : config.deprecated) {
        if (entry.module.empty() || table.named(entry.module).valid())
            continue;
        table.ghost(entry.module);
        problems.push_back({"", 0, 0, std::string(problem::kUnknownDeprecated),
                            "'" + entry.module +
                                "' is configured as deprecated, but does not exist and nothing imports it"});
    }
}

} // namespace

SnapshotPtr buildSnapshot(facts::ProjectFacts project, const Config& config) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->project = std::move(project); // from here on its strings stay where they are
    NameTable names;
    const Places places(snapshot->project, names);
    const StatementIndex statements(snapshot->project, names);
    ImportTree tree(places, names);
    Roots roots = chooseRoots({snapshot->project, config, names, places, statements}, tree);
    ModuleTable table({snapshot->project, config, names, places, roots}, tree);
    Resolver resolver({snapshot->project, config, names, places, statements, roots.standardLibrary}, tree,
                      table);
    resolver.run();

    append(snapshot->problems, roots.problems);
    append(snapshot->problems, table.problems());
    append(snapshot->problems, resolver.problems());
    addConfigured(table, config, snapshot->problems);
    addFileProblems(*snapshot);
    std::sort(snapshot->problems.begin(), snapshot->problems.end());
    snapshot->problems.erase(std::unique(snapshot->problems.begin(), snapshot->problems.end()),
                             snapshot->problems.end());

    snapshot->roots = std::move(roots.shown);
    assemble(*snapshot, table, resolver);
    findDeprecations(*snapshot, config);
    return snapshot;
}

} // namespace espalier::graph
