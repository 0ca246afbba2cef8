#include "app/draw/children.h"
#include "app/project/layout_protocol.h"
#include "graph/layout_graphviz/graphviz_engine.h"

#include <csignal>
#include <iostream>
#include <string>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace espalier::draw {
namespace {

constexpr rlim_t kCpuSecondsPerJob = 20;
constexpr rlim_t kAddressSpaceBytes = rlim_t{2} << 30;

void limitMemory() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // these reserve terabytes
    const rlimit space{kAddressSpaceBytes, kAddressSpaceBytes};
    setrlimit(RLIMIT_AS, &space);
#endif
}

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
    limitMemory();
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

} // namespace espalier::draw
