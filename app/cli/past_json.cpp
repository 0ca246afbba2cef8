#include "app/cli/past_json.h"

#include <array>
#include <ctime>

namespace espalier::cli {

std::string dateText(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
    return text.data();
}

Json commitJson(const facts::Commit& commit) {
    return {{"commit", commit.id},
            {"date", dateText(commit.committed)},
            {"author", commit.author},
            {"subject", commit.subject}};
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
