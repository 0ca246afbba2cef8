#include "graph/drawing/drawing.h"
#include "graph/drawing/labels.h"
#include "graph/drawing_text.h"
#include "graph/snapshot_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

const char* const kShop =
    "shop.web.views > shop.orders *2, shop.web.forms > shop.orders, shop.orders > shop.db.base,"
    "shop.db.base > shop.db.query, shop.db.query > shop.db.base, shop.web.views ~> shop.old,"
    "shop.old [deprecated], shop.orders > shop.gone, shop.gone [ghost], run > shop,"
    "shop.tests.test_a > shop.orders, shop.tests.test_a [test], shop.tests [test], numpy [external],"
    "shop.orders > numpy";

QString boxes(const Drawing& d) {
    return QString::fromStdString(boxesOf(d));
}
QString lines(const Drawing& d) {
    return QString::fromStdString(linesOf(d));
}

} // namespace

class DrawingTest : public QObject {
    Q_OBJECT
private slots:
    void closedPackagesStandForAllBelow() {
        const Drawing d = makeDrawing(*snapshotOf(kShop), {});
        QCOMPARE(boxes(d), "run\nshop {closed cycle} (11 modules · in a tangle · 1 deprecated)\n");
        QCOMPARE(lines(d), "run -> shop\n");
    }
    void openPackagesShowTheirContent() {
        ViewSpec view;
        view.open = {"shop"};
        const Drawing d = makeDrawing(*snapshotOf(kShop), view);
        QCOMPARE(boxes(d), "run\n"
                           "shop {open cycle} (11 modules · in a tangle · 1 deprecated)\n"
                           "  __init__\n"
                           "  db {closed cycle} (3 modules · in a tangle)\n"
                           "  gone {ghost} (missing)\n"
                           "  old {deprecated} (deprecated)\n"
                           "  orders\n"
                           "  tests {closed test} (2 modules)\n"
                           "  web {closed} (3 modules)\n");
        QCOMPARE(lines(d), "run -> shop.~own\n"
                           "shop.orders -> shop.db\n"
                           "shop.orders -> shop.gone ghost\n"
                           "shop.tests -> shop.orders tests\n"
                           "shop.web -> shop.orders *3\n");
    }
    void deferredImportsOnDemand() {
        ViewSpec view;
        view.open = {"shop", "shop.web", "shop.db"};
        view.filter.kinds.add(EdgeKind::Deferred);
        const QString text = lines(makeDrawing(*snapshotOf(kShop), view));
        QVERIFY2(text.contains("shop.web.views -> shop.old deprecated deferred\n"), qPrintable(text));
        QVERIFY2(text.contains("shop.db.base -> shop.db.query cycle\n"), qPrintable(text));
        QVERIFY2(text.contains("shop.web.views -> shop.orders *2\n"), qPrintable(text));
    }
    void onlyAdmittedStatementsCount() {
        ViewSpec view;
        const auto snapshot = snapshotOf("a > b *2, a ~> b *3");
        QCOMPARE(lines(makeDrawing(*snapshot, view)), "a -> b *2\n");
        view.filter.kinds.add(EdgeKind::Deferred);
        QCOMPARE(lines(makeDrawing(*snapshot, view)), "a -> b *5\n");
    }
    void togglesHide() {
        ViewSpec view;
        view.open = {"shop"};
        view.tests = view.ghosts = false;
        view.externals = true;
        view.hidden = {"shop.web"};
        const Drawing d = makeDrawing(*snapshotOf(kShop), view);
        for (const char* label : {"tests", "gone", "web"})
            QVERIFY2(!boxes(d).contains(label), label);
        QVERIFY(boxes(d).contains("numpy {external}"));
        QVERIFY(lines(d).contains("shop.orders -> numpy\n"));
    }
    void chosenModulesAlone() {
        ViewSpec view;
        view.only = {"shop.db.base", "shop.db.query"};
        view.open = {"shop"};
        const Drawing d = makeDrawing(*snapshotOf(kShop), view);
        QCOMPARE(boxes(d), "base {cycle}\nquery {cycle}\n");
        QCOMPARE(lines(d), "shop.db.base -> shop.db.query cycle\nshop.db.query -> shop.db.base cycle\n");
        view.only = {"shop.db.base", "shop.orders"};
        QCOMPARE(boxes(makeDrawing(*snapshotOf(kShop), view)), "db.base {cycle}\norders\n");
    }
    void anImportOfItselfIsALoop() {
        const Drawing d = makeDrawing(*snapshotOf("a > a, a > b"), {});
        QCOMPARE(lines(d), "a -> a\na -> b\n");
        QVERIFY(!d.boxes[0].marks.cycle);
    }
    void overTheBudgetTheRestIsSummedUp() {
        std::string text = "p.hub > p.b000";
        for (int i = 0; i < 300; ++i)
            text += ", p.b" + std::to_string(1000 + i).substr(1);
        for (int i = 0; i < 20; ++i)
            text += ", p.b" + std::to_string(1000 + i).substr(1) + " > p.hub";
        ViewSpec view;
        view.open = {"p"};
        view.maxBoxes = 30;
        const Drawing d = makeDrawing(*snapshotOf(text), view);
        QCOMPARE(d.boxes.size(), std::size_t(30));
        QCOMPARE(d.omittedBoxes, std::size_t(301 + 1 - 29));
        QVERIFY2(boxes(d).contains("+273 more (273 modules)"), qPrintable(boxes(d)));
        QVERIFY(boxes(d).contains("hub"));
        for (const char* user : {"b000", "b019"})
            QVERIFY(boxes(d).contains(user));
        view.maxLines = 5;
        const Drawing few = makeDrawing(*snapshotOf(text), view);
        QCOMPARE(few.lines.size(), std::size_t(5));
        QCOMPARE(few.omittedLines, d.lines.size() - 5);
    }
    void aDeepProjectStaysWithinTheBudget() {
        std::string text = "r";
        ViewSpec view;
        for (int i = 0; i < 40; ++i)
            for (int j = 0; j < 12; ++j)
                text += ", r.p" + std::to_string(i) + ".q.m" + std::to_string(j);
        view.open.insert("r");
        for (int i = 0; i < 40; ++i)
            view.open.insert({"r.p" + std::to_string(i), "r.p" + std::to_string(i) + ".q"});
        view.maxBoxes = 25;
        const Drawing d = makeDrawing(*snapshotOf(text), view);
        QVERIFY2(d.boxes.size() <= 25, qPrintable(boxes(d)));
        QCOMPARE(d.boxes[0].modulesInside, 561U);
    }
    void whatIsWantedIsNotSummedUp() {
        std::string text = "m1 > m2, m3 > m2, p.a, p.b";
        for (int i = 4; i < 60; ++i)
            text += ", m" + std::to_string(i) + " > m2";
        ViewSpec view;
        view.maxTopBoxes = 10;
        text += ", lonely";
        QVERIFY(!boxes(makeDrawing(*snapshotOf(text), view)).contains("lonely"));
        view.wanted = {"lonely", "no such module"};
        const Drawing d = makeDrawing(*snapshotOf(text), view);
        QVERIFY(boxes(d).contains("lonely"));
        QCOMPARE(d.boxes.size(), std::size_t(10));
    }
    void legendNamesWhatIsVisible() {
        const auto symbols = [](const Drawing& d) {
            QStringList out;
            for (const LegendEntry& e : d.legend)
                out += QString::fromStdString(e.text);
            return out.join(", ");
        };
        QCOMPARE(symbols(makeDrawing(*snapshotOf("a > b"), {})),
                 "module, imports (thicker: more statements)");
        QCOMPARE(
            symbols(makeDrawing(*snapshotOf("a > b, b > a, c [deprecated], p.x, g [ghost]"), {})),
            "module, package, in an import cycle, deprecated, imported, but missing, import within a cycle");
        QCOMPARE(symbols(makeDrawing(*snapshotOf(""), {})), "");
    }
    void bundlesAreSaidInWords() {
        ViewSpec view;
        view.bundled = true;
        const Drawing d = makeDrawing(*snapshotOf("a > b"), view);
        QVERIFY(layoutInput(d).bundled);
        QVERIFY(QString::fromStdString(d.subtitle).endsWith(" · lines bundled"));
        QCOMPARE(d.legend.back().text, std::string("imports (those that go the same way run together)"));
        QVERIFY(!layoutInput(makeDrawing(*snapshotOf("a > b"), {})).bundled);
    }
    void linesOfTestsAloneAreToldApart() {
        ViewSpec view;
        view.open = {"p"};
        QCOMPARE(lines(makeDrawing(*snapshotOf("p.t > a, p.b > a, p.t [test]"), {})), "p -> a *2\n");
        QCOMPARE(lines(makeDrawing(*snapshotOf("p.t > a, p.b > a, p.t [test]"), view)),
                 "p.b -> a\np.t -> a tests\n");
        const Drawing cycle = makeDrawing(*snapshotOf("t > a, a > t, t [test]"), {});
        QCOMPARE(lines(cycle), "a -> t cycle\nt -> a cycle\n");
        const Drawing d = makeDrawing(*snapshotOf("t > a, t [test]"), {});
        QCOMPARE(d.legend.back().text, std::string("imported by tests only"));
    }
    void foldersWithoutAnImportableNameKeepTheirSlash() {
        const auto snapshot = snapshotOf("x/.hooks/, x/tool-1");
        QCOMPARE(shortLabel(*snapshot, *snapshot->find("x/.hooks/")), std::string(".hooks/"));
        QCOMPARE(shortLabel(*snapshot, *snapshot->find("x/tool-1")), std::string("tool-1"));
    }
    void titleTellsWhatItIs() {
        const Drawing d = makeDrawing(*snapshotOf("a > b, b > a, c", "/projects/shop/"), {});
        QCOMPARE(QString::fromStdString(d.title), "shop");
        QCOMPARE(QString::fromStdString(d.subtitle), "3 modules · 1 tangle · imports: import time");
    }
    void longNamesAreElided() {
        const std::string name(200, 'x');
        const Drawing d = makeDrawing(*snapshotOf(name), {});
        QVERIFY(d.boxes[0].rect.width < 280);
        QVERIFY(QString::fromStdString(d.boxes[0].label).contains("…"));
        QCOMPARE(fullName(d.boxes[0]), name);
    }
    void positionsSeedTheNextDrawing() {
        const auto snapshot = snapshotOf(kShop);
        ViewSpec view;
        Drawing first = makeDrawing(*snapshot, view);
        applyLayout(first, layoutNested(layoutInput(first), layeredLayout));
        QVERIFY(first.size.width > 0 && first.lines[0].points.size() >= 4);
        view.open = {"shop"};
        const Drawing second = makeDrawing(*snapshot, view);
        const LayoutInput input = layoutInput(second, &first);
        QCOMPARE(input.seeds.size(), std::size_t(2));
        QCOMPARE(input.seeds[1].first, std::string("shop"));
        QCOMPARE(input.seeds[1].second, first.boxes[1].rect.centre());
        // The sizes asked for do not grow with what a layout made of them.
        Drawing laidOut = second;
        applyLayout(laidOut, layoutNested(input, layeredLayout));
        const LayoutInput again = layoutInput(laidOut);
        for (std::size_t i = 0; i < again.boxes.size(); ++i)
            QCOMPARE(again.boxes[i].size, input.boxes[i].size);
    }
    void openingAPackageKeepsTheOthersWhereTheyAre() {
        std::string text;
        for (int i = 0; i < 14 * 6; ++i)
            for (const int back : {5, 11, 29})
                if (i >= back)
                    text += "p" + std::to_string(i / 6) + ".m" + std::to_string(i) + " > p" +
                            std::to_string((i - back) / 6) + ".m" + std::to_string(i - back) + ", ";
        const auto snapshot = snapshotOf(text);
        Drawing before = makeDrawing(*snapshot, {});
        applyLayout(before, layoutNested(layoutInput(before), layeredLayout));
        double pairs = 0, kept = 0, moved = 0, boxes = 0;
        for (int opened = 0; opened < 14; ++opened) {
            ViewSpec view;
            view.open = {"p" + std::to_string(opened)};
            Drawing after = makeDrawing(*snapshot, view);
            applyLayout(after, layoutNested(layoutInput(after, &before), layeredLayout));
            std::vector<std::pair<Point, Point>> others; // where they were and are
            for (const Box& b : before.boxes)
                for (const Box& a : after.boxes)
                    if (a.key == b.key && !a.container)
                        others.push_back({b.rect.centre(), a.rect.centre()});
            QCOMPARE(others.size(), std::size_t(13));
            const auto n = static_cast<double>(others.size());
            Point shift; // of the whole picture
            for (const auto& [was, is] : others)
                shift.x += (is.x - was.x) / n, shift.y += (is.y - was.y) / n;
            for (const auto& [was, is] : others) {
                moved += std::hypot(is.x - was.x - shift.x, is.y - was.y - shift.y) /
                         std::hypot(after.size.width, after.size.height);
                boxes += 1;
                for (const auto& [wasOther, isOther] : others)
                    if (was.x < wasOther.x - 1)
                        pairs += 1, kept += is.x < isOther.x;
            }
        }
        qInfo("order kept %.1f %%, moved %.1f %% of the picture", 100 * kept / pairs, 100 * moved / boxes);
        QVERIFY(kept >= 0.85 * pairs); // a wide box between them pushes rows unlike far
        QVERIFY(moved <= 0.1 * boxes);
    }
};

QTEST_APPLESS_MAIN(DrawingTest)
#include "drawing_test.moc"
