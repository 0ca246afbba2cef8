// Writes down what a moving model does from revision to revision, as lives of modules and edges.
#pragma once

#include "graph/history/edge_timeline.h"
#include "graph/model/moving_model.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace espalier::graph {

// The lives within a stretch of the line. Modules are numbered as they came up.
struct RecordedLives {
    std::vector<std::string> names; // by number
    struct ModulePiece {
        std::uint32_t module = 0;
        ModuleSpan span;
    };
    struct EdgePiece {
        std::uint32_t from = 0, to = 0;
        EdgeSpan span;
    };
    std::vector<ModulePiece> modules;
    std::vector<EdgePiece> edges;
    std::vector<FileTotals> totals; // by revision, from the stretch's first on
};

class EdgeRecorder {
public:
    // `model` has nothing in it yet.
    EdgeRecorder(const MovingModel& model, std::size_t fileCount)
        : model_(model)
        , files_(fileCount) {}

    // After model.move() for this revision, which returned `resolved`. Revisions come one after the other.
    void record(std::uint32_t revision, std::span<const FileId> resolved);
    // All that is still alive ends at `end`.
    [[nodiscard]] RecordedLives finish(std::uint32_t end);

private:
    struct Kinds {
        KindSet plain, implicitParents, strings;
        friend bool operator==(const Kinds&, const Kinds&) = default;
        [[nodiscard]] bool any() const { return (plain.bits | implicitParents.bits | strings.bits) != 0; }
        void add(const Reference& reference);
        void add(const Kinds& other);
    };
    struct Target {
        ModuleId to;
        Kinds kinds;
        friend bool operator==(const Target&, const Target&) = default;
    };
    struct File {
        ModuleId node;
        std::vector<Target> targets; // by id
        FileTotals totals;
    };
    struct NodeState {
        bool alive = false, unparsable = false;
        ModuleKind kind = ModuleKind::Module;
        PathClass cls = PathClass::Production;
        friend bool operator==(const NodeState&, const NodeState&) = default;
    };
    // Since when it is as it is; of the same revision only the last state counts.
    struct OpenEdge {
        std::uint32_t from = 0, to = 0, since = 0;
        Kinds kinds;
    };
    struct OpenModule {
        std::uint32_t since = 0;
        NodeState state;
        ModuleId node; // that is alive
    };

    [[nodiscard]] File fileNow(FileId file) const;
    void forgetNodes();
    void count(const FileTotals& totals, bool more);
    void use(ModuleId node, bool more);
    void setEdge(ModuleId from, ModuleId to, Kinds kinds);
    void changeEdge(OpenEdge& edge, Kinds kinds);
    void settleNodes();
    void changeModule(std::uint32_t name, NodeState state, ModuleId node);
    std::uint32_t nameOf(ModuleId node);
    [[nodiscard]] NodeState stateOf(ModuleId node) const;

    const MovingModel& model_;
    std::uint32_t revision_ = 0;
    std::vector<File> files_;
    std::vector<std::uint32_t> nameOfNode_, uses_; // by node
    std::vector<ModuleId> touched_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<OpenModule> modules_; // by name
    IdMap edgeIds_;                   // by names
    std::vector<OpenEdge> edges_;
    FileTotals totals_;
    RecordedLives lives_;
};

} // namespace espalier::graph
