#include "app/cli/adjacency.h"

#include "app/cli/json.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace espalier::cli {
namespace {

std::vector<std::string> quotedNames(const graph::Snapshot& snapshot) {
    const auto isPlain = [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; };
    std::vector<std::string> names;
    names.reserve(snapshot.modules.size());
    for (const graph::Module& module : snapshot.modules)
        names.push_back(std::all_of(module.name.begin(), module.name.end(), isPlain)
                            ? '"' + module.name + '"'
                            : dump(Json(module.name)));
    return names;
}

} // namespace

void printAdjacency(const graph::Snapshot& snapshot, const graph::EdgeFilter& filter, bool externals) {
    const std::vector<std::string> names = quotedNames(snapshot);
    std::string out = "{";
    for (std::size_t i = 0; i < snapshot.modules.size(); ++i) {
        const graph::ModuleKind kind = snapshot.modules[i].kind;
        if (kind == graph::ModuleKind::External || kind == graph::ModuleKind::Ghost)
            continue;
        out += out.size() > 1 ? ",\n" : "\n";
        out += names[i] + ": [";
        const char* separator = "";
        for (const graph::EdgeId id : snapshot.outgoing(graph::ModuleId(i))) {
            const graph::Edge& edge = snapshot[id];
            if (!filter.admits(edge) || (snapshot[edge.to].kind == graph::ModuleKind::External && !externals))
                continue;
            (out += separator) += names[edge.to.value];
            separator = ", ";
        }
        out += ']';
    }
    out += "\n}\n";
    std::fwrite(out.data(), 1, out.size(), stdout);
}

} // namespace espalier::cli
