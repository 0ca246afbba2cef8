#include "graph/cuts/order_search.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace espalier::graph {
namespace {

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

std::vector<int> placesOf(const std::vector<int>& order) {
    std::vector<int> places(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[index(order[i])] = static_cast<int>(i);
    return places;
}

bool leads(const std::vector<std::vector<int>>& after, int from, int to) {
    std::vector<char> seen(after.size(), 0);
    std::vector<int> queue{from};
    seen[index(from)] = 1;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        if (queue[next] == to)
            return true;
        for (const int node : after[index(queue[next])])
            if (!std::exchange(seen[index(node)], 1))
                queue.push_back(node);
    }
    return false;
}

} // namespace

std::vector<int> eadesLinSmyth(const Piece& piece, const std::vector<double>& weights) {
    const auto count = index(piece.nodes);
    std::vector<std::vector<int>> out(count), in(count);
    std::vector<int> outLeft(count, 0), inLeft(count, 0);
    std::vector<double> surplus(count, 0);
    for (std::size_t a = 0; a < piece.arcs.size(); ++a) {
        if (weights[a] <= 0)
            continue;
        const auto from = index(piece.arcs[a].from), to = index(piece.arcs[a].to);
        out[from].push_back(static_cast<int>(a));
        in[to].push_back(static_cast<int>(a));
        ++outLeft[from], ++inLeft[to];
        surplus[from] += weights[a], surplus[to] -= weights[a];
    }
    // Sinks first, then sources, then by surplus.
    const auto key = [&](std::size_t v) {
        return std::tuple(outLeft[v] == 0 ? 0 : inLeft[v] == 0 ? 1 : 2, -surplus[v], v);
    };
    std::set<std::tuple<int, double, std::size_t>> left;
    for (std::size_t v = 0; v < count; ++v)
        left.insert(key(v));
    std::vector<int> front, back;
    std::vector<char> taken(count, 0);
    while (!left.empty()) {
        const auto [rank, negative, v] = *left.begin();
        left.erase(left.begin());
        taken[v] = 1;
        (rank == 0 ? back : front).push_back(static_cast<int>(v));
        const auto lose = [&](std::size_t other, int arc, bool isOut) {
            if (taken[other])
                return;
            left.erase(key(other));
            --(isOut ? inLeft : outLeft)[other];
            surplus[other] += isOut ? weights[index(arc)] : -weights[index(arc)];
            left.insert(key(other));
        };
        for (const int arc : out[v])
            lose(index(piece.arcs[index(arc)].to), arc, true);
        for (const int arc : in[v])
            lose(index(piece.arcs[index(arc)].from), arc, false);
    }
    front.insert(front.end(), back.rbegin(), back.rend());
    return front;
}

std::vector<int> respectingPins(const Piece& piece, const std::vector<int>& order) {
    std::vector<std::vector<int>> after(order.size());
    std::vector<int> waitsFor(order.size(), 0);
    for (const Arc& arc : piece.arcs)
        if (arc.pin == Pin::Keep) {
            after[index(arc.from)].push_back(arc.to);
            ++waitsFor[index(arc.to)];
        }
    const std::vector<int> places = placesOf(order);
    std::priority_queue<int, std::vector<int>, std::greater<>> ready; // places
    for (const int node : order)
        if (waitsFor[index(node)] == 0)
            ready.push(places[index(node)]);
    std::vector<int> out;
    while (!ready.empty()) {
        out.push_back(order[index(ready.top())]);
        ready.pop();
        for (const int next : after[index(out.back())])
            if (--waitsFor[index(next)] == 0)
                ready.push(places[index(next)]);
    }
    return out;
}

OrderSearch::OrderSearch(const Piece& piece)
    : piece_(piece)
    , links_(index(piece.nodes))
    , order_(index(piece.nodes))
    , queued_(index(piece.nodes), 0) {
    std::vector<double> weights;
    for (std::size_t a = 0; a < piece.arcs.size(); ++a) {
        const Arc& arc = piece.arcs[a];
        links_[index(arc.from)].push_back({static_cast<int>(a), arc.to, true});
        links_[index(arc.to)].push_back({static_cast<int>(a), arc.from, false});
        keepCost_ += arc.weight;
        weights.push_back(static_cast<double>(arc.weight));
    }
    std::iota(order_.begin(), order_.end(), 0);
    order_ = respectingPins(piece, order_);
    place_ = placesOf(order_);
    best_ = order_;
    bestWeight_ = 0;
    for (std::size_t a = 0; a < piece.arcs.size(); ++a)
        bestWeight_ += isBackward(static_cast<int>(a)) ? cost(static_cast<int>(a)) : 0;
    offer(respectingPins(piece, eadesLinSmyth(piece, weights)));
}

// An arc that is to be kept costs more than all that can be cut.
std::int64_t OrderSearch::cost(int arc) const {
    const Arc& a = piece_.arcs[index(arc)];
    return a.pin == Pin::Keep ? keepCost_ : a.weight;
}

bool OrderSearch::isBackward(int arc) const {
    const Arc& a = piece_.arcs[index(arc)];
    return place_[index(a.from)] > place_[index(a.to)];
}

std::vector<int> OrderSearch::arcs() const {
    const std::vector<int> places = placesOf(best_);
    std::vector<int> out;
    for (std::size_t a = 0; a < piece_.arcs.size(); ++a)
        if (places[index(piece_.arcs[a].from)] > places[index(piece_.arcs[a].to)])
            out.push_back(static_cast<int>(a));
    return out;
}

void OrderSearch::offer(const std::vector<int>& order) {
    order_ = order;
    place_ = placesOf(order_);
    weight_ = 0;
    for (std::size_t a = 0; a < piece_.arcs.size(); ++a)
        weight_ += isBackward(static_cast<int>(a)) ? cost(static_cast<int>(a)) : 0;
    for (const int node : order_)
        enqueue(node);
    settleAll();
    keepOrRestore();
}

void OrderSearch::improve(int rounds, const std::function<bool()>& stopped) {
    for (int round = 0; round < rounds && !(round % 64 == 0 && stopped()); ++round) {
        disturb();
        settleAll();
        keepOrRestore();
    }
}

void OrderSearch::keepOrRestore() {
    if (weight_ <= bestWeight_) {
        best_ = order_;
        bestWeight_ = weight_;
        return;
    }
    order_ = best_;
    place_ = placesOf(order_);
    weight_ = bestWeight_;
}

void OrderSearch::enqueue(int node) {
    if (!std::exchange(queued_[index(node)], 1))
        queue_.push_back(node);
}

void OrderSearch::enqueueNeighbours(int node) {
    for (const Link& link : links_[index(node)])
        enqueue(link.other);
}

void OrderSearch::settleAll() {
    for (std::size_t next = 0; next < queue_.size(); ++next) {
        const int node = queue_[next];
        queued_[index(node)] = 0;
        if (const std::int64_t gained = settle(node); gained > 0) {
            weight_ -= gained;
            enqueueNeighbours(node);
        }
    }
    queue_.clear();
}

std::int64_t OrderSearch::settle(int node) {
    steps_.clear(); // behind this place it costs so much more than before
    std::int64_t atFront = 0;
    for (const Link& link : links_[index(node)]) {
        steps_.emplace_back(place_[index(link.other)], link.out ? cost(link.arc) : -cost(link.arc));
        atFront += link.out ? 0 : cost(link.arc);
    }
    std::ranges::sort(steps_);
    const int here = place_[index(node)];
    std::int64_t now = atFront, at = atFront, least = atFront;
    int behind = -1; // the place before the first one
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const auto [place, more] = steps_[i];
        at += more;
        now += place < here ? more : 0;
        const bool last = i + 1 == steps_.size() || steps_[i + 1].first != place; // two arcs, there and back
        if (last && at < least) {
            least = at;
            behind = place;
        }
    }
    if (least >= now)
        return 0;
    moveTo(node, behind < here ? behind + 1 : behind);
    return now - least;
}

void OrderSearch::moveTo(int node, int place) {
    const int here = place_[index(node)];
    const int step = place > here ? 1 : -1;
    for (int i = here; i != place; i += step) {
        order_[index(i)] = order_[index(i + step)];
        place_[index(order_[index(i)])] = i;
    }
    order_[index(place)] = node;
    place_[index(node)] = place;
}

// Turns some arcs that lead backwards by moving one of their ends past the other.
void OrderSearch::disturb() {
    const auto chance = [&](std::size_t below) { return static_cast<std::size_t>(random_() % below); };
    for (std::size_t turns = 1 + chance(3); turns > 0; --turns) {
        std::size_t arc = chance(piece_.arcs.size());
        for (std::size_t tries = 0; tries < piece_.arcs.size() && !isBackward(static_cast<int>(arc)); ++tries)
            arc = (arc + 1) % piece_.arcs.size();
        const Arc& turned = piece_.arcs[arc];
        if (!isBackward(static_cast<int>(arc)))
            return;
        const bool moveFrom = chance(2) == 0;
        const int node = moveFrom ? turned.from : turned.to;
        const int place = place_[index(moveFrom ? turned.to : turned.from)];
        for (const Link& link : links_[index(node)])
            weight_ -= isBackward(link.arc) ? cost(link.arc) : 0;
        moveTo(node, place);
        for (const Link& link : links_[index(node)])
            weight_ += isBackward(link.arc) ? cost(link.arc) : 0;
        enqueueNeighbours(node);
    }
}

int searchRounds(const Piece& piece) {
    return std::clamp(4 * piece.nodes, 100, 1000);
}

void addOriginals(const Piece& piece, const std::vector<int>& arcs, std::vector<int>& originals) {
    for (const int arc : arcs)
        originals.insert(originals.end(), piece.originals[index(arc)].begin(),
                         piece.originals[index(arc)].end());
}

void finish(const ArcProblem& problem, ArcSet& set) {
    std::vector<std::vector<int>> after(index(problem.nodes)); // by arcs that are not cut
    std::vector<char> cut(problem.arcs.size(), 0);
    for (const int arc : set.arcs)
        cut[index(arc)] = 1;
    for (std::size_t a = 0; a < problem.arcs.size(); ++a)
        if (!cut[a])
            after[index(problem.arcs[a].from)].push_back(problem.arcs[a].to);
    std::ranges::sort(set.arcs);
    std::ranges::stable_sort(set.arcs, std::greater(),
                             [&](int arc) { return problem.arcs[index(arc)].weight; });
    std::vector<int> needed;
    for (const int a : set.arcs) {
        const Arc& arc = problem.arcs[index(a)];
        if (arc.pin == Pin::Cut || leads(after, arc.to, arc.from)) {
            needed.push_back(a);
            set.weight += arc.weight;
        } else {
            after[index(arc.from)].push_back(arc.to);
        }
    }
    set.arcs = std::move(needed);
    std::ranges::sort(set.arcs);
}

} // namespace espalier::graph
