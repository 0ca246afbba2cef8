#include "graph/analysis/tangles.h"

#include "graph/analysis/search.h"

#include <algorithm>
#include <unordered_map>

namespace espalier::graph {
namespace {

constexpr std::uint32_t kUnseen = 0xffffffff;

// Tarjan's algorithm with an explicit stack.
class Components {
public:
    Components(const Snapshot& snapshot, const EdgeFilter& filter)
        : snapshot_(snapshot)
        , filter_(filter)
        , index_(snapshot.modules.size(), kUnseen)
        , low_(snapshot.modules.size(), 0)
        , onStack_(snapshot.modules.size(), 0) {}

    // Components of two or more modules, each sorted.
    std::vector<std::vector<ModuleId>> find() {
        for (std::size_t i = 0; i < snapshot_.modules.size(); ++i)
            if (index_[i] == kUnseen)
                visit(ModuleId(i));
        return std::move(found_);
    }

private:
    struct Frame {
        ModuleId module;
        std::size_t next = 0; // of its outgoing edges
    };

    void enter(ModuleId module) {
        index_[module.value] = low_[module.value] = counter_++;
        stack_.push_back(module);
        onStack_[module.value] = 1;
        frames_.push_back({module});
    }

    void visit(ModuleId root) {
        enter(root);
        while (!frames_.empty()) {
            Frame& frame = frames_.back();
            const auto out = snapshot_.outgoing(frame.module);
            if (frame.next < out.size()) {
                follow(frame.module, snapshot_[out[frame.next++]]);
                continue;
            }
            const ModuleId done = frame.module;
            frames_.pop_back();
            if (!frames_.empty())
                lower(frames_.back().module, low_[done.value]);
            if (low_[done.value] == index_[done.value])
                leave(done);
        }
    }

    void follow(ModuleId from, const Edge& edge) {
        if (!filter_.admits(edge))
            return;
        if (index_[edge.to.value] == kUnseen)
            enter(edge.to);
        else if (onStack_[edge.to.value])
            lower(from, index_[edge.to.value]);
    }

    void lower(ModuleId module, std::uint32_t value) {
        low_[module.value] = std::min(low_[module.value], value);
    }

    void leave(ModuleId root) {
        std::vector<ModuleId> component;
        do {
            component.push_back(stack_.back());
            onStack_[stack_.back().value] = 0;
            stack_.pop_back();
        } while (component.back() != root);
        if (component.size() < 2)
            return;
        std::sort(component.begin(), component.end());
        found_.push_back(std::move(component));
    }

    const Snapshot& snapshot_;
    const EdgeFilter& filter_;
    std::vector<std::uint32_t> index_, low_;
    std::vector<char> onStack_;
    std::vector<ModuleId> stack_;
    std::vector<Frame> frames_;
    std::uint32_t counter_ = 0;
    std::vector<std::vector<ModuleId>> found_;
};

// Finds a shortest cycle by a breadth-first search from each module in turn. A found length bounds the later
// searches; a module that was the start once is closed, since its cycles are known, and so are those that
// thereby lie on no cycle any more because nothing enters or leaves them: a single ring of 100,000 modules is
// done after the first search.
class ShortestCycle {
public:
    ShortestCycle(const Snapshot& snapshot, const EdgeFilter& filter, const std::vector<int>& tangleOf)
        : snapshot_(snapshot)
        , search_(snapshot, filter)
        , open_(snapshot.modules.size(), 0)
        , entering_(snapshot.modules.size(), 0)
        , leaving_(snapshot.modules.size(), 0) {
        for (std::size_t i = 0; i < tangleOf.size(); ++i)
            if (tangleOf[i] < 0)
                search_.close(ModuleId(i));
    }

    // Starts come in the order of ids and a later cycle has to be shorter, so the first among equals stays.
    std::vector<EdgeId> of(const Tangle& tangle) {
        constexpr std::size_t kShortest = 2;
        for (const ModuleId module : tangle.modules)
            open_[module.value] = 1;
        out_.clear();
        in_.clear();
        for (const EdgeId id : tangle.edges) {
            ++leaving_[snapshot_[id].from.value];
            ++entering_[snapshot_[id].to.value];
            out_[snapshot_[id].from].push_back(snapshot_[id].to);
            in_[snapshot_[id].to].push_back(snapshot_[id].from);
        }
        std::vector<EdgeId> best;
        for (const ModuleId start : tangle.modules) {
            if (best.size() == kShortest)
                break;
            if (!open_[start.value])
                continue;
            auto cycle = search_.cycleThrough(start, best.empty() ? tangle.modules.size() : best.size() - 1);
            if (!cycle.empty())
                best = std::move(cycle);
            close(start);
        }
        return best;
    }

private:
    void close(ModuleId module) {
        std::vector<ModuleId> work{module};
        const auto loses = [&](ModuleId neighbour, std::vector<std::uint32_t>& degree) {
            if (open_[neighbour.value] && --degree[neighbour.value] == 0)
                work.push_back(neighbour);
        };
        while (!work.empty()) {
            const ModuleId at = work.back();
            work.pop_back();
            if (!open_[at.value])
                continue;
            open_[at.value] = 0;
            search_.close(at);
            for (const ModuleId next : out_[at])
                loses(next, entering_);
            for (const ModuleId previous : in_[at])
                loses(previous, leaving_);
        }
    }

    const Snapshot& snapshot_;
    BreadthFirst search_;
    std::vector<char> open_;
    std::vector<std::uint32_t> entering_, leaving_; // edges from and to open modules
    std::unordered_map<ModuleId, std::vector<ModuleId>> out_, in_;
};

// In the order of tangles(), without edges and cycles.
std::vector<Tangle> members(const Snapshot& snapshot, const EdgeFilter& filter) {
    std::vector<Tangle> out;
    for (std::vector<ModuleId>& modules : Components(snapshot, filter).find()) {
        Tangle tangle;
        tangle.modules = std::move(modules);
        out.push_back(std::move(tangle));
    }
    std::sort(out.begin(), out.end(), [](const Tangle& a, const Tangle& b) {
        return a.modules.size() != b.modules.size() ? a.modules.size() > b.modules.size()
                                                    : a.modules.front() < b.modules.front();
    });
    return out;
}

} // namespace

std::vector<Tangle> tangles(const Snapshot& snapshot, const EdgeFilter& filter) {
    std::vector<Tangle> out = members(snapshot, filter);
    const std::vector<int> tangleOf = tangleOfModule(snapshot, out);
    for (std::size_t i = 0; i < snapshot.edges.size(); ++i) {
        const Edge& edge = snapshot.edges[i];
        const int tangle = tangleOf[edge.from.value];
        if (tangle >= 0 && tangle == tangleOf[edge.to.value] && edge.from != edge.to && filter.admits(edge))
            out[static_cast<std::size_t>(tangle)].edges.push_back(EdgeId(i));
    }
    ShortestCycle shortest(snapshot, filter, tangleOf);
    for (Tangle& tangle : out)
        tangle.shortestCycle = shortest.of(tangle);
    return out;
}

std::vector<int> tangleNumbers(const Snapshot& snapshot, const EdgeFilter& filter) {
    return tangleOfModule(snapshot, members(snapshot, filter));
}

std::vector<EdgeId> shortestCycleThrough(const Snapshot& snapshot, EdgeId edge, const EdgeFilter& filter) {
    const Edge& first = snapshot[edge];
    if (!filter.admits(first) || first.from == first.to)
        return {};
    std::vector<EdgeId> rest = BreadthFirst(snapshot, filter).path(first.to, first.from);
    if (!rest.empty())
        rest.insert(rest.begin(), edge);
    return rest;
}

std::vector<int> tangleOfModule(const Snapshot& snapshot, const std::vector<Tangle>& tangles) {
    std::vector<int> out(snapshot.modules.size(), -1);
    for (std::size_t i = 0; i < tangles.size(); ++i)
        for (const ModuleId module : tangles[i].modules)
            out[module.value] = static_cast<int>(i);
    return out;
}

} // namespace espalier::graph
