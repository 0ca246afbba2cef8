#include "app/cli/text.h"

#include <cstdio>

namespace espalier::cli {

std::string thousands(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string counted(std::size_t count, std::string_view noun) {
    return thousands(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void printStatement(const graph::Snapshot& snapshot, const graph::StatementRef& ref,
                    std::string_view indent) {
    const facts::ImportStatement& statement = snapshot.importOf(ref);
    std::string how(facts::name(ref.kind));
    for (std::string_view flag : facts::names(ref.flags))
        how += ", " + std::string(flag);
    std::printf("%.*s%s:%u  [%s]  %s\n", static_cast<int>(indent.size()), indent.data(),
                printable(snapshot.pathOf(ref)).c_str(), statement.span.line, how.c_str(),
                printable(statement.text).c_str());
}

void printEdge(const graph::Snapshot& snapshot, graph::EdgeId id, const graph::EdgeFilter& filter,
               std::string_view indent) {
    const graph::Edge& edge = snapshot[id];
    std::printf("%.*s%s > %s\n", static_cast<int>(indent.size()), indent.data(),
                printable(snapshot[edge.from].name).c_str(), printable(snapshot[edge.to].name).c_str());
    for (const graph::StatementRef& ref : snapshot.statementsOf(edge))
        if (filter.admits(ref))
            printStatement(snapshot, ref, std::string(indent) + "    ");
}

std::string chainText(const graph::Snapshot& snapshot, std::span<const graph::EdgeId> edges) {
    std::string out;
    for (graph::EdgeId edge : edges) {
        if (out.empty())
            out = printable(snapshot[snapshot[edge].from].name);
        out += " > " + printable(snapshot[snapshot[edge].to].name);
    }
    return out;
}

std::string countsText(const graph::ImporterCounts& counts) {
    std::string out =
        counted(counts.total.statements, "statement") + " in " + counted(counts.total.files, "file");
    std::string split;
    int parts = 0;
    for (int i = 0; i < graph::kPathClassCount; ++i) {
        const auto& count = counts.byClass[static_cast<std::size_t>(i)];
        if (count.statements == 0)
            continue;
        split += (split.empty() ? "" : ", ") + std::string(graph::name(static_cast<graph::PathClass>(i))) +
                 " " + thousands(count.statements);
        ++parts;
    }
    return parts > 1    ? out + " (" + split + ")"
           : parts == 1 ? out + " (" + split.substr(0, split.find(' ')) + ")"
                        : out;
}

std::string kindsText(graph::KindSet kinds) {
    std::string out;
    for (int i = 0; i < facts::kEdgeKindCount; ++i) {
        const auto kind = static_cast<facts::EdgeKind>(i);
        if (kinds.has(kind))
            out += (out.empty() ? "" : ", ") + std::string(facts::name(kind));
    }
    return out;
}

void suggest(const graph::Snapshot& snapshot, const std::string& unknown) {
    std::fprintf(stderr, "espalier: no module '%s' here", printable(unknown).c_str());
    std::string meant;
    for (const std::string& name : snapshot.similarNames(unknown))
        meant += (meant.empty() ? "" : ", ") + printable(name);
    std::fprintf(stderr, meant.empty() ? "\n" : "; did you mean %s?\n", meant.c_str());
}

} // namespace espalier::cli
