#include "graph/layout_graphviz/graphviz_engine.h"

#include "graph/layout/layers.h"
#include "graph/layout/feedback.h"
#include "graph/layout/levels.h"
#include "graph/layout/parts.h"
#include "graph/layout/proportions.h"
#include "graph/layout/reduction.h"
#include "graph/layout/spacing.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#ifdef ESPALIER_GRAPHVIZ_PLUGINS
extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_core_LTX_library;
}
#endif

namespace espalier::graph {
namespace {

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

constexpr double kPointsPerInch = 72;
constexpr double kWidestAspect = 1.2 * kAspect; // wider pictures are set anew from the order of the ranks

// What dot can be asked within about a second. The predictor is V, the sum of (levels spanned - 1) over all
// lines in a longest-path ranking; measured with Graphviz 2.42, default dot stayed under a second up to V of
// about 4,000, the fast options up to 12,000.
enum class Plan { Default, Fast, Skeleton };
constexpr long kDefaultMost = 4000, kFastMost = 12000;

Plan planFor(const std::vector<Adjacency::Pair>& lines, const std::vector<int>& levels) {
    long v = 0;
    for (const Adjacency::Pair& l : lines)
        v += std::max(0, levels[at(l.to)] - levels[at(l.from)] - 1);
    return v <= kDefaultMost ? Plan::Default : v <= kFastMost ? Plan::Fast : Plan::Skeleton;
}

std::vector<Adjacency::Pair> skeleton(std::size_t nodes, const std::vector<Adjacency::Pair>& lines) {
    const std::vector<char> direct = directPairs(nodes, lines);
    std::vector<Adjacency::Pair> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (direct[i])
            kept.push_back(lines[i]);
    return kept;
}

GVC_t* context() {
#ifdef ESPALIER_GRAPHVIZ_PLUGINS
    // Linked in: nothing is searched for on disk, and a cold start takes two milliseconds.
    static lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                     {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                     {nullptr, nullptr}};
    static GVC_t* const shared = gvContextPlugins(plugins, 0);
#else
    static GVC_t* const shared = gvContext();
#endif
    return shared;
}

struct Close {
    void operator()(Agraph_t* g) const {
        gvFreeLayout(context(), g);
        agclose(g);
    }
};

void set(void* object, const char* name, const std::string& value) {
    // cgraph takes char* but does not write.
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

// Centres as dot gives them, y downward; empty if it fails.
// Boxes of one level share a rank where `levels` are given.
std::vector<Point> askDot(const FlatGraph& graph, const std::vector<Adjacency::Pair>& lines,
                          const std::vector<int>& levels, Plan plan) {
    if (context() == nullptr)
        return {};
    std::unique_ptr<Agraph_t, Close> g(agopen(const_cast<char*>("g"), Agdirected, nullptr));
    if (!g)
        return {};
    set(g.get(), "nodesep", std::to_string(kBoxGap / kPointsPerInch));
    set(g.get(), "ranksep", std::to_string(kLevelGap * 1.4 / kPointsPerInch));
    set(g.get(), "splines", plan == Plan::Default ? "none" : "line");
    if (plan != Plan::Default) {
        set(g.get(), "nslimit", "0.5");
        set(g.get(), "nslimit1", "0.5");
        set(g.get(), "mclimit", "0.1");
    }
    std::vector<Agnode_t*> nodes;
    for (std::size_t i = 0; i < graph.keys.size(); ++i) {
        // Numbers for names: nothing of the analysed project is parsed by Graphviz.
        std::string name = std::to_string(i);
        Agnode_t* node = agnode(g.get(), name.data(), 1);
        set(node, "shape", "box");
        set(node, "fixedsize", "true");
        set(node, "label", "");
        set(node, "width", std::to_string(graph.sizes[i].width / kPointsPerInch));
        set(node, "height", std::to_string(graph.sizes[i].height / kPointsPerInch));
        nodes.push_back(node);
    }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        std::string name = "level" + std::to_string(levels[i]);
        Agraph_t* level = agsubg(g.get(), name.data(), 1);
        set(level, "rank", "same");
        agsubnode(level, nodes[i], 1);
    }
    for (const Adjacency::Pair& l : lines) {
        Agedge_t* edge = agedge(g.get(), nodes[at(l.from)], nodes[at(l.to)], nullptr, 1);
        set(edge, "weight", std::to_string(l.weight));
    }
    if (gvLayout(context(), g.get(), "dot") != 0)
        return {};
    std::vector<Point> centres;
    for (Agnode_t* node : nodes)
        centres.push_back({ND_coord(node).x, -ND_coord(node).y});
    return centres;
}

// The order of dot's ranks, for wrapping: places between the ends of long lines stand where the straight line
// passes.
Layers layersOf(const FlatGraph& graph, const std::vector<Point>& centres) {
    std::vector<double> heights;
    for (const Point& c : centres)
        heights.push_back(c.y);
    std::sort(heights.begin(), heights.end());
    heights.erase(std::unique(heights.begin(), heights.end(), [](double a, double b) { return b - a < 1; }),
                  heights.end());
    std::vector<int> levels;
    for (const Point& c : centres)
        levels.push_back(
            static_cast<int>(std::upper_bound(heights.begin(), heights.end(), c.y + 0.5) - heights.begin()) -
            1);
    Layers layers = makeLayers(graph, downwardLines(graph, levels), levels);
    for (auto& row : layers.rows)
        std::stable_sort(row.begin(), row.end(), [&](int a, int b) {
            return centres[at(layers.targetOf[at(a)])].x < centres[at(layers.targetOf[at(b)])].x;
        });
    return layers;
}

Placement place(const FlatGraph& graph, double below) {
    const std::vector<Adjacency::Pair> acyclic = acyclicLines(graph);
    const std::vector<int> ownLevels = assignLevels(static_cast<int>(graph.keys.size()), acyclic);
    const std::vector<int> levels = joinLevels(graph, ownLevels, below);
    std::vector<Adjacency::Pair> lines = downwardLines(graph, levels);
    const Plan plan = planFor(lines, levels);
    if (plan == Plan::Skeleton)
        lines = skeleton(graph.keys.size(), lines);
    std::vector<Point> centres =
        askDot(graph, lines, levels == ownLevels ? std::vector<int>() : levels, plan);
    if (centres.empty())
        return {};
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const double w = graph.sizes[i].width / 2, h = graph.sizes[i].height / 2;
        left = std::min(left, centres[i].x - w), right = std::max(right, centres[i].x + w);
        top = std::min(top, centres[i].y - h), bottom = std::max(bottom, centres[i].y + h);
    }
    if (right - left > kWidestAspect * (bottom - top + below))
        return placeLayers(graph, layersOf(graph, centres), below);
    for (Point& c : centres)
        c.x -= left, c.y -= top;
    return {std::move(centres), {right - left, bottom - top}};
}

} // namespace

std::vector<Point> graphvizLayout(const FlatGraph& graph) {
    if (!graph.seeds.empty())
        return layeredLayout(graph);
    std::vector<Point> centres = layoutParts(graph, place);
    return centres.size() == graph.keys.size() ? centres : layeredLayout(graph);
}

} // namespace espalier::graph
