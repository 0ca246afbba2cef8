#include "graph/cuts/kernel.h"

#include "graph/analysis/components.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace espalier::graph {
namespace {

constexpr int kOut = 0, kIn = 1;

// Arcs can be taken away and merged, nodes merged.
class Shrinking {
public:
    Shrinking(const Piece& piece, std::vector<int>& forced)
        : forced_(forced)
        , nodes_(static_cast<std::size_t>(piece.nodes)) {
        for (std::size_t a = 0; a < piece.arcs.size(); ++a)
            add(piece.arcs[a], piece.originals[a]);
        for (int v = piece.nodes; v-- > 0;)
            touch(v);
    }

    // Decides what can be; the rest as a piece, its nodes numbered anew.
    Piece run() {
        while (!queue_.empty()) {
            const int v = queue_.back();
            queue_.pop_back();
            nodes_[index(v)].queued = false;
            look(v);
        }
        return rest();
    }

private:
    struct Bundle {
        std::int64_t weight = 0;
        bool keep = false;
        std::vector<int> originals;
    };
    struct Node {
        std::array<std::map<int, int>, 2> arcs; // by side: neighbour -> bundle
        bool queued = false;
    };
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    void touch(int v) {
        if (!std::exchange(nodes_[index(v)].queued, true))
            queue_.push_back(v);
    }

    void add(const Arc& arc, const std::vector<int>& originals) {
        if (arc.pin == Pin::Cut || (arc.from == arc.to && arc.pin != Pin::Keep)) {
            forced_.insert(forced_.end(), originals.begin(), originals.end());
            return;
        }
        const auto [at, isNew] =
            nodes_[index(arc.from)].arcs[kOut].try_emplace(arc.to, static_cast<int>(bundles_.size()));
        if (isNew) {
            nodes_[index(arc.to)].arcs[kIn].emplace(arc.from, at->second);
            bundles_.emplace_back();
        }
        Bundle& bundle = bundles_[index(at->second)];
        bundle.weight += arc.weight;
        bundle.keep |= arc.pin == Pin::Keep;
        bundle.originals.insert(bundle.originals.end(), originals.begin(), originals.end());
    }

    // Takes all arcs of one side away from the node.
    std::map<int, int> detach(int v, int side) {
        auto arcs = std::exchange(nodes_[index(v)].arcs[index(side)], {});
        for (const auto& [neighbour, bundle] : arcs) {
            nodes_[index(neighbour)].arcs[index(1 - side)].erase(v);
            touch(neighbour);
        }
        return arcs;
    }

    void look(int v) {
        for (const int side : {kOut, kIn}) {
            const auto& arcs = nodes_[index(v)].arcs[index(side)];
            if (arcs.empty()) {
                detach(v, 1 - side);
                return;
            }
            if (arcs.size() == 1 && isDearest(bundles_[index(arcs.begin()->second)], v, 1 - side)) {
                merge(v, side);
                return;
            }
        }
    }

    // Whether there is no reason to cut the only arc of one side rather than all of the other.
    [[nodiscard]] bool isDearest(const Bundle& only, int v, int otherSide) const {
        std::int64_t others = 0;
        for (const auto& [neighbour, bundle] : nodes_[index(v)].arcs[index(otherSide)]) {
            if (bundles_[index(bundle)].keep)
                return only.keep;
            others += bundles_[index(bundle)].weight;
        }
        return only.keep || only.weight >= others;
    }

    // The node at the other end of the only arc of `side` takes over the arcs of the other side.
    void merge(int v, int side) {
        const int into = detach(v, side).begin()->first;
        for (const auto& [neighbour, bundle] : detach(v, 1 - side)) {
            const Bundle taken = std::move(bundles_[index(bundle)]);
            Arc arc{into, neighbour, taken.weight, taken.keep ? Pin::Keep : Pin::None};
            if (side == kOut)
                std::swap(arc.from, arc.to);
            add(arc, taken.originals);
        }
        touch(into);
    }

    Piece rest() {
        Piece out;
        std::vector<int> number(nodes_.size(), -1);
        for (std::size_t v = 0; v < nodes_.size(); ++v)
            if (!nodes_[v].arcs[kOut].empty())
                number[v] = out.nodes++;
        for (std::size_t v = 0; v < nodes_.size(); ++v)
            for (const auto& [to, bundle] : nodes_[v].arcs[kOut]) {
                Bundle& from = bundles_[index(bundle)];
                out.arcs.push_back(
                    {number[v], number[index(to)], from.weight, from.keep ? Pin::Keep : Pin::None});
                out.originals.push_back(std::move(from.originals));
            }
        return out;
    }

    std::vector<int>& forced_;
    std::vector<Node> nodes_;
    std::vector<Bundle> bundles_;
    std::vector<int> queue_;
};

// For each arc its biconnected component, directions left aside; -1 for arcs between strongly connected
// components.
class Blocks {
public:
    explicit Blocks(const Piece& piece)
        : piece_(piece)
        , links_(static_cast<std::size_t>(piece.nodes))
        , found_(static_cast<std::size_t>(piece.nodes), 0)
        , low_(static_cast<std::size_t>(piece.nodes), 0)
        , block_(piece.arcs.size(), -1) {
        std::vector<std::vector<int>> successors(links_.size());
        for (const Arc& arc : piece.arcs)
            successors[static_cast<std::size_t>(arc.from)].push_back(arc.to);
        const std::vector<int> component = components(successors);
        for (std::size_t a = 0; a < piece.arcs.size(); ++a) {
            const auto from = static_cast<std::size_t>(piece.arcs[a].from),
                       to = static_cast<std::size_t>(piece.arcs[a].to);
            if (component[from] == component[to]) {
                links_[from].push_back(a);
                links_[to].push_back(a);
            }
        }
        for (std::size_t v = 0; v < links_.size(); ++v)
            if (found_[v] == 0)
                search(v);
    }
    [[nodiscard]] const std::vector<int>& blockOfArc() const { return block_; }
    [[nodiscard]] int count() const { return count_; }

private:
    struct Frame {
        std::size_t node, arc, next = 0; // arc: by which it was reached
    };
    static constexpr std::size_t kNoArc = static_cast<std::size_t>(-1);

    void search(std::size_t root) {
        found_[root] = low_[root] = ++time_;
        std::vector<Frame> frames{{root, kNoArc}};
        while (!frames.empty()) {
            Frame& frame = frames.back();
            if (frame.next < links_[frame.node].size()) {
                follow(frames, links_[frame.node][frame.next++]);
                continue;
            }
            const Frame done = frame;
            frames.pop_back();
            if (frames.empty())
                break;
            const std::size_t parent = frames.back().node;
            low_[parent] = std::min(low_[parent], low_[done.node]);
            if (low_[done.node] >= found_[parent])
                close(done.arc);
        }
    }
    void follow(std::vector<Frame>& frames, std::size_t arc) {
        const std::size_t node = frames.back().node;
        const auto from = static_cast<std::size_t>(piece_.arcs[arc].from),
                   to = static_cast<std::size_t>(piece_.arcs[arc].to), other = from == node ? to : from;
        if (arc == frames.back().arc || (found_[other] != 0 && found_[other] > found_[node]))
            return; // seen from the other end
        open_.push_back(arc);
        if (found_[other] == 0) {
            found_[other] = low_[other] = ++time_;
            frames.push_back({other, arc});
        } else {
            low_[node] = std::min(low_[node], found_[other]);
        }
    }
    void close(std::size_t first) {
        for (std::size_t arc = kNoArc; arc != first;) {
            arc = open_.back();
            open_.pop_back();
            block_[arc] = count_;
        }
        ++count_;
    }

    const Piece& piece_;
    std::vector<std::vector<std::size_t>> links_; // by node: arcs within its strongly connected component
    std::vector<int> found_, low_;                // by node: when it was found; 0: not yet
    std::vector<int> block_;
    std::vector<std::size_t> open_;
    int count_ = 0, time_ = 0;
};

std::vector<Piece> split(const Piece& piece) {
    const Blocks blocks(piece);
    std::vector<Piece> out(static_cast<std::size_t>(blocks.count()));
    std::vector<std::map<int, int>> numbers(out.size()); // of the nodes, by block
    for (std::size_t a = 0; a < piece.arcs.size(); ++a) {
        if (blocks.blockOfArc()[a] < 0)
            continue;
        const auto block = static_cast<std::size_t>(blocks.blockOfArc()[a]);
        Arc arc = piece.arcs[a];
        for (int* node : {&arc.from, &arc.to})
            *node = numbers[block].try_emplace(*node, static_cast<int>(numbers[block].size())).first->second;
        out[block].arcs.push_back(arc);
        out[block].originals.push_back(piece.originals[a]);
    }
    for (std::size_t b = 0; b < out.size(); ++b)
        out[b].nodes = static_cast<int>(numbers[b].size());
    return out;
}

} // namespace

Kernel reduced(const ArcProblem& problem) {
    Kernel kernel;
    Piece whole{problem.nodes, problem.arcs, {}};
    for (std::size_t a = 0; a < problem.arcs.size(); ++a)
        whole.originals.push_back({static_cast<int>(a)});
    std::vector<Piece> open{std::move(whole)};
    while (!open.empty()) {
        Piece piece = Shrinking(open.back(), kernel.forced).run();
        open.pop_back();
        std::vector<Piece> parts = split(piece);
        if (parts.size() == 1 && parts[0].arcs.size() == piece.arcs.size())
            kernel.pieces.push_back(std::move(piece));
        else
            std::ranges::move(parts, std::back_inserter(open));
    }
    std::ranges::sort(kernel.forced);
    std::ranges::stable_sort(kernel.pieces, {}, [](const Piece& p) { return p.arcs.size(); });
    return kernel;
}

} // namespace espalier::graph
