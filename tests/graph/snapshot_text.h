// Snapshots written as text, for tests of what is made from them:
//
//     "a.b > a.c, a.c > a.b *3, a.d ~> x, x [external], a.old [deprecated], a.t [test]"
//
// `a > b` is an import, `~>` a deferred one, `*3` three statements, a name alone a module, with marks in
// brackets: deprecated, test, unparsable, shim, ghost, external, namespace. Modules with others below them
// are packages.
#pragma once

#include "graph/model/snapshot.h"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

namespace espalier::graph {

namespace snapshot_text {

inline std::string trimmed(const std::string& s) {
    const auto first = s.find_first_not_of(" \n\t"), last = s.find_last_not_of(" \n\t");
    return first == std::string::npos ? "" : s.substr(first, last - first + 1);
}

struct Parts {
    std::map<std::string, Module> modules;
    std::map<std::pair<std::string, std::string>, std::pair<int, int>> edges; // statements: import, deferred
};

inline void addModule(Parts& parts, const std::string& name) {
    parts.modules[name].name = name;
    for (auto dot = name.rfind('.'); dot != std::string::npos && dot > 0; dot = name.rfind('.', dot - 1)) {
        Module& parent = parts.modules[name.substr(0, dot)];
        parent.name = name.substr(0, dot);
        if (parent.kind == ModuleKind::Module)
            parent.kind = ModuleKind::Package;
    }
}

inline void addMarks(Module& module, const std::string& words) {
    std::istringstream in(words);
    for (std::string word; in >> word;) {
        if (word == "deprecated")
            module.marks.set(Mark::Deprecated);
        else if (word == "test")
            module.cls = PathClass::Tests, module.marks.set(Mark::Test);
        else if (word == "unparsable")
            module.marks.set(Mark::Unparsable);
        else if (word == "shim")
            module.marks.set(Mark::Shim);
        else if (word == "ghost")
            module.kind = ModuleKind::Ghost;
        else if (word == "external")
            module.kind = ModuleKind::External;
        else if (word == "namespace")
            module.kind = ModuleKind::Namespace;
    }
}

inline void addClause(Parts& parts, std::string clause) {
    const auto arrow = clause.find('>');
    if (arrow == std::string::npos) {
        const auto bracket = clause.find('[');
        const std::string name = trimmed(clause.substr(0, bracket));
        if (name.empty())
            return;
        addModule(parts, name);
        if (bracket != std::string::npos)
            addMarks(parts.modules[name], clause.substr(bracket + 1, clause.find(']') - bracket - 1));
        return;
    }
    int count = 1;
    if (const auto star = clause.rfind('*'); star != std::string::npos && star > arrow) {
        count = std::stoi(clause.substr(star + 1));
        clause.resize(star);
    }
    const bool deferred = arrow > 0 && clause[arrow - 1] == '~';
    const std::string from = trimmed(clause.substr(0, deferred ? arrow - 1 : arrow)),
                      to = trimmed(clause.substr(arrow + 1));
    addModule(parts, from);
    addModule(parts, to);
    auto& statements = parts.edges[{from, to}];
    (deferred ? statements.second : statements.first) += count;
}

} // namespace snapshot_text

// Modules are sorted by name and edges by their ends, as in any snapshot. Statements have no file behind
// them.
inline std::shared_ptr<Snapshot> snapshotOf(const std::string& text,
                                            const std::string& project = "/tmp/demo") {
    snapshot_text::Parts parts;
    std::string clause;
    std::istringstream in(text);
    for (char c; in.get(c);) {
        if (c != ',' && c != '\n') {
            clause += c;
            continue;
        }
        snapshot_text::addClause(parts, clause);
        clause.clear();
    }
    snapshot_text::addClause(parts, clause);

    auto snapshot = std::make_shared<Snapshot>();
    snapshot->project.root = project;
    std::map<std::string, ModuleId> ids;
    for (const auto& [name, module] : parts.modules) {
        ids[name] = ModuleId(snapshot->modules.size());
        snapshot->modules.push_back(module);
    }
    for (Module& module : snapshot->modules)
        if (const auto dot = module.name.rfind('.'); dot != std::string::npos)
            module.parent = ids[module.name.substr(0, dot)];
    for (const auto& [ends, counts] : parts.edges) {
        Edge edge;
        edge.from = ids[ends.first];
        edge.to = ids[ends.second];
        edge.firstStatement = static_cast<std::uint32_t>(snapshot->statements.size());
        edge.statementCount = static_cast<std::uint32_t>(counts.first + counts.second);
        for (int i = 0; i < counts.first + counts.second; ++i) {
            StatementRef s;
            s.importer = edge.from;
            s.kind = i < counts.first ? EdgeKind::Import : EdgeKind::Deferred;
            edge.plain.add(s.kind);
            snapshot->statements.push_back(s);
        }
        snapshot->edges.push_back(edge);
    }
    // std::map sorts names as a snapshot does, but edges by name rather than by id: the same, since ids
    // follow names.
    snapshot->buildIndexes({});
    return snapshot;
}

} // namespace espalier::graph
