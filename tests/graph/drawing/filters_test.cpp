#include "graph/drawing/drawing.h"
#include "graph/drawing_text.h"
#include "graph/layout/reduction.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <random>

using namespace espalier::graph;

namespace {

const char* const kShop =
    "shop.web.views > shop.orders, shop.web.forms > shop.orders, shop.orders > shop.db.base,"
    "shop.db.base > shop.db.query, shop.db.query > shop.db.base, shop.web.views ~> shop.old_orders,"
    "shop.web.forms > shop.old_orders, shop.old_orders [deprecated], run > shop, tools.orders_dump";

QString boxes(const std::string& text, const ViewSpec& view) {
    return QString::fromStdString(boxesOf(makeDrawing(*snapshotOf(text), view)));
}
QString lines(const std::string& text, const ViewSpec& view) {
    return QString::fromStdString(linesOf(makeDrawing(*snapshotOf(text), view)));
}
ViewSpec allOpen() {
    ViewSpec view;
    view.open = {"shop", "shop.web", "shop.db", "tools", "p", "q"};
    return view;
}

// Which pairs a longer way replaces, by trying each one.
std::vector<char> directByBruteForce(std::size_t nodes, const std::vector<Adjacency::Pair>& pairs) {
    const auto reaches = [&](int from, int to) {
        std::vector<char> seen(nodes, 0);
        std::vector<int> queue{from};
        seen[static_cast<std::size_t>(from)] = 1;
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const Adjacency::Pair& p : pairs)
                if (p.from == queue[i] && !seen[static_cast<std::size_t>(p.to)])
                    seen[static_cast<std::size_t>(p.to)] = 1, queue.push_back(p.to);
        return seen[static_cast<std::size_t>(to)] != 0;
    };
    const auto together = [&](int a, int b) { return reaches(a, b) && reaches(b, a); };
    std::vector<char> direct;
    for (const Adjacency::Pair& p : pairs) {
        bool needed = true;
        for (int v = 0; v < static_cast<int>(nodes) && !together(p.from, p.to); ++v)
            if (!together(v, p.from) && !together(v, p.to) && reaches(p.from, v) && reaches(v, p.to))
                needed = false;
        direct.push_back(needed);
    }
    return direct;
}

} // namespace

class FiltersTest : public QObject {
    Q_OBJECT
private slots:
    void namePattern_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("expected");
        const QString shop = "shop {open} (%1)\n", tools = "tools {open} (1 module)\n  orders_dump\n";
        QTest::newRow("part of a name") << "orders"
                                        << shop.arg("2 modules · 1 deprecated") +
                                               "  old_orders {deprecated} (deprecated)\n  orders\n" + tools;
        QTest::newRow("case does not matter") << "DUMP" << tools;
        QTest::newRow("star: the whole name") << "*.orders" << shop.arg("1 module") + "  orders\n";
        QTest::newRow("question mark") << "shop.d?.b*"
                                       << shop.arg("1 module · in a tangle").replace("open", "open cycle") +
                                              "  db {open cycle} (1 module · in a tangle)\n"
                                              "    base {cycle}\n";
        QTest::newRow("nothing fits") << "nobody"
                                      << "";
    }
    void namePattern() {
        QFETCH(QString, pattern);
        QFETCH(QString, expected);
        ViewSpec view = allOpen();
        view.pattern = pattern.toStdString();
        QCOMPARE(boxes(kShop, view), expected);
    }
    void belowAPackage() {
        ViewSpec view;
        view.below = "shop.web";
        QCOMPARE(boxes(kShop, view), "shop.web {open} (3 modules)\n  forms\n  views\n");
        view.below = "shop.orders";
        QCOMPARE(boxes(kShop, view), "shop.orders\n");
        view.below = "gone.since";
        QCOMPARE(boxes(kShop, view), "");
    }
    void deprecatedAndTheirImporters() {
        ViewSpec view = allOpen();
        view.deprecatedOnly = true;
        QCOMPARE(lines(kShop, view), "shop.web.forms -> shop.old_orders deprecated\n");
        QCOMPARE(boxes(kShop, view), "shop {open} (2 modules · 1 deprecated)\n"
                                     "  old_orders {deprecated} (deprecated)\n"
                                     "  web {open} (1 module)\n"
                                     "    forms\n");
        view.filter = EdgeFilter::everything();
        QCOMPARE(lines(kShop, view), "shop.web.forms -> shop.old_orders deprecated\n"
                                     "shop.web.views -> shop.old_orders deprecated deferred\n");
    }
    void tanglesOnly() {
        ViewSpec view = allOpen();
        view.tanglesOnly = true;
        QCOMPARE(boxes(kShop, view), "shop {open cycle} (2 modules · in a tangle)\n"
                                     "  db {open cycle} (2 modules · in a tangle)\n"
                                     "    base {cycle}\n    query {cycle}\n");
    }
    void titlesSayWhatIsFiltered() {
        ViewSpec view;
        view.below = "shop";
        view.pattern = "o*";
        view.deprecatedOnly = view.tanglesOnly = true;
        view.tests = view.ghosts = false;
        view.hidden = {"shop.web", "run"};
        const Drawing d = makeDrawing(*snapshotOf(kShop), view);
        QCOMPARE(QString::fromStdString(d.title),
                 "demo · in shop · names with “o*” · deprecated and their importers · tangles only");
        QCOMPARE(QString::fromStdString(d.subtitle),
                 "0 modules · no tangles · imports: import time · without "
                 "tests · without missing modules · 2 hidden");
    }

    void directLines_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("chain") << "a > b, b > c, a > c"
                               << "a -> b\nb -> c\n";
        QTest::newRow("two ways") << "a > b, a > c, b > d, c > d, a > d"
                                  << "a -> b\na -> c\nb -> d\nc -> d\n";
        QTest::newRow("within a tangle all stay")
            << "a > b, b > c, c > a, a > c"
            << "a -> b cycle\na -> c cycle\nb -> c cycle\nc -> a cycle\n";
        QTest::newRow("a tangle on the way counts as one")
            << "a > b, b > c, c > b, c > d, a > d, b > d"
            << "a -> b\nb -> c cycle\nb -> d\nc -> b cycle\nc -> d\n";
        QTest::newRow("a sibling of the target is no way") << "a > p.x, a > p.y, p.x > q.z"
                                                           << "a -> p.x\na -> p.y\np.x -> q.z\n";
        QTest::newRow("into and through a package") << "a > p.x, p.x > p.y, a > p.y, p.y > b, a > b"
                                                    << "a -> p.x\np.x -> p.y\np.y -> b\n";
        QTest::newRow("a loop stays") << "a > a, a > b"
                                      << "a -> a\na -> b\n";
    }
    void directLines() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        ViewSpec view = allOpen();
        view.directOnly = true;
        QCOMPARE(lines(text.toStdString(), view), expected);
    }
    void leftOutLinesAreCounted() {
        ViewSpec view;
        view.directOnly = true;
        const Drawing one = makeDrawing(*snapshotOf("a > b, b > c, a > c"), view);
        QCOMPARE(one.indirectLines, std::size_t(1));
        QVERIFY(QString::fromStdString(one.subtitle).endsWith(" · 1 indirect line left out"));
        const Drawing two = makeDrawing(*snapshotOf("a > b, b > c, a > c, c > d, a > d, b > d"), view);
        QVERIFY(QString::fromStdString(two.subtitle).endsWith(" · 3 indirect lines left out"));
        QCOMPARE(two.omittedLines, std::size_t(0));
    }
    void aWayThroughWhatIsSummedUpIsNone() {
        std::string text = "a > c, a > b1, b1 > c";
        for (int i = 2; i < 40; ++i)
            text += ", a > b" + std::to_string(i);
        ViewSpec view;
        view.directOnly = true;
        view.maxBoxes = view.maxTopBoxes = 3;
        view.wanted = {"a", "c"};
        QCOMPARE(lines(text, view), "a -> c\n");
    }
    void directPairsAgainstBruteForce() {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            const int nodes = 2 + static_cast<int>(random() % 9);
            std::set<std::pair<int, int>> seen;
            std::vector<Adjacency::Pair> pairs;
            for (unsigned i = 0; i < random() % 25; ++i) {
                const int a = static_cast<int>(random() % static_cast<unsigned>(nodes)),
                          b = static_cast<int>(random() % static_cast<unsigned>(nodes));
                if (a != b && seen.insert({a, b}).second)
                    pairs.push_back({a, b});
            }
            QCOMPARE(directPairs(static_cast<std::size_t>(nodes), pairs),
                     directByBruteForce(static_cast<std::size_t>(nodes), pairs));
        }
    }
};

QTEST_APPLESS_MAIN(FiltersTest)
#include "filters_test.moc"
