#include "app/project/loader.h"

#include "indexer/store/reader.h"

#include <algorithm>
#include <utility>

namespace espalier::project {
namespace {

// Equal contents have equal facts.
bool sameFile(const facts::SourceFile& a, const facts::SourceFile& b) {
    return a.path == b.path && a.kind == b.kind && a.blob == b.blob && !a.facts == !b.facts &&
           !a.symbols == !b.symbols && a.problems == b.problems;
}

bool sameFacts(const facts::ProjectFacts& a, const facts::ProjectFacts& b) {
    return a.root == b.root && a.revision == b.revision && a.complete == b.complete &&
           a.problems == b.problems &&
           std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(), sameFile);
}

} // namespace

facts::Result<graph::SnapshotPtr> Loader::load() {
    const std::lock_guard lock(mutex_);
    auto facts = store::readProject(location_.store, {.symbols = true});
    if (!facts)
        return facts.error();
    return show(std::move(facts).value());
}

facts::Result<graph::SnapshotPtr> Loader::load(std::span<const std::string> changedPaths) {
    {
        const std::lock_guard lock(mutex_);
        auto facts =
            last_ ? store::readChanges(location_.store, last_->project, changedPaths, {.symbols = true})
                  : facts::Result<std::optional<facts::ProjectFacts>>(std::nullopt);
        if (!facts)
            return facts.error();
        if (facts->has_value())
            return show(std::move(**facts));
    }
    return load();
}

facts::Result<graph::SnapshotPtr> Loader::show(facts::ProjectFacts facts) {
    graph::Config config = completed(location_, readConfig(location_.root), facts, former_);
    if (!last_ || config_ != config || !sameFacts(last_->project, facts)) {
        last_ = builder_.build(std::move(facts), config);
        config_ = std::move(config);
    }
    return last_;
}

} // namespace espalier::project
