// edge_timeline_bench REPOSITORY REVISION STORE [COMMITS] [SEED]: makes the EdgeTimeline of a line, and says
// what that took and how large it is. COMMITS of the line, taken at random, are then built as snapshots and
// compared: every module with its kind and class, every edge with its kinds.
#include "app/project/commit.h"
#include "app/project/past.h"
#include "graph/model/build.h"
#include "indexer/pipeline/pipeline.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <random>
#include <sys/resource.h>

using namespace espalier;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::vector<std::string> linesOf(const graph::Snapshot& snapshot) {
    std::vector<std::string> out;
    for (const graph::Module& module : snapshot.modules)
        out.push_back(module.name + ' ' + std::string(graph::name(module.kind)) + ' ' +
                      std::string(graph::name(module.cls)) +
                      (module.marks.has(graph::Mark::Unparsable) ? " unparsable" : ""));
    for (const graph::Edge& edge : snapshot.edges)
        out.push_back(snapshot[edge.from].name + " -> " + snapshot[edge.to].name + ' ' +
                      std::to_string(edge.plain.bits) + ' ' + std::to_string(edge.implicitParents.bits) +
                      ' ' + std::to_string(edge.strings.bits));
    return out;
}

std::vector<std::string> linesOf(const graph::EdgeTimeline& timeline, std::uint32_t revision) {
    std::vector<std::string> out;
    for (const std::uint32_t i : timeline.modulesAt(revision)) {
        const graph::ModuleSpan& span = *timeline.at(timeline.modules[i], revision);
        out.push_back(timeline.modules[i].name + ' ' + std::string(graph::name(span.kind)) + ' ' +
                      std::string(graph::name(span.cls)) + (span.unparsable ? " unparsable" : ""));
    }
    for (const std::uint32_t i : timeline.edgesAt(revision)) {
        const graph::EdgeLife& edge = timeline.edges[i];
        const graph::EdgeSpan& span = *timeline.at(edge, revision);
        out.push_back(timeline.modules[edge.from].name + " -> " + timeline.modules[edge.to].name + ' ' +
                      std::to_string(span.plain.bits) + ' ' + std::to_string(span.implicitParents.bits) +
                      ' ' + std::to_string(span.strings.bits));
    }
    return out;
}

// The number of lines that only one of them has; some are printed.
std::size_t compare(std::vector<std::string> expected, std::vector<std::string> found) {
    std::ranges::sort(expected);
    std::ranges::sort(found);
    std::vector<std::string> missing, wrong;
    std::ranges::set_difference(expected, found, std::back_inserter(missing));
    std::ranges::set_difference(found, expected, std::back_inserter(wrong));
    for (std::size_t i = 0; i < std::min<std::size_t>(missing.size(), 10); ++i)
        std::printf("    - %s\n", missing[i].c_str());
    for (std::size_t i = 0; i < std::min<std::size_t>(wrong.size(), 10); ++i)
        std::printf("    + %s\n", wrong[i].c_str());
    return missing.size() + wrong.size();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "edge_timeline_bench REPOSITORY REVISION STORE [COMMITS] [SEED]\n");
        return 2;
    }
    const std::atomic<bool> cancel = false;
    const auto location = project::locate(argv[1], argv[3]);
    if (!location)
        return 2;
    auto begin = Clock::now();
    const auto line = project::Line::open(*location, argv[2], project::configOf(*location), {}, cancel);
    if (!line) {
        std::fprintf(stderr, "%s\n", line.error().text().c_str());
        return 2;
    }
    std::printf("archive and line: %.2f s, %zu commits\n", secondsSince(begin),
                line->timeline.revisions.size());
    begin = Clock::now();
    const auto edges = line->edges({}, cancel);
    if (!edges)
        return 2;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("edges: %.2f s; %zu modules, %zu spans; %zu edges, %zu spans; peak %ld MB\n",
                secondsSince(begin), edges->modules.size(), edges->moduleSpans.size(), edges->edges.size(),
                edges->edgeSpans.size(), usage.ru_maxrss / 1024);
    std::mt19937 random(argc > 5 ? static_cast<unsigned>(std::atoi(argv[5])) : 1);
    std::size_t different = 0;
    for (int i = argc > 4 ? std::atoi(argv[4]) : 0; i > 0; --i) {
        const auto revision = static_cast<std::uint32_t>(random() % edges->revisions);
        project::LoadedConfig config;
        config.config = line->config;
        const auto snapshot = project::openCommit(
            *location, {line->timeline.revisions[revision].commit.id, false, config}, {}, cancel);
        if (!snapshot)
            return 2;
        const std::size_t lines = compare(linesOf(**snapshot), linesOf(*edges, revision));
        std::printf("%5u: %zu modules, %zu edges, %zu differences\n", revision, (*snapshot)->modules.size(),
                    (*snapshot)->edges.size(), lines);
        different += lines;
    }
    return different == 0 ? 0 : 1;
}
