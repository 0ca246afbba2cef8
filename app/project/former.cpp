#include "app/project/former.h"

#include "indexer/source/repository.h"
#include "indexer/store/archive.h"
#include "indexer/store/former_paths.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>
#include <utility>

namespace espalier::project {
namespace {

using store::FormerPaths;

std::string dateOf(const FormerPaths::Revision& revision) {
    const auto time =
        static_cast<std::time_t>(revision.committed + std::int64_t{60} * revision.offsetMinutes);
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
    return text.data();
}

// How many revisions of the line count for a commit: up to it, or committed until then.
std::size_t revisionsUpTo(const FormerPaths& paths, const facts::ProjectFacts& facts) {
    const auto& revisions = paths.revisions;
    const auto found = std::ranges::find(revisions, facts.revision, &FormerPaths::Revision::commit);
    if (found != revisions.end())
        return static_cast<std::size_t>(found - revisions.begin()) + 1;
    const auto repository = source::Repository::open(facts.root);
    const auto commit = repository ? (*repository)->commit(facts.revision) : repository.error();
    if (!commit)
        return revisions.size();
    const auto until = std::ranges::find_if(
        revisions.rbegin(), revisions.rend(),
        [&](const FormerPaths::Revision& revision) { return revision.committed <= commit->committed; });
    return static_cast<std::size_t>(revisions.rend() - until);
}

std::shared_ptr<const graph::FormerModules> modulesOf(const FormerPaths& paths, std::size_t count) {
    auto out = std::make_shared<graph::FormerModules>();
    std::vector<graph::RemovedIn> removals;
    removals.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        removals.push_back(
            {paths.revisions[i].commit, dateOf(paths.revisions[i]), paths.revisions[i].author});
    out->setRemovals(std::move(removals));
    for (const FormerPaths::Path& path : paths.paths) {
        const auto end = std::ranges::lower_bound(path.changes, count);
        const auto known = end - path.changes.begin();
        if (known > 0) // every second change took it away
            out->add(path.path, known % 2 == 0 ? *(end - 1) : graph::FormerModules::kUnknown);
    }
    return out;
}

} // namespace

std::shared_ptr<const graph::FormerModules> FormerReader::read(const std::string& store,
                                                               const facts::ProjectFacts& facts) {
    auto note = store::ArchiveReader::noteOf(store::archivePath(store), store::kFormerPathsNote);
    if (!note)
        return nullptr;
    if (last_ && *note == note_ && facts.revision == revision_)
        return last_;
    const auto paths = store::decodeFormerPaths(*note);
    if (!paths)
        return nullptr;
    last_ = modulesOf(*paths, revisionsUpTo(*paths, facts));
    note_ = std::move(*note);
    revision_ = facts.revision;
    return last_;
}

} // namespace espalier::project
