#include "graph/layout_text.h"

#include <QTest>

#include <numeric>

using namespace espalier::graph;

namespace {

// The same graph with its boxes and lines listed in another order.
FlatGraph shuffled(const FlatGraph& graph, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<int> order(graph.keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    FlatGraph out;
    std::vector<int> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto v = static_cast<std::size_t>(order[i]);
        place[v] = static_cast<int>(i);
        out.keys.push_back(graph.keys[v]);
        out.sizes.push_back(graph.sizes[v]);
    }
    for (const LayoutLine& l : graph.lines)
        out.lines.push_back(
            {place[static_cast<std::size_t>(l.from)], place[static_cast<std::size_t>(l.to)], l.weight});
    std::shuffle(out.lines.begin(), out.lines.end(), random);
    return out;
}

std::map<std::string, Point> byKey(const FlatGraph& graph, const std::vector<Point>& centres) {
    std::map<std::string, Point> out;
    for (std::size_t i = 0; i < centres.size(); ++i)
        out[graph.keys[i]] = centres[i];
    return out;
}

Size extent(const FlatGraph& graph, const std::vector<Point>& centres) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const Rect r = boxAt(graph, centres, i);
        left = std::min(left, r.x), right = std::max(right, r.right());
        top = std::min(top, r.y), bottom = std::max(bottom, r.bottom());
    }
    return {right - left, bottom - top};
}

// Every twentieth box removed, the previous centres as seeds.
FlatGraph thinnedOut(const FlatGraph& graph, const std::vector<Point>& centres) {
    FlatGraph out;
    std::vector<int> place(graph.keys.size(), -1);
    for (std::size_t v = 0; v < graph.keys.size(); ++v) {
        if (v % 20 == 7)
            continue;
        place[v] = static_cast<int>(out.keys.size());
        out.keys.push_back(graph.keys[v]);
        out.sizes.push_back(graph.sizes[v]);
        out.seeds.push_back(centres[v]);
    }
    for (const LayoutLine& l : graph.lines)
        if (place[static_cast<std::size_t>(l.from)] >= 0 && place[static_cast<std::size_t>(l.to)] >= 0)
            out.lines.push_back(
                {place[static_cast<std::size_t>(l.from)], place[static_cast<std::size_t>(l.to)], l.weight});
    return out;
}

// The mean way that boxes moved against each other, as a share of the picture's diagonal, and the share of
// pairs whose left-right order is kept.
struct Change {
    double moved = 0, kept = 0;
    void add(const Change& other) { moved += other.moved, kept += other.kept; }
};
Change changeBetween(const std::vector<Point>& before, const std::vector<Point>& after, Size picture) {
    const auto n = static_cast<double>(after.size());
    double dx = 0, dy = 0, sum = 0;
    for (std::size_t i = 0; i < after.size(); ++i)
        dx += (after[i].x - before[i].x) / n, dy += (after[i].y - before[i].y) / n;
    std::size_t pairs = 0, same = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        sum += std::hypot(after[i].x - before[i].x - dx, after[i].y - before[i].y - dy);
        for (std::size_t j = 0; j < i; ++j) {
            const double was = before[i].x - before[j].x, is = after[i].x - after[j].x;
            if (std::abs(was) < 1)
                continue;
            ++pairs;
            same += was * is > 0;
        }
    }
    return {sum / n / std::hypot(picture.width, picture.height),
            static_cast<double>(same) / static_cast<double>(pairs)};
}

} // namespace

class LayeredTest : public QObject {
    Q_OBJECT
private slots:
    void rows_data() {
        QTest::addColumn<QString>("graph");
        QTest::addColumn<QString>("rows");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("chain") << "a > b, b > c"
                               << "a | b | c";
        QTest::newRow("user above provider whatever the names") << "z > a"
                                                                << "z | a";
        QTest::newRow("fork") << "a > b, a > c"
                              << "a | b c";
        QTest::newRow("slides down to what it uses") << "a > b, b > c, x > c"
                                                     << "a | b x | c";
        QTest::newRow("two-cycle: by key") << "a > b, b > a"
                                           << "a | b";
        QTest::newRow("one line against the order") << "a > b, b > c, c > d, d > b"
                                                    << "a | b | c | d";
        QTest::newRow("uncrossed") << "a > d, b > c"
                                   << "a b | d c";
        QTest::newRow("without lines: below") << "a > b, a > c, d"
                                              << "a | b c | d";
    }
    void rows() {
        QFETCH(QString, graph);
        QFETCH(QString, rows);
        const FlatGraph g = graph.isEmpty() ? FlatGraph{} : flatGraph(graph.toStdString());
        QCOMPARE(QString::fromStdString(rowsOf(g, layeredLayout(g))), rows);
    }

    void withoutOverlap_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("lines");
        QTest::addColumn<unsigned>("against");
        QTest::newRow("sparse") << 60 << 50 << 0U;
        QTest::newRow("dense") << 60 << 400 << 0U;
        QTest::newRow("tangled") << 120 << 500 << 10U;
        QTest::newRow("large") << 300 << 1285 << 5U;
    }
    void withoutOverlap() {
        QFETCH(int, nodes);
        QFETCH(int, lines);
        QFETCH(unsigned, against);
        for (unsigned seed = 1; seed <= 5; ++seed) {
            FlatGraph g = randomGraph(nodes, lines, seed, against);
            for (std::size_t i = 0; i < g.sizes.size(); i += 17) // open packages among the boxes
                g.sizes[i] = {300, 260};
            QCOMPARE(QString::fromStdString(firstOverlap(g, layeredLayout(g))), QString());
        }
    }

    void acyclicLinesLeadDown() {
        for (unsigned seed = 1; seed <= 5; ++seed) {
            const FlatGraph g = randomGraph(200, 800, seed);
            const std::vector<Point> centres = layeredLayout(g);
            for (const LayoutLine& l : g.lines) {
                const Rect a = boxAt(g, centres, static_cast<std::size_t>(l.from)),
                           b = boxAt(g, centres, static_cast<std::size_t>(l.to));
                QVERIFY(a.bottom() < b.y);
            }
        }
    }
    void aTangleDoesNotTurnOtherLines() {
        // b, c, d are a tangle between a and e.
        const FlatGraph g = flatGraph("a > b, b > c, c > d, d > b, d > e, c > e, e > f");
        const auto at = byKey(g, layeredLayout(g));
        QVERIFY(at.at("a").y < std::min({at.at("b").y, at.at("c").y, at.at("d").y}));
        QVERIFY(at.at("e").y > std::max({at.at("b").y, at.at("c").y, at.at("d").y}));
    }
    void aDenseTangleIsNoChain() {
        std::string text;
        for (int i = 0; i < 20; ++i)
            for (int j = 0; j < 20; ++j)
                if (i != j)
                    text += "n" + std::to_string(10 + i) + " > n" + std::to_string(10 + j) + ", ";
        const FlatGraph g = flatGraph(text.substr(0, text.size() - 2));
        const Size size = extent(g, layeredLayout(g));
        QVERIFY2(size.width > 0.7 * size.height,
                 qPrintable(QString("%1 × %2").arg(size.width).arg(size.height)));
    }

    void sameInputSamePicture() {
        const FlatGraph g = randomGraph(150, 600, 3, 8);
        QVERIFY(layeredLayout(g) == layeredLayout(g));
        for (unsigned seed = 1; seed <= 4; ++seed) {
            const FlatGraph other = shuffled(g, seed);
            QVERIFY(byKey(g, layeredLayout(g)) == byKey(other, layeredLayout(other)));
        }
    }

    void aspect() {
        const FlatGraph g = randomGraph(200, 500, 5);
        const Size size = extent(g, layeredLayout(g));
        const double ratio = size.width / size.height;
        QVERIFY2(ratio > 0.9 && ratio < 2.6, qPrintable(QString::number(ratio)));
        // One module that imports two hundred others would be a single endless row.
        std::string fan;
        for (int i = 0; i < 200; ++i)
            fan += (i > 0 ? ", a > n" : "a > n") + std::to_string(1000 + i);
        const FlatGraph wide = flatGraph(fan);
        const Size wrapped = extent(wide, layeredLayout(wide));
        QVERIFY2(wrapped.width / wrapped.height < 2.6,
                 qPrintable(QString::number(wrapped.width / wrapped.height)));
    }

    // What stays is found again where it was, when every twentieth box goes or comes.
    void removingBoxesMovesLittle() {
        Change sum;
        for (unsigned seed = 1; seed <= kRounds; ++seed) {
            const FlatGraph g = randomGraph(200, 700, seed, 3);
            const std::vector<Point> before = layeredLayout(g);
            const FlatGraph fewer = thinnedOut(g, before);
            sum.add(changeBetween(fewer.seeds, layeredLayout(fewer), extent(g, before)));
        }
        checkSmall(sum);
    }
    // What all users of one box stood above stays together when that goes, though each could now stand lower.
    void usersOfWhatIsGoneStay() {
        const std::string rest = "a > b, b > c, c > d, d > e, e > f, t1 > c, t2 > d, t3 > e, t4 > f";
        const FlatGraph all = flatGraph("a > hub, t1 > hub, t2 > hub, t3 > hub, t4 > hub, hub > b, " + rest);
        const std::map<std::string, Point> places = byKey(all, layeredLayout(all));
        FlatGraph fewer = flatGraph(rest);
        QCOMPARE(QString::fromStdString(rowsOf(fewer, layeredLayout(fewer))),
                 "a | b t1 | c t2 | d t3 | e t4 | f");
        for (const std::string& key : fewer.keys)
            fewer.seeds.push_back(places.at(key));
        QCOMPARE(QString::fromStdString(rowsOf(fewer, layeredLayout(fewer))),
                 "a t1 t2 t3 t4 | b | c | d | e | f");
    }
    // Which stand side by side, and in which order.
    void rowsOfAWrappedLevelAreKept() {
        FlatGraph g{{"user"}, {{120, 40}}, {}, {}};
        for (int i = 0; i < 70; ++i) {
            g.keys.push_back("provider" + std::to_string(100 + i));
            g.sizes.push_back({80.0 + 7 * (i % 9), 40});
            g.lines.push_back({0, i + 1, 1});
        }
        checkRows(g);
    }
    void linesOfTheGridAreKept() {
        FlatGraph g = randomGraph(20, 30, 1);
        for (int i = 0; i < 70; ++i) {
            g.keys.push_back("lone" + std::to_string(100 + i));
            g.sizes.push_back({80.0 + 7 * (i % 9), 40});
        }
        checkRows(g);
    }
    void addingBoxesMovesLittle() {
        Change sum;
        for (unsigned seed = 1; seed <= kRounds; ++seed) {
            FlatGraph g = randomGraph(200, 700, seed, 3);
            FlatGraph fewer = thinnedOut(g, std::vector<Point>(g.keys.size()));
            fewer.seeds.clear();
            const std::vector<Point> before = layeredLayout(fewer);
            const std::map<std::string, Point> places = byKey(fewer, before);
            for (const std::string& key : g.keys)
                g.seeds.push_back(places.contains(key) ? places.at(key) : Point{NAN, NAN});
            const std::vector<Point> after = layeredLayout(g);
            std::vector<Point> stayed;
            for (std::size_t i = 0; i < after.size(); ++i)
                if (places.contains(g.keys[i]))
                    stayed.push_back(after[i]);
            sum.add(changeBetween(before, stayed, extent(fewer, before)));
        }
        checkSmall(sum);
    }

private:
    static constexpr unsigned kRounds = 6;

    // Of the last boxes, when every twentieth goes.
    static void checkRows(const FlatGraph& graph) {
        constexpr std::size_t kLast = 60;
        const FlatGraph fewer = thinnedOut(graph, layeredLayout(graph));
        const std::vector<Point>&before = fewer.seeds, after = layeredLayout(fewer);
        for (std::size_t i = after.size() - kLast; i < after.size(); ++i)
            for (std::size_t j = after.size() - kLast; j < i; ++j) {
                QCOMPARE(after[i].y == after[j].y, before[i].y == before[j].y);
                if (before[i].y == before[j].y)
                    QCOMPARE(after[i].x < after[j].x, before[i].x < before[j].x);
            }
    }
    static void checkSmall(const Change& sum) {
        const double moved = sum.moved / kRounds, kept = sum.kept / kRounds;
        qInfo("moved %.1f %% of the picture, kept %.1f %% of the order", moved * 100, kept * 100);
        QVERIFY2(moved < 0.06, qPrintable(QString::number(moved)));
        QVERIFY2(kept > 0.90, qPrintable(QString::number(kept)));
    }
};

QTEST_APPLESS_MAIN(LayeredTest)
#include "layered_test.moc"
