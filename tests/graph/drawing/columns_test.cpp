// Neighbourhoods and chains: what stands in which column, in words.
#include "graph/drawing/chains.h"
#include "graph/drawing/neighbourhood.h"
#include "graph/drawing_text.h"
#include "graph/snapshot_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

const char* const kShop =
    "shop.web.views > shop.orders *2, shop.web.forms > shop.orders, shop.orders > shop.db.base,"
    "shop.db.base > shop.db.query, shop.db.query > shop.db.base, shop.web.views ~> shop.old,"
    "shop.orders > shop.gone, shop.gone [ghost], run > shop.web.views,"
    "shop.tests.test_a > shop.orders, shop.tests.test_a [test], shop.tests [test], numpy [external],"
    "shop.orders > numpy";

Neighbourhood around(const char* centre, int depth = 1, bool packages = false, const ViewSpec& view = {}) {
    const auto s = snapshotOf(kShop);
    return neighbourhood(*s, view, {*s->find(centre), depth, packages});
}
QString boxes(const Drawing& d) {
    return QString::fromStdString(boxesOf(d));
}
QString lines(const Drawing& d) {
    return QString::fromStdString(linesOf(d));
}
Chains between(const char* from, const char* to, const ViewSpec& view = {},
               const std::set<std::string>& avoid = {}) {
    const auto s = snapshotOf(kShop);
    return chains(*s, view, {*s->find(from), *s->find(to), avoid});
}

// "a0 > hub, a1 > hub …"
std::string star(int importers) {
    std::string text = "hub";
    for (int i = 0; i < importers; ++i)
        text += ", p.a" + std::to_string(100 + i) + " > hub";
    return text;
}

} // namespace

class ColumnsTest : public QObject {
    Q_OBJECT
private slots:
    void importersLeftImportsRight() {
        const Neighbourhood n = around("shop.orders");
        QCOMPARE(boxes(n.drawing), "3 modules import it {open}\n"
                                   "  web.views (2 statements)\n"
                                   "  tests.test_a {test} (1 statement)\n"
                                   "  web.forms (1 statement)\n"
                                   "in the middle {open}\n"
                                   "  orders\n"
                                   "it imports 2 modules {open}\n"
                                   "  db.base {cycle} (1 statement)\n"
                                   "  gone {ghost} (1 statement · missing)\n");
        QCOMPARE(lines(n.drawing), "shop.web.views -> shop.orders *2\n"
                                   "shop.tests.test_a -> shop.orders tests\n"
                                   "shop.web.forms -> shop.orders\n"
                                   "shop.orders -> shop.db.base\n"
                                   "shop.orders -> shop.gone ghost\n");
        QCOMPARE(n.importers.things, std::size_t{3});
        QCOMPARE(n.importers.statements, std::size_t{4});
        QCOMPARE(n.imports.things, std::size_t{2});
    }
    void theFiltersHold() {
        ViewSpec view;
        view.tests = view.ghosts = false;
        view.externals = true;
        const QString text = boxes(around("shop.orders", 1, false, view).drawing);
        QVERIFY2(!text.contains("test_a") && !text.contains("gone") && text.contains("numpy"),
                 qPrintable(text));
    }
    void furtherStepsAndCycles() {
        const QString text = boxes(around("shop.orders", 3).drawing);
        QVERIFY2(text.startsWith("1 module imports it in 2 steps {open}\n  run"), qPrintable(text));
        QVERIFY2(text.contains("it imports 1 module in 2 steps {open}\n  shop.db.query"), qPrintable(text));
        // What imports the middle and is imported by it stands with the importers, once.
        const Neighbourhood cycle = around("shop.db.base");
        QCOMPARE(lines(cycle.drawing), "shop.db.query -> shop.db.base cycle\n"
                                       "shop.orders -> shop.db.base\n"
                                       "shop.db.base -> shop.db.query cycle\n");
    }
    void packagesStandForWhatIsInThem() {
        const Neighbourhood whole = around("shop.web");
        QCOMPARE(boxes(whole.drawing), "1 module imports it {open}\n"
                                       "  run (1 statement)\n"
                                       "in the middle {open}\n"
                                       "  shop.web (3 modules)\n"
                                       "it imports 1 module {open}\n"
                                       "  shop.orders (3 statements)\n");
        const Neighbourhood packages = around("shop.orders", 1, true);
        QVERIFY2(boxes(packages.drawing).startsWith("2 packages import it {open}\n  shop.web (3 statements"),
                 qPrintable(boxes(packages.drawing)));
    }
    void aBudgetIsSaid() {
        const auto s = snapshotOf(star(40));
        NeighbourhoodSpec spec{*s->find("hub")};
        Neighbourhood n = neighbourhood(*s, {}, spec);
        QCOMPARE(n.drawing.boxes.size(), 2 + 1 + NeighbourhoodSpec::kRoom + 1);
        QVERIFY(boxes(n.drawing).contains("  +22 more"));
        QCOMPARE(n.restKeys.size(), std::size_t{1});
        QCOMPARE(n.importers.things, std::size_t{40});
        spec.room[-1] = 40;
        n = neighbourhood(*s, {}, spec);
        QVERIFY(!boxes(n.drawing).contains("more"));
        QVERIFY(n.restKeys.empty());
    }
    void importersAreLeftAndNothingOverlaps() {
        const Drawing d = around("shop.orders", 3).drawing;
        for (const Line& line : d.lines) {
            QCOMPARE(line.points.size(), std::size_t{4});
            const Rect &from = d.boxes[std::size_t(line.from)].rect, &to = d.boxes[std::size_t(line.to)].rect;
            QVERIFY(line.cycle || from.right() < to.x);
        }
        for (std::size_t i = 0; i < d.boxes.size(); ++i) {
            const Rect& a = d.boxes[i].rect;
            QVERIFY(a.x >= 0 && a.y >= 0 && a.right() <= d.size.width && a.bottom() <= d.size.height);
            for (std::size_t j = 0; j < i; ++j) {
                const Rect& b = d.boxes[j].rect;
                const bool apart =
                    a.x >= b.right() || b.x >= a.right() || a.y >= b.bottom() || b.y >= a.bottom();
                const bool inside = d.boxes[i].parent == int(j) && a.x > b.x && a.right() < b.right() &&
                                    a.y > b.y && a.bottom() < b.bottom();
                QVERIFY2(apart || inside, d.boxes[i].key.c_str());
            }
        }
    }
    void chainsAreColumns() {
        const Chains c = between("run", "shop.db.query");
        QCOMPARE(boxes(c.drawing), "from {open}\n  run\n1 step {open}\n  shop.web.views\n2 steps {open}\n"
                                   "  shop.orders\n3 steps {open}\n  shop.db.base {cycle}\n"
                                   "to {open}\n  shop.db.query {cycle}\n");
        QCOMPARE(c.paths.chains, std::uint64_t{1});
        const Chains packages = between("shop.web", "shop.db");
        QCOMPARE(lines(packages.drawing), "shop.web -> shop.orders *3\nshop.orders -> shop.db\n");
        QCOMPARE(packages.paths.chains, std::uint64_t{2});
    }
    void onlyImportsOnAChainAreDrawn() {
        const auto s = snapshotOf("a.x > b.y, a.z > c, c > b.y, a.x > d, d > a.z");
        const Chains c = chains(*s, {}, {*s->find("a"), *s->find("b"), {}});
        QCOMPARE(lines(c.drawing), "a -> b\n");
    }
    void avoidedModulesAndHiddenOnesAreGoneAround() {
        QVERIFY(between("run", "shop.db", {}, {"shop.web"}).paths.steps.empty());
        ViewSpec view;
        view.hidden = {"shop.orders"};
        QVERIFY(between("run", "shop.db", view).paths.steps.empty());
    }
    void whatWouldHaveToCount() {
        const Chains none = between("run", "shop.old");
        QVERIFY(none.paths.steps.empty() && none.drawing.boxes.empty());
        QCOMPARE(none.further, KindSet::of(EdgeKind::Deferred));
        QCOMPARE(none.furtherLength, std::size_t{2});
        QCOMPARE(between("shop.db", "run").furtherLength, std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(ColumnsTest)
#include "columns_test.moc"
