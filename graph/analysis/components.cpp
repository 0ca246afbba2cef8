#include "graph/analysis/components.h"

#include <algorithm>
#include <cstddef>

namespace espalier::graph {
namespace {

struct Visit {
    int node;
    std::size_t next; // of its successors
};

} // namespace

std::vector<int> components(const std::vector<std::vector<int>>& successors) {
    const std::size_t n = successors.size();
    std::vector<int> component(n, -1), index(n, -1), low(n, 0), open;
    std::vector<Visit> visits;
    int counter = 0, found = 0;
    const auto enter = [&](int node) {
        index[static_cast<std::size_t>(node)] = low[static_cast<std::size_t>(node)] = counter++;
        open.push_back(node);
        visits.push_back({node, 0});
    };
    for (std::size_t start = 0; start < n; ++start) {
        if (index[start] < 0)
            enter(static_cast<int>(start));
        while (!visits.empty()) {
            const auto node = static_cast<std::size_t>(visits.back().node);
            if (visits.back().next < successors[node].size()) {
                const int to = successors[node][visits.back().next++];
                const auto t = static_cast<std::size_t>(to);
                if (index[t] < 0)
                    enter(to);
                else if (component[t] < 0)
                    low[node] = std::min(low[node], index[t]);
                continue;
            }
            visits.pop_back();
            if (!visits.empty()) {
                int& above = low[static_cast<std::size_t>(visits.back().node)];
                above = std::min(above, low[node]);
            }
            if (low[node] != index[node])
                continue;
            for (bool own = false; !own; open.pop_back()) {
                component[static_cast<std::size_t>(open.back())] = found;
                own = open.back() == static_cast<int>(node);
            }
            ++found;
        }
    }
    return component;
}

} // namespace espalier::graph
