// A project whose files come, go and change: after each step its nodes and references are those that
// buildSnapshot() finds for the files that are there, and only what the step concerns is resolved again.
// Measured on a line of 4,293 commits: see graph/history/edge_timeline.h.
//
// It is the same resolver; what everybody looks at is noted (graph/model/looks.h). Source roots have to be
// configured, and Config::rootNaming to be given where there are several. No problems are found, and no
// deprecations.
#pragma once

#include "graph/model/former_modules.h"
#include "graph/model/module_table.h"
#include "graph/model/resolver.h"

#include <memory>
#include <span>
#include <vector>

namespace espalier::graph {

// Used by one thread at a time.
class MovingModel {
public:
    // `files` are all that ever come, sorted by path; at first none is there, and their facts do not count.
    // `config` has to outlive it.
    MovingModel(std::vector<facts::SourceFile> files, const Config& config);
    ~MovingModel();

    // The file was there once, before the first move(): see Config::former, which does not count here.
    void knew(FileId file);
    struct Step {
        FileId file;
        bool present = true;
        std::shared_ptr<const facts::SourceFacts> facts; // null where it is not there, or cannot be read
    };
    // Each file at most once. Returns the files that have been resolved, sorted; of all others nothing has
    // changed.
    [[nodiscard]] std::vector<FileId> move(std::span<const Step> steps);
    // Whether ids of nodes mean something else than before the last move(): then all files have been
    // resolved.
    [[nodiscard]] bool beganAnew() const { return beganAnew_; }

    [[nodiscard]] const ModuleTable& table() const;
    [[nodiscard]] const FileResult& resultOf(FileId file) const;
    [[nodiscard]] const facts::SourceFacts* factsOf(FileId file) const;
    // Nodes whose ModuleTable::isThere() the last move() may have changed.
    [[nodiscard]] const std::vector<ModuleId>& touched() const { return touched_; }
    // Nodes of what is configured as deprecated: kept even if nobody imports them.
    [[nodiscard]] const std::vector<ModuleId>& configured() const;

private:
    struct State;
    std::vector<FileId> moveState(std::span<const Step> steps);

    facts::ProjectFacts project_;
    const Config& config_;
    std::vector<char> present_; // by file
    FormerModules former_;      // what has been there so far
    std::unique_ptr<State> state_;
    std::vector<ModuleId> touched_;
    bool beganAnew_ = true;
};

} // namespace espalier::graph
