// The lists of the Cycles panel as text: from findings, and from what the command line program says.
#include "graph/analysis/cycles.h"
#include "ui/cycles/cycle_answers_text.h"
#include "ui/cycles/cycle_markdown.h"
#include "ui/models/roles.h"
#include "ui/models/rows.h"
#include "ui/shop_project.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace espalier;

namespace {

const ui::VerdictBadge kOpen = ui::verdictBadge(ui::VerdictState::Untested, nullptr);

QString rows(std::vector<ui::TreeRow> of, QStringList headers = {}) {
    ui::TreeTable model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set(std::move(headers), {}, std::move(of));
    return test::rows(model);
}

// "a b c > a" stands for the modules a, b, c that import the next one, the last one a.
graph::SnapshotPtr rings(const QStringList& rings) {
    QString text;
    for (const QString& ring : rings) {
        const QStringList names = ring.split(u' ');
        for (qsizetype i = 0; i < names.size(); ++i)
            text += QStringLiteral("== %1.py\nimport %2\n").arg(names[i], names[(i + 1) % names.size()]);
    }
    return graph::buildSnapshot(test::projectFromText(text.toStdString()), graph::Config());
}

} // namespace

class CycleRowsTest : public QObject {
    Q_OBJECT

    ui::FindingsPtr findings_ = ui::findFindings(test::shop(), {});
    ui::TangleVerdict verdict_ = ui::readVerdicts(test::kVerdicts)->front().answer;
    ui::CutAnswer cuts_ = ui::readCuts(test::kCuts)->front().answer;

private slots:
    void tangles() {
        QCOMPARE(rows(ui::tangleRows(*findings_, [](std::size_t) { return kOpen; }), ui::tangleHeaders()),
                 "orders, prices, stock | not tested | 3 | 3\n");
    }
    void tanglesThatCanFailComeFirstThenTheLargest() {
        const auto findings = ui::findFindings(rings({"a b", "c d e", "f g"}), {});
        const auto badge = [](std::size_t i) {
            return ui::VerdictBadge{QStringLiteral("verdict-fails"), QString::number(i), i == 2, 0};
        };
        QCOMPARE(rows(ui::tangleRows(*findings, badge), ui::tangleHeaders()),
                 "f, g | 2 | 2 | 2\nc, d, e | 0 | 3 | 3\na, b | 1 | 2 | 2\n");
    }
    void whatIsNewSinceTheBaselineComesBeforeThat() {
        const auto findings = ui::findFindings(rings({"a b", "c d e", "f g", "h i j k"}), {});
        const auto fails = [](std::size_t i) {
            return ui::VerdictBadge{QStringLiteral("verdict-fails"), {}, i == 0, 0}; // h i j k
        };
        const auto age = [&](std::size_t i) {
            const char first = (*findings->snapshot)[findings->tangles[i].modules.front()].name[0];
            return first == 'f'   ? ui::SinceThen{graph::TangleAge::New, "new since v1"}
                   : first == 'c' ? ui::SinceThen{graph::TangleAge::Grown, "grown since v1"}
                                  : ui::SinceThen{};
        };
        QCOMPARE(rows(ui::tangleRows(*findings, fails, age), ui::tangleHeaders()),
                 "new: f, g |  | 2 | 2\ngrown: c, d, e |  | 3 | 3\n"
                 "h, i, j, k |  | 4 | 4\na, b |  | 2 | 2\n");
    }
    void tanglesDependOnTheKindsThatCount() {
        const auto all = ui::findFindings(test::shop(), graph::EdgeFilter::everything());
        QVERIFY(rows(ui::tangleRows(*all, [](std::size_t) { return kOpen; }), ui::tangleHeaders())
                    .startsWith("orders, prices, stock, checkout | not tested | 4 | "));
        const auto typing =
            ui::findFindings(test::shop(), {graph::KindSet::of(graph::EdgeKind::Typing), false, false});
        QVERIFY(ui::tangleRows(*typing, [](std::size_t) { return kOpen; }).empty());
        QCOMPARE(typing->searchedEdges, std::size_t{0});
        QVERIFY(typing->searchedModules > 5);
    }
    void findingsTakeOverWhatDoesNotDependOnTheFilter() {
        const auto other = ui::findFindings(findings_->snapshot, graph::EdgeFilter::everything(), findings_);
        const auto alone = ui::findFindings(findings_->snapshot, graph::EdgeFilter::everything());
        QCOMPARE(other->deprecated.size(), alone->deprecated.size());
        QVERIFY(!other->deprecated.empty());
    }
    void packages() {
        const auto findings = ui::findFindings(
            graph::buildSnapshot(test::projectFromText("== a/__init__.py\n== a/x.py\nimport b.y\n== "
                                                       "b/__init__.py\n== b/y.py\n== b/z.py\nimport a.x\n"),
                                 graph::Config()),
            {});
        QCOMPARE(rows(ui::packageRows(*findings), ui::packageHeaders()), "a, b | 2 | 2\n");
        QCOMPARE(rows(ui::packageEdgeRows(*findings, 0)),
                 "a imports b: 1\n  a.x imports b.y\nb imports a: 1\n  b.z imports a.x\n");
    }
    void cyclesWithTheirStatements() {
        const auto cycles =
            graph::shortestCycles(*findings_->snapshot, findings_->tangles[0], findings_->filter);
        const auto made = ui::cycleRows(*findings_, cycles);
        QCOMPARE(rows(made), "3: orders → stock → prices → orders\n"
                             "  shop.orders imports shop.stock\n"
                             "  shop.stock imports shop.prices\n"
                             "  shop.prices imports shop.orders\n");
        QCOMPARE(made[0].details[0].path, "shop/orders.py");
        QCOMPARE(made[0].details[0].line, 1U);
        QCOMPARE(made[0].details[0].toolTip, "shop/orders.py:1\nimport shop.stock");
    }
    void verdicts() {
        QCOMPARE(rows(ui::verdictRows(verdict_)), "Fails if first: shop.prices\n"
                                                  "  shop/prices.py:1, in shop.prices\n"
                                                  "  shop/stock.py:1, in load\n"
                                                  "  ImportError: cannot import name 'x'\n"
                                                  "No failure found if first: shop.stock\n"
                                                  "  shop/stock.py:7 a star import of code that is not here; "
                                                  "if that imports nothing here, it loads\n"
                                                  "Loads if first: shop.orders\n"
                                                  "shop.prices calls while it is imported: 1\n"
                                                  "  line 9: load()\n");
        const ui::TreeRow error = ui::verdictRows(verdict_)[0].details[2];
        QCOMPARE(error.path, "shop/stock.py");
        QCOMPARE(error.line, 1U);
    }
    void entriesThatEndAlikeAreOneRow() {
        ui::TangleVerdict verdict;
        for (const char* entry : {"a", "b", "c"}) {
            verdict.entries.push_back({});
            verdict.entries.back().entry = QString::fromLatin1(entry);
        }
        QCOMPARE(rows(ui::verdictRows(verdict)), "Loads if first: a, b, c\n");
        verdict.entries[1].outcome = ui::ImportOutcome::Fails;
        verdict.entries[1].error = QStringLiteral("ImportError: x");
        QCOMPARE(rows(ui::verdictRows(verdict)),
                 "Fails if first: b\n  ImportError: x\nLoads if first: a, c\n");
    }
    void badges() {
        const auto word = [](const ui::TangleVerdict& v) {
            return ui::verdictBadge(ui::VerdictState::Told, &v).word;
        };
        QCOMPARE(word(verdict_), "can fail");
        QCOMPARE(ui::verdictSentence(verdict_),
                 "Fails if first imported through shop.prices (1 of 3 modules)");
        verdict_.entries.erase(verdict_.entries.begin() + 1);
        QCOMPARE(word(verdict_), "no failure found");
        QCOMPARE(ui::verdictSentence(verdict_),
                 "No failure found. For 1 of 2 first imports that rests on code that cannot be followed "
                 "importing nothing from here");
        verdict_.entries[1].otherwise = ui::ImportOutcome::Unknown;
        QCOMPARE(word(verdict_), "cannot be told");
        QCOMPARE(ui::verdictSentence(verdict_),
                 "Cannot be told for 1 of 2 modules as the first import: shop.stock");
        verdict_.entries[1].otherwise = ui::ImportOutcome::Fails;
        QCOMPARE(word(verdict_), "may fail");
        QVERIFY(ui::verdictSentence(verdict_).startsWith(
            "Fails if first imported through shop.stock (1 of 2 modules), unless"));
        verdict_.entries.pop_back();
        QCOMPARE(word(verdict_), "never fails");
        verdict_.entries[0].outcome = ui::ImportOutcome::Fails;
        QCOMPARE(word(verdict_), "always fails");
        verdict_ = ui::readVerdicts(test::kVerdicts)->front().answer;
    }
    void cuts() {
        const graph::Snapshot& s = *findings_->snapshot;
        QCOMPARE(rows(ui::cutRows(s, &cuts_, {}), ui::cutHeaders()),
                 "1. defer: stock → prices | 2\n"
                 "  shop.stock imports shop.prices: move into the functions that need it\n"
                 "  then no tangle is left\n"
                 "  it brings in price, Rate of shop.rates\n"
                 "  shop/stock.py:1 import shop.prices\n");
        QCOMPARE(ui::proofSentence(cuts_),
                 "Cut 1 import of weight 2: proven, no cheaper set breaks all cycles");
        const ui::CutPins pins{{{"shop.orders", "shop.stock"}, ui::CutPin::Keep}};
        QVERIFY(rows(ui::cutRows(s, &cuts_, pins)).endsWith("to be kept: shop.orders imports shop.stock\n"));
        ui::CutAnswer bounded = cuts_;
        bounded.optimal = false;
        bounded.weight = 40;
        bounded.lowerBound = 30;
        QCOMPARE(ui::proofSentence(bounded),
                 "Cut 1 import of weight 40: none can weigh less than 30, 25.0 % below");
        QCOMPARE(ui::leftWords({12, 4}), "tangles left: 12, 4");
    }
    void otherOutputIsNoAnswer() {
        QVERIFY(!ui::readVerdicts("").has_value());
        QVERIFY(!ui::readCuts("{\"tangles\": 3}").has_value());
        QVERIFY(ui::readCuts("{\"tangles\": []}")->empty());
    }
    void markdown() {
        const auto cycles =
            graph::shortestCycles(*findings_->snapshot, findings_->tangles[0], findings_->filter);
        QCOMPARE(
            ui::tangleMarkdown(*findings_, 0, cycles, &verdict_, &cuts_),
            "### shop: orders, prices, stock\n\n"
            "3 modules import each other: 3 imports, 3 statements.\n\n"
            "Fails if first imported through shop.prices (1 of 3 modules).\n\n"
            "- Fails if first: shop.prices\n"
            "  - `shop/prices.py:1, in shop.prices`\n"
            "  - `shop/stock.py:1, in load`\n"
            "  - `ImportError: cannot import name 'x'`\n"
            "- No failure found if first: shop.stock\n"
            "  - `shop/stock.py:7 a star import of code that is not here; if that imports nothing here, it "
            "loads`\n\n"
            "Shortest cycles:\n\n"
            "- 3: shop.orders → shop.stock → shop.prices → shop.orders\n"
            "  - `shop/orders.py:1` `import shop.stock`\n"
            "  - `shop/stock.py:1` `import shop.prices`\n"
            "  - `shop/prices.py:1` `from shop import orders`\n\n"
            "Cut 1 import of weight 2: proven, no cheaper set breaks all cycles:\n\n"
            "- [ ] shop.stock → shop.prices: move into the functions that need it (price, Rate of "
            "shop.rates); no tangle is left\n"
            "  - `shop/stock.py:1` `import shop.prices`\n");
    }
};

QTEST_MAIN(CycleRowsTest)
#include "cycle_rows_test.moc"
