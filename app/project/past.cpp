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

Line::Looked shownBy(const ShowProgress& progress) {
    return [&progress](std::size_t done, std::size_t total) {
        if (progress)
            progress({pipeline::Progress::Phase::Listing, done, total});
    };
}

} // namespace

struct Line::Sources {
    store::ArchiveReader archive;
    std::unique_ptr<source::Repository> repository;
};

Line::Line() = default;
Line::Line(Line&&) noexcept = default;
Line::~Line() = default;

facts::Result<Line> Line::open(const Location& location, const std::string& revision, LoadedConfig config,
                               const ShowProgress& progress, const std::atomic<bool>& cancel) {
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
    auto timeline = archive->line(revision);
    if (!timeline)
        return timeline.error();
    if (!*timeline)
        return facts::Error{"the archive has lost the line of " + revision, options.archivePath, "try again"};
    return known(location, std::move(**timeline), std::move(config), cancel);
}

facts::Result<Line> Line::known(const Location& location, facts::Timeline timeline, LoadedConfig config,
                                const std::atomic<bool>& cancel) {
    auto archive = store::ArchiveReader::open(store::archivePath(location.store));
    if (!archive)
        return archive.error();
    auto repository = source::Repository::open(location.root);
    if (!repository)
        return repository.error();
    Line out;
    out.timeline = std::move(timeline);
    if (!out.timeline.revisions.empty())
        takeRootsAt(location, out.timeline.revisions.back().commit.id, config, {}, cancel);
    out.config = std::move(config.config);
    out.sources_ =
        std::make_unique<Sources>(Sources{std::move(archive).value(), std::move(repository).value()});
    return out;
}

std::vector<std::shared_ptr<const facts::SourceFacts>>
Line::factsOf(std::span<const facts::TreeFile> files) const {
    std::vector<store::ContentKey> keys;
    for (const facts::TreeFile& file : files)
        keys.push_back(pipeline::contentKey(file.blob, file.kind));
    std::vector<std::shared_ptr<const facts::SourceFacts>> out(files.size());
    if (auto found = sources_->archive.facts(keys, false))
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = std::move((*found)[i].imports);
    return out;
}

facts::Result<std::vector<graph::WatchPast>>
Line::watches(const Looked& looked, const std::atomic<bool>& cancel, unsigned threads) const {
    const auto renames = [&](std::uint32_t i) {
        return i == 0 ? graph::Renames{}
                      : sources_->repository->renames(timeline.revisions[i - 1].commit.id,
                                                      timeline.revisions[i].commit.id);
    };
    auto out = graph::watchPasts(
        {timeline, config, [this](auto files) { return factsOf(files); }, renames, looked, threads}, cancel);
    if (cancel)
        return interrupted();
    return out;
}

facts::Result<graph::EdgeTimeline> Line::edges(const Looked& looked, const std::atomic<bool>& cancel,
                                               unsigned threads) const {
    auto out = graph::readEdgeTimeline(
        {timeline, config, [this](auto files) { return factsOf(files); }, looked, threads}, cancel);
    if (!out)
        return interrupted();
    return std::move(*out);
}

facts::Result<Past> openPast(const Location& location, const std::string& revision, LoadedConfig config,
                             const ShowProgress& progress, const std::atomic<bool>& cancel) {
    auto line = Line::open(location, revision, std::move(config), progress, cancel);
    if (!line)
        return line.error();
    auto watches = line->watches(shownBy(progress), cancel);
    if (!watches)
        return watches.error();
    return Past{std::move(line->timeline), std::move(*watches), std::move(line->config)};
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
