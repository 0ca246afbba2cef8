// Steps of a plan: each leaves less in tangles, and the last one nothing.
#include "graph/cuts/cut_plan.h"
#include "graph/cuts_exact/minimum_arc_set.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <random>

using namespace espalier::graph;

namespace {

// Every edge costs what its statements do; these snapshots have no files behind them.
std::vector<EdgeCut> plainCuts(const Snapshot& snapshot, const Tangle& tangle) {
    std::vector<EdgeCut> out;
    for (const EdgeId id : tangle.edges) {
        EdgeCut cut;
        cut.edge = id;
        cut.weight = 4 * static_cast<std::int64_t>(snapshot[id].statementCount);
        out.push_back(cut);
    }
    return out;
}

QString edgeText(const Snapshot& s, EdgeId id) {
    return QString::fromStdString(s[s[id].from].name + '>' + s[s[id].to].name);
}

QString planText(const std::string& text, const PinnedEdges& pins = {}) {
    const auto s = snapshotOf(text);
    const Tangle tangle = tangles(*s, {}).at(0);
    const auto cuts = plainCuts(*s, tangle);
    const CutPlan plan = cutPlan(*s, tangle, cuts, minimumArcSet(arcProblem(*s, tangle, cuts, pins)));
    QString out = plan.keptCycle.empty() ? QString() : QString("kept:");
    for (const EdgeId id : plan.keptCycle)
        out += ' ' + edgeText(*s, id);
    for (const CutPlan::Step& step : plan.steps) {
        out += edgeText(*s, step.cut.edge) + QString(" %1 (").arg(step.edgesLeft);
        for (const std::size_t size : step.tangles)
            out += QString(" %1").arg(size);
        out += " ); ";
    }
    return out + (plan.keptCycle.empty() ? QString("weight %1").arg(plan.weight) : QString());
}

} // namespace

class CutPlanTest : public QObject {
    Q_OBJECT

private slots:
    void steps() {
        QCOMPARE(planText("a > b *2, b > a"), "b>a 0 ( ); weight 4");
        // The ring of three costs as much as the pair, but more falls with it.
        QCOMPARE(planText("a > b *9, b > a, b > c *9, c > d *9, d > b"), "d>b 2 ( 2 ); b>a 0 ( ); weight 8");
    }
    void pins() {
        const auto s = snapshotOf("a > b, b > a *3");
        const EdgeId ab(0), ba(1);
        QCOMPARE(planText("a > b, b > a *3"), "a>b 0 ( ); weight 4");
        QCOMPARE(planText("a > b, b > a *3", {{ab}, {}}), "b>a 0 ( ); weight 12");
        QCOMPARE(planText("a > b, b > a *3", {{}, {ba}}), "b>a 0 ( ); weight 12");
        QCOMPARE(planText("a > b, b > a *3", {{}, {ab, ba}}), "a>b 0 ( ); b>a 0 ( ); weight 16");
        QCOMPARE(planText("a > b, b > a *3", {{ab, ba}, {}}), "kept: a>b b>a");
    }
    void everyStepLowersTheCount() {
        std::mt19937 random(4);
        for (int round = 0; round < 60; ++round) {
            const unsigned nodes = 3 + random() % (round < 50 ? 12 : 150);
            std::string text;
            for (unsigned k = 0; k < nodes * 4; ++k)
                text +=
                    "m" + std::to_string(random() % nodes) + " > m" + std::to_string(random() % nodes) + ", ";
            const auto s = snapshotOf(text);
            for (const Tangle& tangle : tangles(*s, {})) {
                const auto cuts = plainCuts(*s, tangle);
                const ArcSet set = round % 2 == 0 ? minimumArcSet(arcProblem(*s, tangle, cuts))
                                                  : goodArcSet(arcProblem(*s, tangle, cuts));
                const CutPlan plan = cutPlan(*s, tangle, cuts, set);
                QCOMPARE(plan.steps.size(), set.arcs.size());
                std::size_t before = tangle.edges.size();
                for (const CutPlan::Step& step : plan.steps) {
                    QVERIFY(step.edgesLeft < before);
                    QCOMPARE(step.edgesLeft == 0, step.tangles.empty());
                    before = step.edgesLeft;
                }
                QCOMPARE(before, std::size_t(0));
            }
        }
    }
};

QTEST_APPLESS_MAIN(CutPlanTest)
#include "cut_plan_test.moc"
