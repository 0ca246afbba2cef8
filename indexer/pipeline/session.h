// Keeps a store in step with a source tree, again and again. Between two updates it holds in memory what the
// store knows, but neither its lock nor a connection: others may index the same project meanwhile.
#pragma once

#include "indexer/pipeline/pipeline.h"
#include "indexer/source/source_tree.h"
#include "indexer/store/writer.h"

#include <optional>

namespace espalier::pipeline {

class Session {
public:
    // `options.root` is what the store will name as the project's folder; its other settings for listing are
    // the tree's business. The tree must outlive the session.
    Session(source::SourceTree& tree, Options options)
        : tree_(tree)
        , options_(std::move(options)) {}

    // Lists what lies within `scope`, reads what is new there, and nothing else. The whole tree counts,
    // whatever `scope` says, if somebody else has written the store since the last update, or if that one
    // failed or did not get through all stages. Errors: as index().
    [[nodiscard]] facts::Result<Outcome> update(const source::Scope& scope, const Observer& observer,
                                                const std::atomic<bool>& cancel);

private:
    source::SourceTree& tree_;
    Options options_;
    std::optional<store::Known> known_; // none: to be loaded
};

} // namespace espalier::pipeline
