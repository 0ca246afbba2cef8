// `espalier blame-import`: which commit made one module depend on another, and which ones took that away.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/past_json.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "app/project/commit.h"
#include "app/project/past.h"

#include <algorithm>
#include <cstdio>
#include <ranges>

namespace espalier::cli {
namespace {

// The files that a module or package may be, or have been: "a.b" is a/b.py or lies below a/b/, seen from any
// source root; a path is itself.
class Importer {
public:
    Importer(const std::string& nameOrPath, const std::vector<std::string>& roots)
        : path_(nameOrPath) {
        std::string below = nameOrPath;
        std::ranges::replace(below, '.', '/');
        for (const std::string& root : roots)
            stems_.push_back((root == "." ? "" : root + "/") + below);
    }
    [[nodiscard]] bool is(const std::string& path) const {
        return path == path_ || std::ranges::any_of(stems_, [&](const std::string& stem) {
                   return path == stem + ".py" || path.starts_with(stem + "/");
               });
    }

private:
    std::string path_;
    std::vector<std::string> stems_;
};

void printCommit(const char* what, const facts::Commit& commit) {
    std::printf("    %s %.10s %s  %s  %s\n", what, commit.id.c_str(), dateText(commit.committed).c_str(),
                printable(commit.author).c_str(), printable(commit.subject).c_str());
}

} // namespace

int blameImportCommand(const BlameRequest& request) {
    const auto location = project::locate(request.request.folder, request.request.store);
    if (!location)
        return fail(location.error());
    watchInterrupts();
    project::LoadedConfig config = project::configOf(*location, request.request.config);
    graph::Campaign campaign;
    campaign.name = "blame";
    campaign.deprecated = {request.to};
    config.config.campaigns = {campaign};
    config.config.deprecated.clear();
    const auto past = [&] {
        ProgressPrinter printer(defaultProgressStyle());
        return project::openPast(
            *location, request.request.at.empty() ? "HEAD" : request.request.at, std::move(config),
            [&](const pipeline::Progress& progress) { printer.show(progress); }, interrupted());
    }();
    if (!past)
        return fail(past.error());
    const Importer importer(request.from, past->config.sourceRoots);
    std::vector<const graph::ViolationLife*> lives;
    for (const graph::ViolationLife& life : past->watches.front().lives)
        if (importer.is(life.path) || importer.is(life.key.path))
            lives.push_back(&life);
    std::ranges::sort(lives, {}, [](const auto* life) { return life->spans.front().first; });
    if (request.request.format == Format::Json) {
        JsonPrinter printer;
        printer.field("from", request.from);
        printer.field("to", request.to);
        printer.list("imports", lives, [&](const auto* life) { return lifeJson(past->timeline, *life); });
        return 0;
    }
    if (lives.empty())
        std::printf("%s has imported %s at none of %s\n", printable(request.from).c_str(),
                    printable(request.to).c_str(),
                    counted(past->timeline.revisions.size(), "commit").c_str());
    for (const graph::ViolationLife* life : lives) {
        std::printf("%s:%u  %s%s\n", printable(life->path).c_str(), life->line, printable(life->text).c_str(),
                    life->open() ? "" : "  (gone)");
        for (std::size_t i = 0; i < life->spans.size(); ++i) {
            const graph::ViolationLife::Span& span = life->spans[i];
            printCommit(i == 0 ? "came in  " : "came back", past->timeline.revisions[span.first].commit);
            if (span.gone)
                printCommit("taken out", past->timeline.revisions[*span.gone].commit);
        }
    }
    return 0;
}

} // namespace espalier::cli
