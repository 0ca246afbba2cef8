#include "app/project/baseline.h"

#include "indexer/source/repository.h"

#include <algorithm>
#include <utility>

namespace espalier::project {
namespace {

bool namesSymbols(const graph::Snapshot& snapshot) {
    return std::ranges::any_of(graph::deprecatedTargets(snapshot),
                               [](const graph::DeprecatedTarget& target) { return !target.symbol.empty(); });
}

} // namespace

facts::Result<ChangesSince> Baseline::changes(const CommitRequest& since, const graph::Snapshot& after,
                                              const graph::EdgeFilter& filter,
                                              const std::function<void(const pipeline::Progress&)>& progress,
                                              const std::atomic<bool>& cancel) {
    const std::lock_guard lock(mutex_);
    if (const facts::Status opened = open(since, namesSymbols(after), progress, cancel); !opened)
        return opened.error();
    if (renamesTo_ != after.project.revision) {
        renames_ = committedRenames(location_, before_->project.revision, after.project.revision);
        renamesTo_ = after.project.revision;
    }
    ChangesSince out{before_, renames(before_->project, after.project, renames_), {}};
    out.difference = graph::difference(*before_, after, out.renames, filter);
    return out;
}

// Sees to it that `before_` is what is asked for.
facts::Status Baseline::open(const CommitRequest& since, bool symbols,
                             const std::function<void(const pipeline::Progress&)>& progress,
                             const std::atomic<bool>& cancel) {
    const auto repository = source::Repository::open(location_.root);
    if (!repository)
        return repository.error();
    const auto id = (*repository)->resolve(since.revision);
    if (!id)
        return id.error();
    if (before_ && before_->project.revision == *id && config_ == since.config.config && symbols_ >= symbols)
        return facts::Done{};
    bool refused = false; // also where only the source roots are unknown, which are HEAD's
    CommitRequest request = since;
    request.revision = *id;
    request.symbols = symbols;
    if (since.mayRead)
        request.mayRead = [&] { return since.mayRead() || (refused = true, false); };
    auto opened = openCommit(location_, std::move(request), progress, cancel);
    if (!opened)
        return opened.error();
    if (refused)
        return facts::Error{"not everything of it is known", *id, "read it first"};
    before_ = std::move(*opened);
    config_ = since.config.config;
    symbols_ = symbols;
    renamesTo_.clear();
    return facts::Done{};
}

} // namespace espalier::project
