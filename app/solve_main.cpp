// espalier-solve: which arcs to cut, as a child process of espalier: COIN-OR's CBC with its libraries stays
// out of the start of every other command. Reads a job from stdin (app/project/cut_protocol.h), writes the
// answer to stdout.
#include "app/project/cut_protocol.h"
#include "graph/cuts_exact/minimum_arc_set.h"

#include <cstdio>
#include <cstring>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    using namespace espalier;
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::printf("espalier-solve " ESPALIER_VERSION "\n");
        return 0;
    }
    std::ios::sync_with_stdio(false);
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});
    const auto job = project::readCutJob(text);
    if (!job) {
        std::fprintf(stderr, "espalier-solve: %s\n", job.error().text().c_str());
        return 2;
    }
    const graph::ArcSet set = graph::minimumArcSet(job->problem, {.timeMs = job->timeMs});
    std::printf("%s\n", project::writeArcSet(set).c_str());
    return 0;
}
