// Feedback arc set problems as text: "a > b > c, c > a 5 keep, b > a 2 cut". A clause is a chain of nodes,
// which are letters; a weight and a pin behind it hold for all its arcs.
#pragma once

#include "graph/cuts/arc_set.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace espalier::graph {

inline ArcProblem arcsFrom(const std::string& text) {
    ArcProblem problem;
    std::istringstream clauses(text);
    for (std::string clause; std::getline(clauses, clause, ',');) {
        std::istringstream words(clause);
        int before = -1;
        const auto first = problem.arcs.size();
        for (std::string word; words >> word;) {
            if (word == ">")
                continue;
            if (word == "keep" || word == "cut" || word[0] <= '9') {
                for (std::size_t a = first; a < problem.arcs.size(); ++a)
                    if (word[0] <= '9')
                        problem.arcs[a].weight = std::stoll(word);
                    else
                        problem.arcs[a].pin = word == "keep" ? Pin::Keep : Pin::Cut;
                continue;
            }
            const int node = word[0] - 'a';
            problem.nodes = std::max(problem.nodes, node + 1);
            if (before >= 0)
                problem.arcs.push_back({before, node});
            before = node;
        }
    }
    return problem;
}

// "c>a b>a: 7", with " >= 5" behind it if less is not ruled out.
inline std::string text(const ArcProblem& problem, const ArcSet& set) {
    const auto chain = [&](const std::vector<int>& arcs) {
        std::string out;
        for (const int a : arcs) {
            const Arc& arc = problem.arcs[static_cast<std::size_t>(a)];
            out += std::string(out.empty() ? "" : " ") + static_cast<char>('a' + arc.from) + '>' +
                   static_cast<char>('a' + arc.to);
        }
        return out;
    };
    if (!set.keptCycle.empty())
        return "kept: " + chain(set.keptCycle);
    return chain(set.arcs) + ": " + std::to_string(set.weight) +
           (set.isOptimal() ? "" : " >= " + std::to_string(set.lowerBound));
}

// By trying every order of the nodes; -1: the pins forbid any set.
inline std::int64_t leastWeight(const ArcProblem& problem) {
    std::vector<int> place(static_cast<std::size_t>(problem.nodes));
    std::iota(place.begin(), place.end(), 0);
    std::int64_t least = -1;
    do {
        std::int64_t weight = 0;
        bool allowed = true;
        for (const Arc& arc : problem.arcs) {
            const bool forward =
                place[static_cast<std::size_t>(arc.from)] < place[static_cast<std::size_t>(arc.to)];
            allowed &= forward || arc.pin != Pin::Keep;
            weight += forward && arc.pin != Pin::Cut ? 0 : arc.weight;
        }
        if (allowed && (least < 0 || weight < least))
            least = weight;
    } while (std::ranges::next_permutation(place).found);
    return least;
}

struct RandomShape {
    int mostNodes = 6, mostArcs = 16, mostWeight = 9;
    int pinned = 0; // of a hundred arcs
    bool loops = true;
};
inline ArcProblem randomProblem(std::mt19937& random, const RandomShape& shape) {
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    ArcProblem problem;
    problem.nodes = 2 + upTo(shape.mostNodes - 1);
    for (int left = 1 + upTo(shape.mostArcs); left > 0; --left) {
        Arc arc{upTo(problem.nodes), upTo(problem.nodes), 1 + upTo(shape.mostWeight)};
        if (upTo(100) < shape.pinned)
            arc.pin = upTo(2) == 0 ? Pin::Keep : Pin::Cut;
        if (arc.from != arc.to || shape.loops)
            problem.arcs.push_back(arc);
    }
    return problem;
}

} // namespace espalier::graph
