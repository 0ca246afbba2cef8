// Flat graphs written as text ("a > b, b > c, d") and made by chance, and layouts printed as lines.
#pragma once

#include "graph/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace espalier::graph {

inline FlatGraph flatGraph(const std::string& text) {
    FlatGraph graph;
    std::map<std::string, int> ids;
    const auto id = [&](const std::string& key) {
        const auto [entry, fresh] = ids.try_emplace(key, static_cast<int>(ids.size()));
        if (fresh) {
            graph.keys.push_back(key);
            graph.sizes.push_back({80, 30});
        }
        return entry->second;
    };
    std::istringstream clauses(text);
    for (std::string clause; std::getline(clauses, clause, ',');) {
        std::istringstream words(clause);
        std::string from, arrow, to;
        words >> from >> arrow >> to;
        const int a = id(from);
        if (!to.empty())
            graph.lines.push_back({a, id(to), 1});
    }
    return graph;
}

// Layered at random with hubs, as module graphs are: `against` of hundred lines lead upward.
inline FlatGraph randomGraph(int nodes, int lines, unsigned seed, unsigned against = 0) {
    std::mt19937 random(seed);
    FlatGraph graph;
    for (int i = 0; i < nodes; ++i) {
        graph.keys.push_back("m" + std::to_string(1000 + i));
        graph.sizes.push_back({60.0 + static_cast<double>(random() % 80), random() % 4 == 0 ? 46.0 : 30.0});
    }
    std::set<std::pair<int, int>> seen;
    while (static_cast<int>(graph.lines.size()) < lines) {
        int a = static_cast<int>(random() % static_cast<unsigned>(nodes)),
            b = static_cast<int>(random() % static_cast<unsigned>(nodes));
        if (random() % 2 == 0)
            b = nodes - 1 - static_cast<int>(random() % static_cast<unsigned>(nodes / 6 + 1));
        if (a == b)
            continue;
        if ((a > b) != (random() % 100 < against))
            std::swap(a, b);
        if (seen.insert({a, b}).second)
            graph.lines.push_back({a, b, 1 + static_cast<int>(random() % 3)});
    }
    return graph;
}

// Rows from top to bottom, boxes from left to right: "a b | c".
inline std::string rowsOf(const FlatGraph& graph, const std::vector<Point>& centres) {
    std::vector<std::size_t> order(centres.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(centres[a].y, centres[a].x) < std::pair(centres[b].y, centres[b].x);
    });
    std::string out;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0)
            out += centres[order[i]].y - centres[order[i - 1]].y > 1 ? " | " : " ";
        out += graph.keys[order[i]];
    }
    return out;
}

inline bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() - 0.01 && b.x < a.right() - 0.01 && a.y < b.bottom() - 0.01 &&
           b.y < a.bottom() - 0.01;
}
inline Rect boxAt(const FlatGraph& graph, const std::vector<Point>& centres, std::size_t i) {
    return {centres[i].x - graph.sizes[i].width / 2, centres[i].y - graph.sizes[i].height / 2,
            graph.sizes[i].width, graph.sizes[i].height};
}
inline std::string firstOverlap(const FlatGraph& graph, const std::vector<Point>& centres) {
    for (std::size_t i = 0; i < centres.size(); ++i)
        for (std::size_t j = i + 1; j < centres.size(); ++j)
            if (overlap(boxAt(graph, centres, i), boxAt(graph, centres, j)))
                return graph.keys[i] + " and " + graph.keys[j];
    return "";
}

} // namespace espalier::graph
