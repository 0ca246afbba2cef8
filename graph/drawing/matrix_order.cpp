#include "graph/drawing/matrix_order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

std::vector<int> numbers(std::size_t n) {
    std::vector<int> out(n);
    std::iota(out.begin(), out.end(), 0);
    return out;
}

// Members of a component: those first that use much of the rest and are used little by it.
std::vector<int> greedyOrder(const std::vector<int>& members, const Siblings& s,
                             const std::vector<int>& component) {
    std::vector<std::int64_t> surplus(s.names.size(), 0);
    std::vector<std::vector<std::pair<int, std::int64_t>>> effects(s.names.size());
    for (const Siblings::Use& use : s.uses) {
        if (component[at(use.user)] != component[at(members.front())] ||
            component[at(use.used)] != component[at(use.user)])
            continue;
        surplus[at(use.user)] += use.statements;
        surplus[at(use.used)] -= use.statements;
        effects[at(use.user)].emplace_back(use.used, use.statements); // gone when the user is placed
        effects[at(use.used)].emplace_back(use.user, -static_cast<std::int64_t>(use.statements));
    }
    std::vector<int> left = members, out;
    while (!left.empty()) {
        const auto best = std::ranges::min_element(
            left, {}, [&](int i) { return std::tuple(-surplus[at(i)], s.names[at(i)]); });
        const int placed = *best;
        out.push_back(placed);
        left.erase(best);
        for (const auto& [other, change] : effects[at(placed)])
            surplus[at(other)] += change;
    }
    return out;
}

std::vector<int> byLevel(const Siblings& s, const std::vector<int>& component) {
    const int count = s.names.empty() ? 0 : *std::ranges::max_element(component) + 1;
    std::vector<std::vector<int>> members(at(count));
    for (const int i : numbers(s.names.size()))
        members[at(component[at(i)])].push_back(i);
    // Numbers of components rise from the used to the users.
    std::vector<Siblings::Use> uses = s.uses;
    std::ranges::sort(uses, {}, [&](const Siblings::Use& u) { return component[at(u.user)]; });
    std::vector<int> level(at(count), 0);
    for (const Siblings::Use& use : uses)
        if (const int a = component[at(use.user)], b = component[at(use.used)]; a != b)
            level[at(a)] = std::max(level[at(a)], level[at(b)] + 1);
    std::vector<std::tuple<int, std::string_view, int>> order;
    for (const int c : numbers(at(count))) {
        members[at(c)] = greedyOrder(members[at(c)], s, component);
        std::string_view first = s.names[at(members[at(c)].front())];
        for (const int i : members[at(c)])
            first = std::min(first, s.names[at(i)]);
        order.emplace_back(-level[at(c)], first, c);
    }
    std::ranges::sort(order);
    std::vector<int> out;
    for (const auto& [level_, name, c] : order)
        out.insert(out.end(), members[at(c)].begin(), members[at(c)].end());
    return out;
}

// What each uses, and behind that by whom it is used: sorted numbers.
std::vector<std::vector<int>> neighbours(const Siblings& s) {
    const int n = static_cast<int>(s.names.size());
    std::vector<std::vector<int>> out(s.names.size());
    for (const Siblings::Use& use : s.uses) {
        out[at(use.user)].push_back(use.used);
        out[at(use.used)].push_back(n + use.user);
    }
    for (std::vector<int>& list : out)
        std::ranges::sort(list);
    return out;
}

float distance(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<int> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    const std::size_t all = a.size() + b.size() - common.size();
    return all == 0 ? 1 : 1 - static_cast<float>(common.size()) / static_cast<float>(all);
}

class Clustering {
public:
    explicit Clustering(const Siblings& s)
        : names_(s.names)
        , n_(s.names.size())
        , distance_(n_ * n_, 0)
        , members_(n_) {
        const auto lists = neighbours(s);
        for (std::size_t i = 0; i < n_; ++i) {
            members_[i] = {static_cast<int>(i)};
            for (std::size_t j = 0; j < i; ++j)
                distance_[i * n_ + j] = distance_[j * n_ + i] = distance(lists[i], lists[j]);
        }
    }

    std::vector<int> order() {
        std::vector<std::size_t> chain;
        for (std::size_t left = n_; left > 1;) {
            if (chain.empty())
                chain.push_back(firstAlive());
            const std::size_t a = chain.back(), before = chain.size() > 1 ? chain[chain.size() - 2] : n_;
            const std::size_t b = nearest(a, before);
            if (b != before) {
                chain.push_back(b);
                continue;
            }
            chain.resize(chain.size() - 2);
            merge(std::min(a, b), std::max(a, b));
            --left;
        }
        return n_ == 0 ? std::vector<int>() : members_[firstAlive()];
    }

private:
    [[nodiscard]] std::size_t firstAlive() const {
        return static_cast<std::size_t>(
            std::ranges::find_if(members_, [](const auto& m) { return !m.empty(); }) - members_.begin());
    }
    // `preferred` wins among equals, so that chains come to their end.
    [[nodiscard]] std::size_t nearest(std::size_t a, std::size_t preferred) const {
        std::size_t best = preferred;
        float least = preferred < n_ ? distance_[a * n_ + preferred] : std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < n_; ++i)
            if (i != a && !members_[i].empty() && distance_[a * n_ + i] < least) {
                least = distance_[a * n_ + i];
                best = i;
            }
        return best;
    }
    void merge(std::size_t a, std::size_t b) {
        const auto sizeA = static_cast<float>(members_[a].size()),
                   sizeB = static_cast<float>(members_[b].size());
        for (std::size_t i = 0; i < n_; ++i)
            distance_[i * n_ + a] = distance_[a * n_ + i] =
                (sizeA * distance_[a * n_ + i] + sizeB * distance_[b * n_ + i]) / (sizeA + sizeB);
        if (names_[at(members_[b].front())] < names_[at(members_[a].front())])
            std::swap(members_[a], members_[b]);
        members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
        members_[b].clear();
    }

    const std::vector<std::string_view>& names_;
    std::size_t n_;
    std::vector<float> distance_;
    std::vector<std::vector<int>> members_; // of each cluster, in their order; empty: merged into another one
};

} // namespace

std::vector<int> orderSiblings(const Siblings& s, MatrixOrder order, const std::vector<int>& component) {
    if (order == MatrixOrder::Level)
        return byLevel(s, component);
    std::vector<int> out = numbers(s.names.size());
    std::ranges::sort(out, {}, [&](int i) { return s.names[at(i)]; });
    if (order == MatrixOrder::Name)
        return out;
    if (s.names.size() <= kMostClustered)
        return Clustering(s).order();
    const auto lists = neighbours(s);
    std::ranges::stable_sort(out, [&](int a, int b) { return lists[at(a)] < lists[at(b)]; });
    return out;
}

} // namespace espalier::graph
