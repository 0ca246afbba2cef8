#include "app/cli/commands.h"
#include "app/cli/text.h"
#include "app/project/open.h"
#include "indexer/watch/watch_project.h"

#include <csignal>
#include <cstdio>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace espalier::cli {
namespace {

pipeline::Options optionsOf(const IndexRequest& request, const project::Location& location) {
    pipeline::Options options;
    options.root = location.root;
    options.storePath = location.store;
    options.includeNested = request.nested;
    options.exclude = project::readConfig(location.root).config.exclude;
    options.stage = request.stage;
    options.threads = request.threads;
    return options;
}

facts::Error interruption() {
    return {"interrupted", {}, "what was indexed is kept; the next run goes on from here"};
}

void sayOutcome(const IndexRequest& request, const project::Location& location,
                const pipeline::Outcome& outcome) {
    if (outcome.files == 0)
        std::fprintf(stderr, "espalier: no Python files in %s\n", location.root.c_str());
    if (request.progress == ProgressStyle::Bar)
        std::fprintf(stderr, "\r\033[K%s, %s read anew; store: %s\n", counted(outcome.files, "file").c_str(),
                     thousands(outcome.scanned).c_str(), location.store.c_str());
}

// Ends with 0 when it is interrupted after the first run. A reader of JSON lines ends it by closing its
// stdin, or by dying.
int watchCommand(const IndexRequest& request, const project::Location& location) {
    watch::WatchOptions options;
    options.index = optionsOf(request, location);
    options.readExclude = [&] { return project::readConfig(location.root).config.exclude; };
    options.ends = {interruptDescriptor()};
    if (request.progress == ProgressStyle::Json) {
        options.ends.push_back(STDIN_FILENO);
#ifdef __linux__
        prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    }
    ProgressPrinter printer(request.progress);
    bool cancelled = false;
    watch::WatchObserver observer;
    observer.progress = [&](const pipeline::Progress& progress) { printer.show(progress); };
    observer.upToDate = [&](const pipeline::Outcome& outcome) {
        cancelled = outcome.cancelled;
        if (!cancelled)
            sayOutcome(request, location, outcome);
    };
    observer.changed = [&](const pipeline::Changes& changes, std::chrono::milliseconds took) {
        printer.show(changes, took);
    };
    observer.notice = [&](const facts::Error& notice) { printer.show(notice); };
    if (const auto status = watch::watchProject(options, observer, interrupted()); !status)
        return fail(status.error());
    return cancelled ? fail(interruption()) : 0;
}

} // namespace

int indexCommand(const IndexRequest& request) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return fail(location.error());
    watchInterrupts();
    if (request.watch)
        return watchCommand(request, *location);
    ProgressPrinter printer(request.progress);
    const auto outcome = pipeline::index(
        optionsOf(request, *location), [&](const pipeline::Progress& progress) { printer.show(progress); },
        interrupted());
    if (!outcome)
        return fail(outcome.error());
    if (outcome->cancelled)
        return fail(interruption());
    sayOutcome(request, *location, *outcome);
    return 0;
}

} // namespace espalier::cli
