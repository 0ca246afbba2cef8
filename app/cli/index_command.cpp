#include "app/cli/commands.h"
#include "app/cli/text.h"
#include "app/project/open.h"

#include <cstdio>

namespace espalier::cli {

int indexCommand(const IndexRequest& request) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return fail(location.error());
    pipeline::Options options;
    options.root = location->root;
    options.storePath = location->store;
    options.includeNested = request.nested;
    options.exclude = project::readConfig(location->root).config.exclude;
    options.stage = request.stage;
    options.threads = request.threads;

    watchInterrupts();
    ProgressPrinter printer(request.progress);
    const auto outcome = pipeline::index(
        options, [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
    if (!outcome)
        return fail(outcome.error());
    if (outcome->cancelled)
        return fail({"interrupted", {}, "what was indexed is kept; the next run goes on from here"});
    if (outcome->files == 0)
        std::fprintf(stderr, "espalier: no Python files in %s\n", location->root.c_str());
    if (request.progress == ProgressStyle::Bar)
        std::fprintf(stderr, "\r\033[K%s, %s read anew; store: %s\n", counted(outcome->files, "file").c_str(),
                     thousands(outcome->scanned).c_str(), location->store.c_str());
    return 0;
}

} // namespace espalier::cli
