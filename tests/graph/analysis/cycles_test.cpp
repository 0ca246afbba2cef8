#include "graph/analysis/cycles.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

using namespace espalier;
using namespace espalier::graph;

namespace {

const EdgeFilter kFilter{};

// "a > b > a", one chain a line.
SnapshotPtr snapshotFromText(const std::string& text) {
    std::string clauses;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string from, arrow, to;
        for (words >> from; words >> arrow >> to; from = to)
            clauses += from + " > " + to + "\n";
    }
    return snapshotOf(clauses);
}

std::string chain(const Snapshot& snapshot, const std::vector<EdgeId>& edges) {
    std::string out;
    for (const EdgeId edge : edges)
        out += (out.empty() ? snapshot[snapshot[edge].from].name : "") + " > " +
               snapshot[snapshot[edge].to].name;
    return out;
}

std::string allChains(const Snapshot& snapshot, const std::vector<std::vector<EdgeId>>& cycles) {
    std::string out;
    for (const auto& cycle : cycles)
        out += chain(snapshot, cycle) + "\n";
    return out;
}

std::string between(const SnapshotPtr& snapshot, const char* a, const char* b) {
    const auto found = cycleBetween(*snapshot, *snapshot->find(a), *snapshot->find(b), kFilter);
    return found ? chain(*snapshot, found->edges) + (found->simple ? "" : " (not simple)") : "none";
}

// The length of the shortest simple cycle through an edge, by trying all ways; 0: none.
std::size_t bruteForce(const Snapshot& snapshot, ModuleId at, ModuleId goal, std::set<ModuleId>& seen) {
    if (at == goal)
        return 1;
    std::size_t best = 0;
    seen.insert(at);
    for (const EdgeId edge : snapshot.outgoing(at)) {
        const ModuleId next = snapshot[edge].to;
        if (seen.contains(next))
            continue;
        const std::size_t rest = bruteForce(snapshot, next, goal, seen);
        if (rest > 0 && (best == 0 || rest + 1 < best))
            best = rest + 1;
    }
    seen.erase(at);
    return best;
}

} // namespace

class CyclesTest : public QObject {
    Q_OBJECT
private slots:
    void eachEdgeHasItsShortestCycleOnce() {
        const auto snapshot = snapshotFromText("a > b > a\nb > c > d > b\nd > e");
        const auto found = tangles(*snapshot, kFilter);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(allChains(*snapshot, shortestCycles(*snapshot, found[0], kFilter)),
                 std::string("a > b > a\nb > c > d > b\n"));
    }

    void shortestByBruteForce() {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            std::string text;
            for (int i = 0; i < 10; ++i)
                text += std::string(1, static_cast<char>('a' + random() % 6)) + " > " +
                        static_cast<char>('a' + random() % 6) + "\n";
            const auto snapshot = snapshotFromText(text);
            for (const Tangle& tangle : tangles(*snapshot, kFilter)) {
                const auto cycles = shortestCycles(*snapshot, tangle, kFilter);
                for (const EdgeId edge : tangle.edges) {
                    std::set<ModuleId> seen;
                    const std::size_t length =
                        bruteForce(*snapshot, (*snapshot)[edge].to, (*snapshot)[edge].from, seen);
                    std::size_t shortest = 0;
                    for (const auto& cycle : cycles)
                        if (std::find(cycle.begin(), cycle.end(), edge) != cycle.end() &&
                            (shortest == 0 || cycle.size() < shortest))
                            shortest = cycle.size();
                    QVERIFY2(shortest == length, text.c_str());
                }
            }
        }
    }

    void betweenTwo() {
        const auto snapshot = snapshotFromText("a > b > c > a\nc > d");
        QCOMPARE(between(snapshot, "a", "c"), std::string("a > b > c > a"));
        QCOMPARE(between(snapshot, "c", "b"), std::string("c > a > b > c"));
        QCOMPARE(between(snapshot, "a", "d"), std::string("none"));
        QCOMPARE(between(snapshot, "a", "a"), std::string("none"));
    }

    // Two circles that share a module: the way there and the way back both go through it.
    void betweenTwoThatShareTheWay() {
        const auto snapshot = snapshotFromText("a > m > a\nb > m > b");
        QCOMPARE(between(snapshot, "a", "b"), std::string("a > m > b > m > a (not simple)"));
    }

    void packagesThatImportEachOther() {
        const auto snapshot = snapshotFromText("p.a > q.b\nq.c > p.d\nq.c > r.e");
        const auto found = packageTangles(*snapshot, kFilter);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].packages.size(), std::size_t{2});
        std::string edges;
        for (const auto& edge : found[0].edges)
            for (const EdgeId id : edge.edges)
                edges += (*snapshot)[edge.from].name + " > " + (*snapshot)[edge.to].name + ": " +
                         chain(*snapshot, {id}) + "\n";
        QCOMPARE(edges, std::string("p > q: p.a > q.b\nq > p: q.c > p.d\n"));
        QVERIFY(tangles(*snapshot, kFilter).empty());
    }
};

QTEST_GUILESS_MAIN(CyclesTest)
#include "cycles_test.moc"
