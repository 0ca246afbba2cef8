#include "indexer/pipeline/session.h"

#include "indexer/pipeline/run.h"

namespace espalier::pipeline {

facts::Result<Outcome> Session::update(const source::Scope& scope, const Observer& observer,
                                       const std::atomic<bool>& cancel) {
    auto writer = store::Writer::open(options_.storePath);
    if (!writer)
        return writer.error();
    if (known_) {
        const auto same = writer->resume(known_->state);
        if (!same)
            return same.error();
        if (!*same)
            known_.reset();
    }
    auto outcome = Run(tree_, options_, observer, cancel, *writer, known_).execute(scope);
    if (!outcome || outcome->cancelled)
        known_.reset();
    if (!outcome && writer->damaged())
        return facts::Error{outcome.error().what, outcome.error().where, "it has been deleted: index again"};
    return outcome;
}

} // namespace espalier::pipeline
