// What espalier and espalier-solve say to each other comes back as it was said; anything else is refused.
#include "app/project/cut_protocol.h"

#include <QTest>

using namespace espalier;

class CutProtocolTest : public QObject {
    Q_OBJECT

private slots:
    void bothWays() {
        project::CutJob job;
        job.problem.nodes = 3;
        job.problem.arcs = {{0, 1, 4, graph::Pin::None},
                            {1, 2, std::int64_t(1) << 40, graph::Pin::Keep},
                            {2, 0, 1, graph::Pin::Cut}};
        job.timeMs = 77;
        const auto read = project::readCutJob(project::writeCutJob(job));
        QVERIFY(read);
        QCOMPARE(read->timeMs, 77);
        QCOMPARE(read->problem.nodes, 3);
        QCOMPARE(read->problem.arcs.size(), std::size_t(3));
        for (std::size_t i = 0; i < 3; ++i) {
            const graph::Arc &a = read->problem.arcs[i], &b = job.problem.arcs[i];
            QVERIFY(a.from == b.from && a.to == b.to && a.weight == b.weight && a.pin == b.pin);
        }
        graph::ArcSet set;
        set.arcs = {0, 2};
        set.weight = 5;
        set.lowerBound = 4;
        set.keptCycle = {1};
        const auto answer = project::readArcSet(project::writeArcSet(set), job.problem);
        QVERIFY(answer);
        QVERIFY(answer->arcs == set.arcs && answer->weight == 5 && answer->lowerBound == 4 &&
                answer->keptCycle == set.keptCycle);
    }

    void nonsense() {
        for (const char* text :
             {"", "[]", "{", R"({"nodes": 1, "time_ms": 1})", R"({"nodes": -1, "time_ms": 1, "arcs": []})",
              R"({"nodes": 1, "time_ms": 1, "arcs": [[0, 1, 1, 0]]})",
              R"({"nodes": 1, "time_ms": 1, "arcs": [[0, 0, 0, 0]]})",
              R"({"nodes": 1, "time_ms": 1, "arcs": [[0, 0, 1, 3]]})",
              R"({"nodes": 1, "time_ms": 1, "arcs": [[0, 0, 1]]})"})
            QVERIFY2(!project::readCutJob(text), text);
        graph::ArcProblem problem;
        problem.nodes = 1;
        problem.arcs = {{0, 0, 1, graph::Pin::None}};
        QVERIFY(project::readArcSet(R"({"arcs": [0], "weight": 1, "lower_bound": 1, "kept_cycle": []})",
                                    problem));
        QVERIFY(!project::readArcSet(R"({"arcs": [1], "weight": 1, "lower_bound": 1, "kept_cycle": []})",
                                     problem));
        QVERIFY(!project::readArcSet(R"({"arcs": [0], "weight": 1, "lower_bound": 1})", problem));
    }
};

QTEST_APPLESS_MAIN(CutProtocolTest)
#include "cut_protocol_test.moc"
