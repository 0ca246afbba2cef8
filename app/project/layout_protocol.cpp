#include "app/project/layout_protocol.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace espalier::project {
namespace {

using Json = nlohmann::json;

// Keys may be file names, so any bytes.
std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json numbers(const std::vector<graph::Point>& points) {
    Json out = Json::array();
    for (const graph::Point& p : points) {
        out.push_back(p.x);
        out.push_back(p.y);
    }
    return out;
}

double finite(const Json& json) {
    const double value = json.get<double>();
    if (!std::isfinite(value))
        throw Json::other_error::create(600, "a number is not finite", &json);
    return value;
}

int index(const Json& json, std::size_t count, int least) {
    const auto value = json.get<std::int64_t>();
    if (value < least || value >= static_cast<std::int64_t>(count))
        throw Json::other_error::create(601, "an index is out of range", &json);
    return static_cast<int>(value);
}

// Reads a line with `read`; exceptions of the JSON library end here.
template <class T, class Read>
facts::Result<T> parse(std::string_view line, const Read& read) {
    try {
        return read(Json::parse(line));
    } catch (const Json::exception& error) {
        return facts::Error{std::string("bad layout message: ") + error.what(), {}, {}};
    }
}

} // namespace

std::string writeJob(const LayoutJob& job) {
    Json boxes = Json::array(), lines = Json::array(), seeds = Json::array();
    for (const graph::LayoutBox& box : job.input.boxes)
        boxes.push_back(
            box.place ? Json{box.key, box.parent, box.size.width, box.size.height, box.place->x, box.place->y}
                      : Json{box.key, box.parent, box.size.width, box.size.height});
    for (const graph::LayoutLine& line : job.input.lines)
        lines.push_back({line.from, line.to, line.weight});
    for (const auto& [key, point] : job.input.seeds)
        seeds.push_back({key, point.x, point.y});
    return dump({{"job", job.number},
                 {"boxes", boxes},
                 {"lines", lines},
                 {"seeds", seeds},
                 {"bundled", job.input.bundled}});
}

facts::Result<LayoutJob> readJob(std::string_view line) {
    return parse<LayoutJob>(line, [](const Json& json) {
        LayoutJob job;
        job.number = json.at("job").get<std::uint64_t>();
        for (const Json& box : json.at("boxes"))
            job.input.boxes.push_back({box.at(0).get<std::string>(),
                                       index(box.at(1), job.input.boxes.size(), -1),
                                       {finite(box.at(2)), finite(box.at(3))},
                                       box.size() > 4
                                           ? std::optional(graph::Point{finite(box.at(4)), finite(box.at(5))})
                                           : std::nullopt});
        for (const Json& l : json.at("lines"))
            job.input.lines.push_back({index(l.at(0), job.input.boxes.size(), 0),
                                       index(l.at(1), job.input.boxes.size(), 0), l.at(2).get<int>()});
        for (const Json& seed : json.at("seeds"))
            job.input.seeds.emplace_back(seed.at(0).get<std::string>(),
                                         graph::Point{finite(seed.at(1)), finite(seed.at(2))});
        job.input.bundled = json.value("bundled", false);
        return job;
    });
}

std::string writeAnswer(const LayoutAnswer& answer) {
    if (!answer.error.empty())
        return dump({{"job", answer.number}, {"error", answer.error}});
    Json boxes = Json::array(), lines = Json::array();
    for (const graph::Rect& r : answer.result.boxes)
        boxes.push_back({r.x, r.y, r.width, r.height});
    for (const auto& points : answer.result.lines)
        lines.push_back(numbers(points));
    return dump({{"job", answer.number},
                 {"size", {answer.result.size.width, answer.result.size.height}},
                 {"boxes", boxes},
                 {"lines", lines}});
}

facts::Result<LayoutAnswer> readAnswer(std::string_view line) {
    return parse<LayoutAnswer>(line, [](const Json& json) {
        LayoutAnswer answer;
        answer.number = json.at("job").get<std::uint64_t>();
        answer.error = json.value("error", "");
        if (!answer.error.empty())
            return answer;
        answer.result.size = {finite(json.at("size").at(0)), finite(json.at("size").at(1))};
        for (const Json& r : json.at("boxes"))
            answer.result.boxes.push_back(
                {finite(r.at(0)), finite(r.at(1)), finite(r.at(2)), finite(r.at(3))});
        for (const Json& flat : json.at("lines")) {
            std::vector<graph::Point> points;
            for (std::size_t i = 0; i + 1 < flat.size(); i += 2)
                points.push_back({finite(flat.at(i)), finite(flat.at(i + 1))});
            answer.result.lines.push_back(std::move(points));
        }
        return answer;
    });
}

} // namespace espalier::project
