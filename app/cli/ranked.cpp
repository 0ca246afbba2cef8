#include "app/cli/ranked.h"

#include "app/cli/text.h"

namespace espalier::cli {

std::string RankCounts::text() const {
    std::string out;
    for (std::size_t i = 0; i < counts_.size(); ++i)
        if (counts_[i] > 0)
            out += (out.empty() ? "" : ", ") + std::string(graph::name(static_cast<graph::Rank>(i))) + ' ' +
                   thousands(counts_[i]);
    return out;
}

Json RankCounts::json() const {
    Json json;
    for (std::size_t i = 0; i < counts_.size(); ++i)
        json[std::string(graph::name(static_cast<graph::Rank>(i)))] = counts_[i];
    return json;
}

RankCounts countRanks(const graph::Ranks& ranks, std::span<const graph::StatementRef> statements) {
    RankCounts out;
    for (const graph::StatementRef& ref : statements)
        out.add(ranks.of(ref.importer));
    return out;
}

Json rankedJson(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                const graph::StatementRef& statement) {
    Json json = importerJson(snapshot, statement);
    json["rank"] = graph::name(ranks.of(statement.importer));
    return json;
}

void printRanked(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                 const graph::StatementRef& statement, std::string_view indent) {
    const std::string rank =
        std::string(indent) + std::string(graph::name(ranks.of(statement.importer))) + "  ";
    printStatement(snapshot, statement, rank);
}

} // namespace espalier::cli
