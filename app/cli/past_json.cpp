#include "app/cli/past_json.h"

namespace espalier::cli {

Json commitJson(const facts::Commit& commit) {
    return {{"commit", commit.id},
            {"date", dateText(commit.committed)},
            {"author", commit.author},
            {"subject", commit.subject}};
}

Json countsJson(const graph::WatchCounts& counts) {
    Json json{{"statements", counts.statements}, {"files", counts.files}};
    for (int i = 0; i < graph::kPathClassCount; ++i) {
        const auto cls = static_cast<std::size_t>(i);
        json["by_class"][std::string(graph::name(static_cast<graph::PathClass>(i)))] = {
            {"statements", counts.statementsByClass[cls]}, {"files", counts.filesByClass[cls]}};
    }
    json["compliant_files"] = counts.compliantFiles;
    json["compliance"] = counts.compliance();
    return json;
}

Json movesJson(const graph::Moves& moves) {
    return {{"new", moves.fresh}, {"fixed", moves.fixed}, {"back", moves.back}};
}

Json lifeJson(const facts::Timeline& timeline, const graph::ViolationLife& life) {
    Json json;
    addPath(json, life.path);
    json["line"] = life.line;
    json["text"] = life.text;
    json["target"] = life.key.target;
    json["name"] = life.key.name;
    json["scope"] = life.key.scope;
    json["class"] = graph::name(life.cls);
    json["open"] = life.open();
    for (const graph::ViolationLife::Span& span : life.spans) {
        const auto& revisions = timeline.revisions;
        json["spans"].push_back({{"first", commitJson(revisions[span.first].commit)},
                                 {"gone", span.gone ? commitJson(revisions[*span.gone].commit) : Json()}});
    }
    return json;
}

} // namespace espalier::cli
