#include "app/project/cut_protocol.h"

#include <nlohmann/json.hpp>

namespace espalier::project {
namespace {

using Json = nlohmann::json;

std::int64_t number(const Json& json, std::int64_t least, std::int64_t end) {
    const auto value = json.get<std::int64_t>();
    if (value < least || value >= end)
        throw Json::other_error::create(601, "a number is out of range", &json);
    return value;
}

std::vector<int> arcs(const Json& json, const graph::ArcProblem& problem) {
    std::vector<int> out;
    for (const Json& arc : json)
        out.push_back(static_cast<int>(number(arc, 0, static_cast<std::int64_t>(problem.arcs.size()))));
    return out;
}

// Exceptions of the JSON library end here.
template <class T, class Read>
facts::Result<T> parse(std::string_view text, const Read& read) {
    try {
        return read(Json::parse(text));
    } catch (const Json::exception& error) {
        return facts::Error{std::string("bad message about cuts: ") + error.what(), {}, {}};
    }
}

} // namespace

std::string writeCutJob(const CutJob& job) {
    Json arcs = Json::array();
    for (const graph::Arc& arc : job.problem.arcs)
        arcs.push_back({arc.from, arc.to, arc.weight, static_cast<int>(arc.pin)});
    return Json{{"nodes", job.problem.nodes}, {"time_ms", job.timeMs}, {"arcs", std::move(arcs)}}.dump();
}

std::string writeArcSet(const graph::ArcSet& set) {
    return Json{{"arcs", set.arcs},
                {"weight", set.weight},
                {"lower_bound", set.lowerBound},
                {"kept_cycle", set.keptCycle}}
        .dump();
}

facts::Result<CutJob> readCutJob(std::string_view text) {
    return parse<CutJob>(text, [](const Json& json) {
        constexpr std::int64_t kMost = 1 << 30, kMostWeight = std::int64_t(1) << 52;
        CutJob job;
        job.problem.nodes = static_cast<int>(number(json.at("nodes"), 0, kMost));
        job.timeMs = static_cast<int>(number(json.at("time_ms"), 0, kMost));
        for (const Json& arc : json.at("arcs"))
            job.problem.arcs.push_back({static_cast<int>(number(arc.at(0), 0, job.problem.nodes)),
                                        static_cast<int>(number(arc.at(1), 0, job.problem.nodes)),
                                        number(arc.at(2), 1, kMostWeight),
                                        static_cast<graph::Pin>(number(arc.at(3), 0, 3))});
        return job;
    });
}

facts::Result<graph::ArcSet> readArcSet(std::string_view text, const graph::ArcProblem& problem) {
    return parse<graph::ArcSet>(text, [&](const Json& json) {
        graph::ArcSet set;
        set.arcs = arcs(json.at("arcs"), problem);
        set.weight = json.at("weight").get<std::int64_t>();
        set.lowerBound = json.at("lower_bound").get<std::int64_t>();
        set.keptCycle = arcs(json.at("kept_cycle"), problem);
        return set;
    });
}

} // namespace espalier::project
