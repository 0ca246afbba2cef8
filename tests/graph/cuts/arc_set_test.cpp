// Feedback arc sets, the quick ones and the proven ones, against every order of the nodes of small graphs.
#include "graph/cuts/arc_text.h"
#include "graph/cuts_exact/minimum_arc_set.h"

#include <QTest>

using namespace espalier::graph;

namespace {

QString minimum(const std::string& arcs) {
    const ArcProblem problem = arcsFrom(arcs);
    return QString::fromStdString(text(problem, minimumArcSet(problem)));
}

bool holdsPins(const ArcProblem& problem, const ArcSet& set) {
    for (std::size_t a = 0; a < problem.arcs.size(); ++a) {
        const bool cut = std::ranges::binary_search(set.arcs, static_cast<int>(a));
        if ((problem.arcs[a].pin == Pin::Keep && cut) || (problem.arcs[a].pin == Pin::Cut && !cut))
            return false;
    }
    return true;
}

bool isKeptCycle(const ArcProblem& problem, const std::vector<int>& cycle) {
    for (std::size_t i = 0; i < cycle.size(); ++i) {
        const Arc& arc = problem.arcs[static_cast<std::size_t>(cycle[i])];
        const Arc& next = problem.arcs[static_cast<std::size_t>(cycle[(i + 1) % cycle.size()])];
        if (arc.pin != Pin::Keep || arc.to != next.from)
            return false;
    }
    return !cycle.empty();
}

// A ring of `nodes` with as many chords again, and weights, that has no small pieces.
ArcProblem large(int nodes, unsigned seed) {
    std::mt19937 random(seed);
    ArcProblem problem;
    problem.nodes = nodes;
    for (int i = 0; i < nodes; ++i) {
        problem.arcs.push_back({i, (i + 1) % nodes, 1 + static_cast<int>(random() % 9)});
        const int to = static_cast<int>(random() % static_cast<unsigned>(nodes));
        if (to != i)
            problem.arcs.push_back({i, to, 1 + static_cast<int>(random() % 9)});
    }
    return problem;
}

} // namespace

class ArcSetTest : public QObject {
    Q_OBJECT

    static void compare(const ArcProblem& problem) {
        const std::int64_t least = leastWeight(problem);
        for (const bool proven : {true, false}) {
            const ArcSet set = proven ? minimumArcSet(problem) : goodArcSet(problem);
            QCOMPARE(set.keptCycle.empty(), least >= 0);
            if (least < 0) {
                QVERIFY(isKeptCycle(problem, set.keptCycle));
                QVERIFY(set.arcs.empty());
                continue;
            }
            QVERIFY(breaksAllCycles(problem, set.arcs));
            QVERIFY(holdsPins(problem, set));
            for (const int arc : set.arcs) {
                std::vector<int> fewer = set.arcs;
                std::erase(fewer, arc);
                QVERIFY(problem.arcs[static_cast<std::size_t>(arc)].pin == Pin::Cut ||
                        !breaksAllCycles(problem, fewer));
            }
            std::int64_t weight = 0;
            for (const int arc : set.arcs)
                weight += problem.arcs[static_cast<std::size_t>(arc)].weight;
            QCOMPARE(set.weight, weight);
            QVERIFY(set.lowerBound <= least);
            QVERIFY(set.weight >= least);
            if (proven) {
                QCOMPARE(set.weight, least);
                QVERIFY(set.isOptimal());
            }
        }
    }

private slots:
    void shapes() {
        QCOMPARE(minimum("a > b > c"), ": 0");
        QCOMPARE(minimum("a > b > a"), "b>a: 1");
        QCOMPARE(minimum("a > b 3, b > a 2"), "b>a: 2");
        QCOMPARE(minimum("a > a 4, a > b"), "a>a: 4");
        QCOMPARE(minimum("a > b > c > a 2, b > d > b 5, d > c 1"), "c>a b>d: 7");
        QCOMPARE(minimum("a > b 1, a > b 1, b > c 3, c > a 4"), "a>b a>b: 2"); // two arcs count as one
        QCOMPARE(minimum(""), ": 0");
    }
    void pins() {
        QCOMPARE(minimum("a > b 3, b > a 2 keep"), "a>b: 3");
        QCOMPARE(minimum("a > b 3 cut, b > a 2"), "a>b: 3");
        QCOMPARE(minimum("a > b 3 cut, b > c"), "a>b: 3"); // also where there is no cycle
        QCOMPARE(minimum("a > b > c > a keep, b > a"), "kept: a>b b>c c>a");
        QCOMPARE(minimum("a > a keep"), "kept: a>a");
        QCOMPARE(minimum("a > b keep, a > b 9, b > c 2, c > a 3"), "b>c: 2");
    }
    void everyOrderOfSmallGraphs() {
        std::mt19937 random(11);
        for (int round = 0; round < 1500 && !QTest::currentTestFailed(); ++round)
            compare(randomProblem(random, {.pinned = round % 3 == 0 ? 25 : 0}));
        for (int round = 0; round < 60 && !QTest::currentTestFailed(); ++round)
            compare(
                randomProblem(random, {.mostNodes = 7, .mostArcs = 30, .pinned = round % 2 == 0 ? 15 : 0}));
        // Dense, and all weights equal: many sets are as good.
        for (int round = 0; round < 100 && !QTest::currentTestFailed(); ++round)
            compare(randomProblem(random, {.mostNodes = 6, .mostArcs = 40, .mostWeight = 1, .loops = false}));
    }
    void sameAnswerEachTime() {
        const ArcProblem problem = large(120, 3);
        const ArcSet first = minimumArcSet(problem, {.timeMs = 60000}), good = goodArcSet(problem);
        QVERIFY(first.isOptimal());
        QVERIFY(good.weight >= first.weight);
        QCOMPARE(minimumArcSet(problem, {.timeMs = 60000}).arcs, first.arcs);
        QCOMPARE(goodArcSet(problem).arcs, good.arcs);
    }
    // However early it is stopped, no bound is above any set that was found.
    void boundsHoldWhenTimeRunsOut() {
        for (const unsigned seed : {1U, 2U}) {
            const ArcProblem problem = large(400, seed);
            std::int64_t lightest = goodArcSet(problem).weight, highest = 0;
            for (const int timeMs : {50, 150, 300, 600}) {
                const ArcSet set = minimumArcSet(problem, {.timeMs = timeMs});
                QVERIFY(breaksAllCycles(problem, set.arcs));
                QVERIFY(set.gap() >= 0 && set.gap() < 1);
                lightest = std::min(lightest, set.weight);
                highest = std::max(highest, set.lowerBound);
            }
            QVERIFY(highest > 0);
            QVERIFY2(highest <= lightest, qPrintable(QString("%1 > %2").arg(highest).arg(lightest)));
        }
    }
    void stops() {
        const ArcProblem problem = large(300, 5);
        int asked = 0;
        const ArcSet set = minimumArcSet(problem, {.timeMs = 600000, .stopped = [&] { return ++asked > 2; }});
        QVERIFY(breaksAllCycles(problem, set.arcs));
        QVERIFY(!set.isOptimal());
        QVERIFY(set.gap() > 0);
        const ArcSet atOnce = minimumArcSet(problem, {.timeMs = 0});
        QVERIFY(breaksAllCycles(problem, atOnce.arcs));
        QVERIFY(!atOnce.isOptimal());
    }
    void longChainsNeedNoStack() {
        ArcProblem problem;
        problem.nodes = 100000;
        for (int i = 0; i < problem.nodes; ++i)
            problem.arcs.push_back({i, (i + 1) % problem.nodes, 2 + i % 7});
        QCOMPARE(minimumArcSet(problem).weight, 2);
        for (Arc& arc : problem.arcs)
            arc.pin = Pin::Keep;
        QCOMPARE(minimumArcSet(problem).keptCycle.size(), std::size_t(100000));
    }
};

QTEST_APPLESS_MAIN(ArcSetTest)
#include "arc_set_test.moc"
