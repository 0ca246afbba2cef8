// Tangles, cycles and paths, against brute force on small random graphs.
#include "graph/analysis/paths.h"
#include "graph/analysis/tangles.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

using namespace espalier::graph;

namespace {

// "a > b > a, b > c?" : edges of chains; a name with '?' behind the arrow's target is reached by a deferred
// import.
Snapshot graphFrom(const std::string& text) {
    std::set<std::string> names;
    std::map<std::pair<std::string, std::string>, bool> arrows;
    std::istringstream chains(text);
    for (std::string chain; std::getline(chains, chain, ',');) {
        std::istringstream words(chain);
        std::string previous;
        for (std::string word; words >> word;) {
            if (word == ">")
                continue;
            const bool deferred = word.back() == '?';
            if (deferred)
                word.pop_back();
            names.insert(word);
            if (!previous.empty())
                arrows[{previous, word}] = deferred;
            previous = word;
        }
    }
    Snapshot snapshot;
    std::map<std::string, ModuleId> ids;
    for (const std::string& name : names) {
        ids[name] = ModuleId(snapshot.modules.size());
        Module module;
        module.name = name;
        const std::size_t dot = name.rfind('.');
        if (dot != std::string::npos && ids.contains(name.substr(0, dot)))
            module.parent = ids[name.substr(0, dot)];
        snapshot.modules.push_back(module);
    }
    for (const auto& [ends, deferred] : arrows) {
        Edge edge;
        edge.from = ids[ends.first];
        edge.to = ids[ends.second];
        edge.plain = KindSet::of(deferred ? EdgeKind::Deferred : EdgeKind::Import);
        snapshot.edges.push_back(edge);
    }
    snapshot.buildIndexes({});
    return snapshot;
}

std::string chain(const Snapshot& s, const std::vector<EdgeId>& edges) {
    if (edges.empty())
        return "none";
    std::string out = s[s[edges.front()].from].name;
    for (const EdgeId edge : edges)
        out += " > " + s[s[edge].to].name;
    return out;
}

std::string lines(const Snapshot& s, const EdgeFilter& filter = {}) {
    std::string out;
    for (const Tangle& tangle : tangles(s, filter)) {
        for (const ModuleId module : tangle.modules)
            out += s[module].name + ' ';
        out += "| " + std::to_string(tangle.edges.size()) + " | " + chain(s, tangle.shortestCycle) + '\n';
    }
    return out;
}

// Distances over admitted edges without self-imports, by Floyd and Warshall; 0 on no diagonal: cycles count.
std::vector<std::vector<unsigned>> distances(const Snapshot& s) {
    constexpr unsigned kFar = 1000;
    std::vector<std::vector<unsigned>> d(s.modules.size(), std::vector<unsigned>(s.modules.size(), kFar));
    for (const Edge& edge : s.edges)
        if (edge.from != edge.to)
            d[edge.from.value][edge.to.value] = 1;
    for (std::size_t k = 0; k < d.size(); ++k)
        for (std::size_t i = 0; i < d.size(); ++i)
            for (std::size_t j = 0; j < d.size(); ++j)
                d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    return d;
}

bool isChain(const Snapshot& s, const std::vector<EdgeId>& edges) {
    for (std::size_t i = 1; i < edges.size(); ++i)
        if (s[edges[i - 1]].to != s[edges[i]].from)
            return false;
    return true;
}

// "steps, with a bar between : number".
std::string chainsOf(const Snapshot& s, const char* from, const char* to, bool whole = false,
                     const char* avoided = nullptr) {
    std::vector<char> closed(s.modules.size(), 0);
    if (avoided != nullptr)
        closed[s.find(avoided)->value] = 1;
    const ShortestPaths paths = shortestPaths(s, *s.find(from), *s.find(to), {}, whole, closed);
    std::string out;
    for (const auto& step : paths.steps) {
        out += out.empty() ? "" : " |";
        for (const ModuleId m : step)
            out += (out.empty() ? "" : " ") + s[m].name;
    }
    return out + " : " + std::to_string(paths.chains) + " chains over " + std::to_string(paths.edges.size()) +
           " edges";
}

// By trying every way of so many edges.
std::vector<std::vector<EdgeId>> everyChain(const Snapshot& s, ModuleId from, ModuleId to,
                                            std::size_t length) {
    std::vector<std::vector<EdgeId>> out;
    for (std::size_t e = 0; length > 0 && e < s.edges.size(); ++e) {
        if (s.edges[e].from != from || (length == 1 && s.edges[e].to != to))
            continue;
        auto tails = everyChain(s, s.edges[e].to, to, length - 1);
        if (length == 1)
            tails = {{}};
        for (auto& tail : tails) {
            tail.insert(tail.begin(), EdgeId(e));
            out.push_back(std::move(tail));
        }
    }
    return out;
}

} // namespace

class TanglesTest : public QObject {
    Q_OBJECT

    static void compareWithBruteForce(const Snapshot& s) {
        const auto d = distances(s);
        const auto found = tangles(s, {});
        const auto tangleOf = tangleOfModule(s, found);
        QCOMPARE(tangleNumbers(s, {}), tangleOf);
        for (std::size_t i = 0; i < d.size(); ++i)
            for (std::size_t j = 0; j < d.size(); ++j) {
                const bool together = i != j && d[i][j] < 1000 && d[j][i] < 1000;
                QCOMPARE(i != j && tangleOf[i] >= 0 && tangleOf[i] == tangleOf[j], together);
                const auto path = shortestPath(s, ModuleId(i), ModuleId(j), {});
                QCOMPARE(path.size(), i != j && d[i][j] < 1000 ? d[i][j] : 0U);
                QVERIFY(isChain(s, path));
                if (i != j) {
                    const ShortestPaths all = shortestPaths(s, ModuleId(i), ModuleId(j), {});
                    QCOMPARE(all.length(), path.size());
                    const auto chains = everyChain(s, ModuleId(i), ModuleId(j), path.size());
                    QCOMPARE(all.chains, chains.size());
                    std::set<EdgeId> used;
                    for (const auto& each : chains)
                        used.insert(each.begin(), each.end());
                    QCOMPARE(all.edges, std::vector<EdgeId>(used.begin(), used.end()));
                }
            }
        for (std::size_t e = 0; e < s.edges.size(); ++e) {
            const Edge& edge = s.edges[e];
            const auto cycle = shortestCycleThrough(s, EdgeId(e), {});
            const unsigned back = edge.from == edge.to ? 1000 : d[edge.to.value][edge.from.value];
            QCOMPARE(cycle.size(), back < 1000 ? back + 1 : 0U);
            QVERIFY(cycle.empty() || (cycle.front() == EdgeId(e) && isChain(s, cycle)));
        }
        for (const Tangle& tangle : found) {
            unsigned shortest = 1000;
            for (const ModuleId module : tangle.modules)
                shortest = std::min(shortest, d[module.value][module.value]);
            QCOMPARE(tangle.shortestCycle.size(), std::size_t(shortest));
            QVERIFY(isChain(s, tangle.shortestCycle));
            const auto start = s[tangle.shortestCycle.front()].from;
            QCOMPARE(s[tangle.shortestCycle.back()].to, start);
            for (const ModuleId module : tangle.modules)
                QVERIFY(module >= start || d[module.value][module.value] > shortest);
        }
    }

private slots:
    void shapes() {
        QCOMPARE(lines(graphFrom("a > b > a")), "a b | 2 | a > b > a\n");
        QCOMPARE(lines(graphFrom("a > b > c, a > c")), "");
        QCOMPARE(lines(graphFrom("a > a")), "");
        QCOMPARE(lines(graphFrom("a > a > b > a")), "a b | 2 | a > b > a\n");
        QCOMPARE(lines(graphFrom("d > e > d, a > b > c > a, c > d")),
                 "a b c | 3 | a > b > c > a\nd e | 2 | d > e > d\n");
        QCOMPARE(lines(graphFrom("a > b > c > d > a, c > b")), "a b c d | 5 | b > c > b\n");
    }
    void kindsDecide() {
        const Snapshot s = graphFrom("a > b > a?");
        QCOMPARE(lines(s), "");
        EdgeFilter filter;
        filter.kinds.add(EdgeKind::Deferred);
        QCOMPARE(lines(s, filter), "a b | 2 | a > b > a\n");
        QCOMPARE(chain(s, shortestCycleThrough(s, *s.edge(*s.find("b"), *s.find("a")), {})), "none");
    }
    void paths() {
        const Snapshot s = graphFrom("a > b > c > d, a > x > d, p, p.m > q.n, q, q.n > a, p.m > p.k > q.o");
        const auto path = [&](const char* from, const char* to, bool whole = false) {
            return chain(s, shortestPath(s, *s.find(from), *s.find(to), {}, whole));
        };
        QCOMPARE(path("a", "d"), "a > x > d");
        QCOMPARE(path("d", "a"), "none");
        QCOMPARE(path("a", "a"), "none");
        QCOMPARE(path("p", "q"), "none");
        QCOMPARE(path("p", "q", true), "p.k > q.o");
        QCOMPARE(path("p", "d", true), "p.m > q.n > a > x > d");
        QCOMPARE(path("p.m", "q.o", true), "p.m > p.k > q.o");
    }
    void allShortestChains() {
        const Snapshot s = graphFrom("a > b > d > z, a > c > d, b > e > z, a > long > longer > longest > z, "
                                     "p, p.m > q.n, q, q.n > a, p.m > p.k > q.o, c > y?");
        QCOMPARE(chainsOf(s, "a", "z"), "a | b c | d e | z : 3 chains over 7 edges");
        QCOMPARE(chainsOf(s, "z", "a"), " : 0 chains over 0 edges");
        QCOMPARE(chainsOf(s, "a", "y"), " : 0 chains over 0 edges");
        QCOMPARE(chainsOf(s, "p", "q", true), "p.k p.m | q.n q.o : 2 chains over 2 edges");
        QCOMPARE(chainsOf(s, "a", "z", false, "d"), "a | b | e | z : 1 chains over 3 edges");
        QCOMPARE(chainsOf(s, "a", "z", false, "z"), " : 0 chains over 0 edges");
    }
    void chainsAreCountedAsFarAsNumbersGo() {
        std::string text;
        for (int i = 0; i < 70; ++i) // each step doubles their number
            for (const char side : {'x', 'y'})
                text += "m" + std::to_string(i) + " > " + side + std::to_string(i) + " > m" +
                        std::to_string(i + 1) + ", ";
        const Snapshot s = graphFrom(text);
        const auto chains = [&](const char* to) {
            return shortestPaths(s, *s.find("m0"), *s.find(to), {}).chains;
        };
        QCOMPARE(chains("m40"), std::uint64_t{1} << 40);
        QCOMPARE(chains("m62"), std::uint64_t{1} << 62);
        QCOMPARE(chains("m63"), ShortestPaths::kMostChains);
        QCOMPARE(chains("m70"), ShortestPaths::kMostChains);
    }
    void randomGraphs() {
        std::mt19937 random(7);
        for (int round = 0; round < 150; ++round) {
            const int nodes = 2 + static_cast<int>(random() % 9);
            std::string text;
            for (int i = 0; i < nodes; ++i)
                text += std::string(1, static_cast<char>('a' + i)) + ", ";
            for (int k = static_cast<int>(random() % 20); k > 0; --k)
                text += std::string(1, static_cast<char>('a' + random() % nodes)) + " > " +
                        std::string(1, static_cast<char>('a' + random() % nodes)) + ", ";
            compareWithBruteForce(graphFrom(text));
        }
    }
    void longChainsNeedNoStack() {
        std::string text = "m0";
        for (int i = 1; i < 100000; ++i)
            text += " > m" + std::to_string(i);
        const Snapshot s = graphFrom(text + " > m0");
        const auto found = tangles(s, {});
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].modules.size(), std::size_t(100000));
    }
};

QTEST_APPLESS_MAIN(TanglesTest)
#include "tangles_test.moc"
