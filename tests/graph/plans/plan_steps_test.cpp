// Plans in the order in which each step leaves less in tangles, and suggestions as plans.
#include "graph/plans/plan_steps.h"
#include "graph/plans/suggested.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <random>

using namespace espalier::graph;

namespace {

// "a>b 3 (2); …; not: c>d"
QString stepsText(const std::string& graph, const Plan& plan) {
    const PlanSteps steps = planSteps(snapshotOf(graph), plan, {});
    QString out;
    const auto edge = [&](const PlanSteps::Step& step) {
        const auto& cut = std::get<CutEdge>(plan.changes[step.change]);
        return QString::fromStdString(cut.from + '>' + cut.to);
    };
    for (const PlanSteps::Step& step : steps.steps) {
        out += edge(step) + QString(" %1 (").arg(step.left.edges);
        for (const std::size_t size : step.left.tangles)
            out += QString(" %1").arg(size);
        out += " ); ";
    }
    for (const PlanSteps::Step& step : steps.refused)
        out += "not: " + edge(step);
    return out;
}

} // namespace

class PlanStepsTest : public QObject {
    Q_OBJECT

private slots:
    void whatHelpsComesFirst() {
        const std::string graph = "a > b, b > a, b > c, c > b, x > a, a > a";
        QCOMPARE(stepsText(graph, {"", {CutEdge{"x", "a"}, CutEdge{"b", "a"}, CutEdge{"c", "b"}}}),
                 "b>a 2 ( 2 ); c>b 0 ( ); x>a 0 ( ); ");
        QCOMPARE(stepsText(graph, {"", {CutEdge{"a", "x"}, CutEdge{"b", "a"}}}), "b>a 2 ( 2 ); not: a>x");
        QCOMPARE(stepsText(graph, {"", {}}), "");
        // The one change makes the other impossible.
        QCOMPARE(stepsText(graph, {"", {CutEdge{"b", "a"}, CutEdge{"b", "a"}}}), "b>a 2 ( 2 ); not: b>a");
    }

    void countsAreThoseOfTheTangles() {
        std::mt19937 random(7);
        for (int round = 0; round < 100; ++round) {
            std::string text;
            for (unsigned k = 0; k < 30; ++k)
                text += "m" + std::to_string(random() % 15) + (random() % 3 == 0 ? " ~> m" : " > m") +
                        std::to_string(random() % 15) + ", ";
            const auto snapshot = snapshotOf(text);
            for (const EdgeFilter& filter : {EdgeFilter{}, EdgeFilter::everything()}) {
                TangleCount expected;
                for (const Tangle& tangle : tangles(*snapshot, filter)) {
                    expected.edges += tangle.edges.size();
                    expected.tangles.push_back(tangle.modules.size());
                }
                QCOMPARE(countTangles(*snapshot, filter), expected);
            }
        }
    }

    void suggestions() {
        const auto s = snapshotOf("p.a > p.b, p.b > p.a, q > p");
        const auto id = [&](const char* name) { return *s->find(name); };
        const auto step = [&](const char* from, const char* to, CutKind kind,
                              std::vector<EdgeCut::Symbol> symbols = {}) {
            EdgeCut cut;
            cut.edge = *s->edge(id(from), id(to));
            cut.kind = kind;
            cut.symbols = std::move(symbols);
            return CutPlan::Step{cut, 0, {}};
        };
        CutPlan cuts;
        cuts.steps = {
            step("p.a", "p.b", CutKind::Remove),
            step("p.a", "p.b", CutKind::Defer),
            step("p.a", "p.b", CutKind::TypeChecking),
            step("p.a", "p.b", CutKind::FromDefinition, {{"x", id("q")}, {"y", id("p")}, {"z", id("q")}}),
            step("p.a", "p.b", CutKind::MoveSymbol, {{"HTTPLine", id("p.b")}, {"B", id("p.b")}}),
            step("q", "p", CutKind::MoveSymbol, {{"b", id("p")}, {"OrderLine", id("p")}}),
            step("q", "p", CutKind::MoveSymbol, {{"b", id("p")}}),
            step("p.a", "p.b", CutKind::Remove)};
        std::vector<Change> changes;
        addChanges(*s, cuts, {}, changes);
        const std::vector<Change> expected{CutEdge{"p.a", "p.b"},
                                           CutEdge{"p.a", "p.b", CutWay::Defer},
                                           CutEdge{"p.a", "p.b", CutWay::TypeChecking},
                                           RedirectNames{"p.a", "p.b", {"y"}, "p"},
                                           RedirectNames{"p.a", "p.b", {"x", "z"}, "q"},
                                           MoveSymbol{"p.b", "HTTPLine", "p.httpline"},
                                           MoveSymbol{"p.b", "B", "p.httpline"},
                                           MoveSymbol{"p", "b", "p.b_2"},
                                           MoveSymbol{"p", "OrderLine", "p.b_2"}};
        for (std::size_t i = 0; i < std::min(changes.size(), expected.size()); ++i)
            QCOMPARE(words(changes[i]), words(expected[i]));
        QVERIFY(changes == expected);
    }
};

QTEST_APPLESS_MAIN(PlanStepsTest)
#include "plan_steps_test.moc"
