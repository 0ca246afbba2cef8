#include "app/project/past.h"

#include "app/project/commit.h"
#include "indexer/history/update.h"
#include "indexer/pipeline/plan.h"
#include "indexer/source/repository.h"
#include "indexer/store/archive.h"

#include <algorithm>

namespace espalier::project {

namespace {

facts::Error interrupted() {
    return {"interrupted", {}, "what was read is kept; the next run goes on from here"};
}

} // namespace

facts::Result<Past> openPast(const Location& location, const std::string& revision, LoadedConfig config,
                             const std::function<void(const pipeline::Progress&)>& progress,
                             const std::atomic<bool>& cancel) {
    history::UpdateOptions options;
    options.folder = location.root;
    options.archivePath = store::archivePath(location.store);
    options.storePath = location.store;
    options.revision = revision;
    const auto updated = history::updateHistory(options, progress, cancel);
    if (!updated)
        return updated.error();
    if (updated->cancelled)
        return interrupted();
    auto archive = store::ArchiveReader::open(options.archivePath);
    if (!archive)
        return archive.error();
    auto line = archive->line(revision);
    if (!line)
        return line.error();
    if (!*line)
        return facts::Error{"the archive has lost the line of " + revision, options.archivePath, "try again"};
    const auto looked = [&](std::size_t done, std::size_t total) {
        if (progress)
            progress({pipeline::Progress::Phase::Listing, done, total});
    };
    return pastOf(location, std::move(**line), std::move(config), looked, cancel);
}

facts::Result<Past> pastOf(const Location& location, facts::Timeline timeline, LoadedConfig config,
                           const std::function<void(std::size_t done, std::size_t total)>& looked,
                           const std::atomic<bool>& cancel, unsigned threads) {
    auto archive = store::ArchiveReader::open(store::archivePath(location.store));
    if (!archive)
        return archive.error();
    Past out;
    out.timeline = std::move(timeline);
    if (config.config.sourceRoots.empty() && !out.timeline.revisions.empty())
        config.config.sourceRoots =
            rootsAt(location, out.timeline.revisions.back().commit.id, config, {}, cancel);
    out.config = std::move(config.config);
    const auto repository = source::Repository::open(location.root);
    if (!repository)
        return repository.error();
    const auto factsOf = [&](std::span<const facts::TreeFile> files) {
        std::vector<store::ContentKey> keys;
        for (const facts::TreeFile& file : files)
            keys.push_back(pipeline::contentKey(file.blob, file.kind));
        std::vector<std::shared_ptr<const facts::SourceFacts>> facts(files.size());
        if (auto found = archive->facts(keys, false))
            for (std::size_t i = 0; i < facts.size(); ++i)
                facts[i] = std::move((*found)[i].imports);
        return facts;
    };
    const auto renames = [&](std::uint32_t i) {
        const auto& revisions = out.timeline.revisions;
        return i == 0 ? graph::Renames{}
                      : (*repository)->renames(revisions[i - 1].commit.id, revisions[i].commit.id);
    };
    out.watches = graph::watchPasts({out.timeline, out.config, factsOf, renames, looked, threads}, cancel);
    if (cancel)
        return interrupted();
    return out;
}

facts::Result<std::optional<std::uint32_t>>
positionOf(const Location& location, const facts::Timeline& timeline, const std::string& revision) {
    const auto& revisions = timeline.revisions;
    const auto lastBefore = [&](std::int64_t seconds) {
        std::optional<std::uint32_t> last;
        for (std::size_t i = 0; i < revisions.size(); ++i)
            if (revisions[i].commit.committed < seconds)
                last = static_cast<std::uint32_t>(i);
        return last;
    };
    if (const auto end = source::endOfDay(revision))
        return lastBefore(*end);
    const auto repository = source::Repository::open(location.root);
    if (!repository)
        return repository.error();
    const auto id = (*repository)->resolve(revision);
    if (!id)
        return id.error();
    const auto found =
        std::ranges::find(revisions, *id, [](const facts::Revision& r) { return r.commit.id; });
    if (found != revisions.end())
        return std::optional(static_cast<std::uint32_t>(found - revisions.begin()));
    const auto commit = (*repository)->commit(*id);
    if (!commit)
        return commit.error();
    return lastBefore(commit->committed + 1); // of a side branch: what the line had by then
}

} // namespace espalier::project
