#include "app/cli/progress.h"

#include "app/cli/json.h"
#include "app/cli/text.h"

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

constexpr std::size_t kMostPaths = 1'000; // in a line; a reader that is told of more reads everything
constexpr std::size_t kMostNames = 5;     // in a line for a person

Json changesJson(const pipeline::Changes& changes) {
    const bool imports = changes.stage == pipeline::Stage::Imports;
    const bool everything = changes.everything || changes.paths.size() > kMostPaths;
    Json json{{"phase", "changed"}, {"stage", imports ? "imports" : "symbols"}, {"everything", everything}};
    json["paths"] = Json::array();
    if (everything)
        return json;
    for (const std::string& path : changes.paths)
        if (isUtf8(path))
            json["paths"].push_back(path);
        else
            json["paths_base64"].push_back(base64(path));
    return json;
}

// "2 files changed: a.py, b.py"
std::string changesText(const pipeline::Changes& changes) {
    if (changes.paths.empty())
        return "the revision or the project's problems changed";
    std::string text = counted(changes.paths.size(), "file") + " changed: ";
    for (std::size_t i = 0; i < std::min(changes.paths.size(), kMostNames); ++i)
        text += (i > 0 ? ", " : "") + printable(changes.paths[i]);
    return changes.paths.size() > kMostNames ? text + ", …" : text;
}

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
    } else {
        show(word, progress.done, progress.total, "files");
    }
}

void ProgressPrinter::show(std::string_view word, std::size_t done, std::size_t total,
                           std::string_view what) {
    if (style_ == ProgressStyle::Json) {
        std::fprintf(stderr, "{\"phase\": \"%.*s\", \"done\": %zu, \"total\": %zu}\n",
                     static_cast<int>(word.size()), word.data(), done, total);
        return;
    }
    if (style_ != ProgressStyle::Bar || std::chrono::steady_clock::now() - started_ <= kPatience)
        return;
    const std::size_t filled = total ? std::min(done, total) * kBarWidth / total : 0;
    const std::string bar = std::string(filled, '#') + std::string(kBarWidth - filled, '.');
    std::fprintf(stderr, "\r\033[K%-8.*s [%s] %zu/%zu %.*s", static_cast<int>(word.size()), word.data(),
                 bar.c_str(), done, total, static_cast<int>(what.size()), what.data());
    drawn_ = true;
}

void ProgressPrinter::show(const pipeline::Changes& changes, std::chrono::milliseconds took) {
    if (style_ != ProgressStyle::Json) {
        if (changes.stage == pipeline::Stage::Imports)
            std::printf("%s; %lld ms\n", changesText(changes).c_str(), static_cast<long long>(took.count()));
    } else {
        std::printf("%s\n", dump(changesJson(changes)).c_str());
    }
    std::fflush(stdout);
}

void ProgressPrinter::show(const facts::Error& notice) {
    if (style_ == ProgressStyle::Json) {
        std::printf("%s\n", dump(Json{{"phase", "notice"}, {"message", notice.text()}}).c_str());
        std::fflush(stdout);
    } else {
        std::fprintf(stderr, "espalier: %s\n", notice.text().c_str());
    }
}

} // namespace espalier::cli
