// Good feedback arc sets by looking for an order of the nodes: the arcs that lead backwards in it are a
// feedback arc set, and every minimal one is had so.
#pragma once

#include "graph/cuts/kernel.h"

#include <functional>
#include <random>
#include <vector>

namespace espalier::graph {

// The order of Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set problem"
// (1993), with weights: sinks to the end, sources to the front, else the node whose arcs lead out most.
// `weights` by arc; arcs without one do not count. What is pinned is not looked at.
[[nodiscard]] std::vector<int> eadesLinSmyth(const Piece& piece, const std::vector<double>& weights);

// The same order as far as the arcs that are to be kept allow: these lead forwards.
[[nodiscard]] std::vector<int> respectingPins(const Piece& piece, const std::vector<int>& order);

// Local search: a node at a time moves to where its arcs cost least, until none gains; then some are moved by
// chance, and a result that is no worse is kept (iterated local search; Lourenço, Martin and Stützle, 2003).
// Chance always falls the same way.
class OrderSearch {
public:
    // `piece` has to outlive it.
    explicit OrderSearch(const Piece& piece);

    // Begins anew from this order, in which the kept arcs lead forwards, if it is better once it is improved.
    void offer(const std::vector<int>& order);
    void improve(int rounds, const std::function<bool()>& stopped);

    [[nodiscard]] std::int64_t weight() const { return bestWeight_; }
    [[nodiscard]] std::vector<int> arcs() const; // of the piece, that lead backwards

private:
    struct Link {
        int arc, other;
        bool out; // leads to `other`
    };
    [[nodiscard]] std::int64_t cost(int arc) const;
    [[nodiscard]] bool isBackward(int arc) const;
    void moveTo(int node, int place);
    // Moves a node to where it costs least; what is gained.
    std::int64_t settle(int node);
    void settleAll();
    void disturb();
    void enqueue(int node);
    void enqueueNeighbours(int node);
    void keepOrRestore();

    const Piece& piece_;
    std::int64_t keepCost_ = 1;
    std::vector<std::vector<Link>> links_; // by node
    std::vector<int> order_, place_;       // node by place, place by node
    std::vector<int> best_;
    std::int64_t weight_ = 0, bestWeight_ = 0; // costs while kept arcs lead backwards
    std::vector<int> queue_;
    std::vector<char> queued_;
    std::vector<std::pair<int, std::int64_t>> steps_;
    std::mt19937 random_{20};
};

// How many rounds are worth their while: a second for the largest tangles seen, milliseconds for most.
[[nodiscard]] int searchRounds(const Piece& piece);

// Adds what the piece's arcs stand for.
void addOriginals(const Piece& piece, const std::vector<int>& arcs, std::vector<int>& originals);
// Leaves out arcs that need not be cut, the heaviest first, sorts the rest and adds up their weight.
void finish(const ArcProblem& problem, ArcSet& set);

} // namespace espalier::graph
