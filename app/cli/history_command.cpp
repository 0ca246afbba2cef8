// `espalier history`: brings the archive of a repository's past up to date.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "indexer/history/update.h"
#include "indexer/store/archive.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

constexpr std::size_t kMostLosses = 20; // listed for a person

void printText(const HistoryRequest& request, const history::UpdateOutcome& outcome,
               const std::string& archive) {
    std::printf("%s: %s, %s new; %s of Python files\n", printable(request.revision).c_str(),
                counted(outcome.commits, "commit").c_str(), thousands(outcome.newCommits).c_str(),
                counted(outcome.contents, "content").c_str());
    std::printf("read now: %s (%s MB); taken over from the working tree: %s\n",
                thousands(outcome.scanned).c_str(), thousands(outcome.bytesRead / 1'000'000).c_str(),
                thousands(outcome.takenOver).c_str());
    if (outcome.cut)
        std::printf("the line goes further back than this\n");
    for (std::size_t i = 0; i < std::min(outcome.losses.size(), kMostLosses); ++i) {
        const auto& loss = outcome.losses[i];
        std::printf("%s in %.10s: %s: %s\n", printable(loss.path).c_str(), loss.commit.c_str(),
                    loss.problem.code.c_str(), printable(loss.problem.message).c_str());
    }
    if (outcome.losses.size() > kMostLosses)
        std::printf("… and %s more that could not be read\n",
                    thousands(outcome.losses.size() - kMostLosses).c_str());
    std::printf("archive: %s\n", printable(archive).c_str());
}

Json lossJson(const history::UpdateOutcome::Loss& loss) {
    Json json;
    addPath(json, loss.path);
    json["commit"] = loss.commit;
    json["code"] = loss.problem.code;
    json["message"] = loss.problem.message;
    return json;
}

} // namespace

int historyCommand(const HistoryRequest& request) {
    const auto location = project::locate(request.folder, request.store);
    if (!location)
        return fail(location.error());
    history::UpdateOptions options;
    options.folder = location->root;
    options.archivePath = store::archivePath(location->store);
    options.storePath = location->store;
    options.revision = request.revision;
    options.everyCommit = request.all;
    if (!request.since.empty()) {
        const auto since = history::beginOf(location->root, request.since);
        if (!since)
            return fail(since.error());
        options.since = *since;
    }
    options.threads = request.threads;
    watchInterrupts();
    const auto outcome = [&] {
        ProgressPrinter printer(request.progress);
        return history::updateHistory(
            options,
            [&](const pipeline::Progress& progress) {
                const bool listing = progress.phase == pipeline::Progress::Phase::Listing;
                printer.show(listing ? "listing" : "scanning", progress.done, progress.total,
                             listing ? "commits" : "files");
            },
            interrupted());
    }();
    if (!outcome)
        return fail(outcome.error());
    if (outcome->cancelled)
        return fail({"interrupted", {}, "what was read is kept; the next run goes on from here"});
    if (request.format == Format::Text) {
        printText(request, *outcome, options.archivePath);
        return 0;
    }
    JsonPrinter printer;
    printer.field("line", request.revision);
    printer.field("commits", outcome->commits);
    printer.field("new_commits", outcome->newCommits);
    printer.field("contents", outcome->contents);
    printer.field("scanned", outcome->scanned);
    printer.field("taken_over", outcome->takenOver);
    printer.field("bytes_read", outcome->bytesRead);
    printer.field("cut", outcome->cut);
    printer.list("unreadable", outcome->losses, lossJson);
    return 0;
}

} // namespace espalier::cli
