#include "app/cli/commands.h"
#include "app/project/layout_protocol.h"
#include "graph/layout_graphviz/graphviz_engine.h"
#include "graph/render/render.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace espalier::cli {
namespace {

constexpr rlim_t kCpuSecondsPerJob = 20;
constexpr rlim_t kAddressSpaceBytes = rlim_t{2} << 30;

// A new allowance of processor time, on top of what the earlier jobs have used.
void renewCpuLimit() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    rlimit limit{};
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + kCpuSecondsPerJob;
    setrlimit(RLIMIT_CPU, &limit);
}

} // namespace

int layoutChild() {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL); // elsewhere the end of stdin ends us, after the job at hand
#endif
    const rlimit space{kAddressSpaceBytes, kAddressSpaceBytes};
    setrlimit(RLIMIT_AS, &space);
    for (std::string line; std::getline(std::cin, line);) {
        renewCpuLimit();
        const auto job = project::readJob(line);
        project::LayoutAnswer answer;
        if (!job) {
            answer.error = job.error().what;
        } else {
            answer.number = job->number;
            answer.result = graph::layoutNested(job->input, graph::graphvizLayout);
        }
        std::cout << project::writeAnswer(answer) << std::endl;
    }
    return 0;
}

int renderChild(const std::string& format, double scale) {
    const std::string svg{std::istreambuf_iterator<char>(std::cin), {}};
    const auto picture = format == "pdf" ? graph::svgToPdf(svg) : graph::svgToPng(svg, scale);
    if (!picture)
        return fail(picture.error());
    std::fwrite(picture->data(), 1, picture->size(), stdout);
    return 0;
}

} // namespace espalier::cli
