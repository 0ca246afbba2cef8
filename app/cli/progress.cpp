#include "app/cli/progress.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <unistd.h>

namespace espalier::cli {
namespace {

constexpr std::array<std::string_view, 4> kWords{"listing", "scanning", "symbols", "done"};
constexpr std::size_t kBarWidth = 30;
constexpr auto kPatience = std::chrono::milliseconds(250); // what is done sooner needs no bar

} // namespace

ProgressStyle defaultProgressStyle() {
    return isatty(STDERR_FILENO) ? ProgressStyle::Bar : ProgressStyle::Quiet;
}

ProgressPrinter::ProgressPrinter(ProgressStyle style)
    : style_(style)
    , started_(std::chrono::steady_clock::now()) {}

ProgressPrinter::~ProgressPrinter() {
    if (drawn_)
        std::fputs("\r\033[K", stderr);
}

void ProgressPrinter::show(const pipeline::Progress& progress) {
    const std::string_view word = kWords[static_cast<std::size_t>(progress.phase)];
    if (style_ == ProgressStyle::Json) {
        std::printf("{\"phase\": \"%s\", \"done\": %zu, \"total\": %zu}\n", word.data(), progress.done,
                    progress.total);
        std::fflush(stdout);
    } else if (style_ == ProgressStyle::Bar && std::chrono::steady_clock::now() - started_ > kPatience) {
        const std::size_t filled =
            progress.total ? std::min(progress.done, progress.total) * kBarWidth / progress.total : 0;
        const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
        std::fprintf(stderr, "\r\033[K%-8s [%s] %zu/%zu files", word.data(), bar.c_str(), progress.done,
                     progress.total);
        drawn_ = true;
    }
}

} // namespace espalier::cli
