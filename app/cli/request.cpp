#include "app/cli/request.h"

#include "app/cli/progress.h"
#include "app/project/commit.h"

#include <csignal>
#include <cstdio>
#include <sstream>
#include <unistd.h>

namespace espalier::cli {
namespace {

std::atomic<bool> gInterrupted = false;
// A pipe whose writing end is closed by the first signal.
std::atomic<int> gInterruptReader = -1, gInterruptWriter = -1;

void onSignal(int) {
    gInterrupted = true;
    if (const int writer = gInterruptWriter.exchange(-1); writer >= 0)
        close(writer);
}

} // namespace

bool parseKinds(const std::string& text, graph::KindSet& out) {
    if (text == "all") {
        out = graph::KindSet::all();
        return true;
    }
    out = {};
    std::istringstream words(text);
    for (std::string word; std::getline(words, word, ',');) {
        bool known = false;
        for (int i = 0; i < facts::kEdgeKindCount; ++i) {
            const auto kind = static_cast<facts::EdgeKind>(i);
            if (word == facts::name(kind)) {
                out.add(kind);
                known = true;
            }
        }
        if (!known)
            return false;
    }
    return out.bits != 0;
}

namespace {

// The process ends with its answer: to take a large snapshot apart before would cost a tenth of the time.
facts::Result<graph::SnapshotPtr> keptToTheEnd(facts::Result<graph::SnapshotPtr> opened) {
    static const auto* kKept = new facts::Result<graph::SnapshotPtr>(opened);
    (void)kKept;
    return opened;
}

facts::Result<graph::SnapshotPtr> openAt(const Request& request, const project::Location& location,
                                         bool symbols) {
    watchInterrupts();
    ProgressPrinter printer(defaultProgressStyle());
    return project::openCommit(
        location, {request.at, symbols, configOf(request, location)},
        [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
}

} // namespace

project::LoadedConfig configOf(const Request& request, const project::Location& location) {
    return request.at.empty() && request.config.empty() ? project::readConfig(location.root)
                                                        : project::configOf(location, request.config);
}

facts::Result<graph::SnapshotPtr> indexAndOpen(const Request& request, bool symbols) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return location.error();
    if (!request.at.empty())
        return keptToTheEnd(openAt(request, *location, symbols));
    const project::LoadedConfig config = configOf(request, *location);
    pipeline::Options options;
    options.root = location->root;
    options.storePath = location->store;
    options.includeNested = request.nested;
    options.exclude = config.config.exclude;
    options.stage = symbols ? pipeline::Stage::Symbols : pipeline::Stage::Imports;
    watchInterrupts();
    {
        ProgressPrinter printer(defaultProgressStyle());
        const auto outcome = pipeline::index(
            options, [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
        if (outcome && outcome->cancelled)
            return facts::Error{"interrupted", {}, "the next run goes on from here"};
        if (!outcome) {
            auto old = project::openSnapshot(*location, config, symbols);
            if (!old)
                return outcome.error();
            std::fprintf(stderr, "espalier: %s; showing the store as it is\n",
                         outcome.error().text().c_str());
            return keptToTheEnd(std::move(old));
        }
        if (outcome->files == 0)
            std::fprintf(stderr, "espalier: no Python files in %s\n", location->root.c_str());
    }
    return keptToTheEnd(project::openSnapshot(*location, config, symbols));
}

int fail(const facts::Error& error) {
    std::fprintf(stderr, "espalier: %s\n", error.text().c_str());
    return interrupted() ? 130 : 2;
}

const std::atomic<bool>& interrupted() {
    return gInterrupted;
}

int interruptDescriptor() {
    return gInterruptReader;
}

void watchInterrupts() {
    if (int ends[2]; gInterruptReader < 0 && pipe(ends) == 0) {
        gInterruptReader = ends[0];
        gInterruptWriter = ends[1];
    }
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the second one ends the process
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace espalier::cli
