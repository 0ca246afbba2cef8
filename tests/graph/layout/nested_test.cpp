#include "graph/export/style.h"
#include "graph/layout_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

// Packages and modules three deep, with lines among the leaves.
LayoutInput nestedInput(int leaves, int lines, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    LayoutInput input;
    std::vector<int> packages{-1};
    for (int i = 0; i < leaves / 6 + 1; ++i) {
        const int parent = packages[static_cast<std::size_t>(below(static_cast<int>(packages.size())))];
        packages.push_back(static_cast<int>(input.boxes.size()));
        input.boxes.push_back({"p" + std::to_string(i), parent, {90, 30}});
    }
    const int firstLeaf = static_cast<int>(input.boxes.size());
    for (int i = 0; i < leaves; ++i) {
        const int parent =
            i < firstLeaf ? i : packages[static_cast<std::size_t>(below(static_cast<int>(packages.size())))];
        input.boxes.push_back({"m" + std::to_string(i), parent, {70.0 + below(60), 30}});
    }
    std::set<std::pair<int, int>> seen;
    for (int i = 0; i < lines; ++i) {
        const int from = firstLeaf + below(leaves), to = firstLeaf + below(leaves);
        if (seen.insert({from, to}).second)
            input.lines.push_back({from, to, 1});
    }
    return input;
}

bool contains(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

bool onBorder(const Rect& r, Point p) {
    const bool inX = p.x > r.x - 0.1 && p.x<r.right() + 0.1, inY = p.y> r.y - 0.1 && p.y < r.bottom() + 0.1;
    const bool edge = std::abs(p.x - r.x) < 0.1 || std::abs(p.x - r.right()) < 0.1 ||
                      std::abs(p.y - r.y) < 0.1 || std::abs(p.y - r.bottom()) < 0.1;
    return inX && inY && edge;
}

Point onCurve(const std::vector<Point>& p, std::size_t segment, double t) {
    const Point *a = &p[3 * segment], u{1 - t, 0};
    const double k0 = u.x * u.x * u.x, k1 = 3 * u.x * u.x * t, k2 = 3 * u.x * t * t, k3 = t * t * t;
    return {k0 * a[0].x + k1 * a[1].x + k2 * a[2].x + k3 * a[3].x,
            k0 * a[0].y + k1 * a[1].y + k2 * a[2].y + k3 * a[3].y};
}

// The change of direction at `b`, in radians.
double turn(Point a, Point b, Point c) {
    const Point u{b.x - a.x, b.y - a.y}, v{c.x - b.x, c.y - b.y};
    return std::abs(std::atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y));
}

// The points where segments meet: how many the ends of two curves share, and how many all in all.
std::size_t sharedEnd(const std::vector<Point>& a, const std::vector<Point>& b) {
    std::size_t same = 0;
    while (3 * same < std::min(a.size(), b.size()) &&
           a[a.size() - 1 - 3 * same] == b[b.size() - 1 - 3 * same])
        ++same;
    return same;
}
std::size_t placesInCommon(const std::vector<Point>& a, const std::vector<Point>& b) {
    std::set<std::pair<double, double>> places;
    for (std::size_t i = 0; i < a.size(); i += 3)
        places.emplace(a[i].x, a[i].y);
    std::size_t common = 0;
    for (std::size_t i = 0; i < b.size(); i += 3)
        common += places.contains({b[i].x, b[i].y});
    return common;
}

// Pixels that the lines of a picture cover, if each is one pixel wide.
std::size_t ink(const LayoutResult& result) {
    constexpr int kSteps = 200; // a segment: less than a pixel each
    std::set<std::pair<int, int>> pixels;
    for (const auto& p : result.lines)
        for (std::size_t s = 0; 3 * s + 3 < p.size(); ++s)
            for (int k = 0; k <= kSteps; ++k) {
                const Point c = onCurve(p, s, static_cast<double>(k) / kSteps);
                pixels.insert({static_cast<int>(c.x), static_cast<int>(c.y)});
            }
    return pixels.size();
}

// The closed boxes, other than its ends, that a curve runs through by more than the width of a line.
int boxesHit(const LayoutInput& input, const LayoutResult& result, std::size_t line) {
    std::set<std::size_t> hit, parents;
    for (const LayoutBox& b : input.boxes)
        if (b.parent >= 0)
            parents.insert(static_cast<std::size_t>(b.parent));
    const auto& p = result.lines[line];
    for (std::size_t s = 0; 3 * s + 3 < p.size(); ++s) {
        for (int k = 0; k <= 24; ++k) {
            const Point c = onCurve(p, s, k / 24.0);
            for (std::size_t i = 0; i < result.boxes.size(); ++i) {
                const Rect& r = result.boxes[i];
                const bool end = static_cast<int>(i) == input.lines[line].from ||
                                 static_cast<int>(i) == input.lines[line].to;
                if (!end && !parents.contains(i) && c.x > r.x + 4 && c.x < r.right() - 4 && c.y > r.y + 4 &&
                    c.y < r.bottom() - 4)
                    hit.insert(i);
            }
        }
    }
    return static_cast<int>(hit.size());
}

} // namespace

class NestedTest : public QObject {
    Q_OBJECT
    static void plainAndBundled() {
        QTest::addColumn<bool>("bundled");
        QTest::newRow("plain") << false;
        QTest::newRow("bundled") << true;
    }
private slots:
    void containersHoldTheirContent() {
        for (unsigned seed = 1; seed <= 6; ++seed) {
            const LayoutInput input = nestedInput(80, 160, seed);
            const LayoutResult result = layoutNested(input, layeredLayout);
            QCOMPARE(result.boxes.size(), input.boxes.size());
            const Rect picture{0, 0, result.size.width, result.size.height};
            for (std::size_t i = 0; i < result.boxes.size(); ++i) {
                const int parent = input.boxes[i].parent;
                QVERIFY(contains(picture, result.boxes[i]));
                if (parent < 0)
                    continue;
                Rect inner = result.boxes[static_cast<std::size_t>(parent)];
                inner.y += kContainerTitleHeight,
                    inner.height -= kContainerTitleHeight; // the title stays free
                QVERIFY(contains(inner, result.boxes[i]));
                for (std::size_t j = i + 1; j < result.boxes.size(); ++j)
                    QVERIFY(input.boxes[j].parent != parent || !overlap(result.boxes[i], result.boxes[j]));
            }
        }
    }

    void linesRunFromBorderToBorder_data() { plainAndBundled(); }
    void linesRunFromBorderToBorder() {
        QFETCH(bool, bundled);
        LayoutInput input = nestedInput(60, 150, 9);
        input.bundled = bundled;
        const LayoutResult result = layoutNested(input, layeredLayout);
        const Rect picture{0, 0, result.size.width, result.size.height};
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            const LayoutLine& l = input.lines[i];
            const std::vector<Point>& p = result.lines[i];
            if (l.from == l.to) {
                QVERIFY(p.empty());
                continue;
            }
            QVERIFY(p.size() >= 4 && p.size() % 3 == 1);
            QVERIFY(onBorder(result.boxes[static_cast<std::size_t>(l.from)], p.front()));
            QVERIFY(onBorder(result.boxes[static_cast<std::size_t>(l.to)], p.back()));
            for (const Point& point : p)
                QVERIFY(contains(picture, {point.x, point.y, 0, 0}));
        }
    }

    // Where a line comes to the way of another, in pictures small and large (over 20,000 reaches: they are
    // drawn in two halves, too).
    void linesHaveNoKinks_data() {
        QTest::addColumn<int>("leaves");
        QTest::addColumn<int>("lines");
        QTest::addRow("small") << 60 << 200;
        QTest::addRow("large") << 900 << 4000;
    }
    void linesHaveNoKinks() {
        QFETCH(int, leaves);
        QFETCH(int, lines);
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const LayoutInput input = nestedInput(leaves, lines, seed);
            const LayoutResult result = layoutNested(input, layeredLayout);
            for (std::size_t line = 0; line < result.lines.size(); ++line) {
                const std::vector<Point>& p = result.lines[line];
                if (p.empty())
                    continue;
                QVERIFY(onBorder(result.boxes[static_cast<std::size_t>(input.lines[line].from)], p.front()));
                QVERIFY(onBorder(result.boxes[static_cast<std::size_t>(input.lines[line].to)], p.back()));
                for (std::size_t i = 3; i + 1 < p.size(); i += 3)
                    QVERIFY2(turn(p[i - 1], p[i], p[i + 1]) < 0.01,
                             input.boxes[static_cast<std::size_t>(input.lines[line].from)].key.c_str());
            }
        }
    }

    void linesAvoidBoxes_data() { plainAndBundled(); }
    void linesAvoidBoxes() {
        QFETCH(bool, bundled);
        int hits = 0, lines = 0;
        for (unsigned seed = 1; seed <= 4; ++seed) {
            LayoutInput input = nestedInput(60, 120, seed);
            input.bundled = bundled;
            const LayoutResult result = layoutNested(input, layeredLayout);
            for (std::size_t i = 0; i < input.lines.size(); ++i)
                hits += boxesHit(input, result, i), ++lines;
        }
        qInfo("%d of %d lines run through a box", hits, lines);
        QVERIFY(hits * 50 < lines);
    }

    void linesToTheSameBoxStayTogether_data() {
        QTest::addColumn<int>("leaves");
        QTest::addColumn<int>("lines");
        QTest::addRow("small") << 150 << 100;
        QTest::addRow("large") << 1200 << 400; // 10,000 steps and more: their ways are chosen in two halves
    }
    void linesToTheSameBoxStayTogether() {
        QFETCH(int, leaves);
        QFETCH(int, lines);
        int together = 0, pairs = 0, parted = 0;
        for (unsigned seed = 1; seed <= 6; ++seed) {
            LayoutInput input = nestedInput(leaves, lines, seed);
            const std::size_t others = input.lines.size();
            const int hub = static_cast<int>(input.boxes.size()) - 1;
            for (int i = hub - leaves + 1; i < hub; i += 2)
                input.lines.push_back({i, hub, 1});
            const LayoutResult result = layoutNested(input, layeredLayout);
            for (std::size_t i = others; i < input.lines.size(); ++i) {
                for (std::size_t j = others; j < i; ++j) {
                    const std::size_t same = sharedEnd(result.lines[i], result.lines[j]);
                    together += same > 6, ++pairs;
                    // In the gap where they meet they may touch once before; hardly ever twice.
                    parted += placesInCommon(result.lines[i], result.lines[j]) > same + 1;
                }
            }
        }
        QVERIFY(together > 100);
        QVERIFY2(1000 * parted < pairs, qPrintable(QString("%1 of %2").arg(parted).arg(pairs)));
    }

    void lineBetweenAContainerAndItsContent() {
        LayoutInput input;
        input.boxes = {{"p", -1, {100, 30}}, {"p.a", 0, {60, 30}}};
        input.lines = {{1, 0, 1}, {0, 1, 1}};
        const LayoutResult result = layoutNested(input, layeredLayout);
        QCOMPARE(result.lines[0].size(), std::size_t(4));
        QVERIFY(onBorder(result.boxes[1], result.lines[0].front()));
        QVERIFY(onBorder(result.boxes[1], result.lines[1].back()));
    }

    void bundlesTakeLessInkAndMoveNoBox() {
        for (unsigned seed = 1; seed <= 4; ++seed) {
            LayoutInput input = nestedInput(60, 200, seed);
            const LayoutResult plain = layoutNested(input, layeredLayout);
            input.bundled = true;
            const LayoutResult bundled = layoutNested(input, layeredLayout);
            qInfo("%zu pixels, bundled %zu", ink(plain), ink(bundled));
            QVERIFY(10 * ink(bundled) < 8 * ink(plain));
            for (std::size_t i = 1; i < plain.boxes.size(); ++i) {
                QCOMPARE(bundled.boxes[i].x - bundled.boxes[0].x, plain.boxes[i].x - plain.boxes[0].x);
                QCOMPARE(bundled.boxes[i].y - bundled.boxes[0].y, plain.boxes[i].y - plain.boxes[0].y);
            }
        }
    }

    void bundlesDoNotMixDirections() {
        std::size_t shared = 0, all = 0;
        for (unsigned seed = 1; seed <= 4; ++seed) {
            LayoutInput input = nestedInput(60, 200, seed);
            input.bundled = true;
            const LayoutResult result = layoutNested(input, layeredLayout);
            const auto pixels = [&](bool down) {
                LayoutResult some = result;
                std::erase_if(some.lines,
                              [&](const auto& p) { return p.empty() || (p.back().y > p.front().y) != down; });
                return ink(some);
            };
            shared += pixels(true) + pixels(false) - ink(result);
            all += ink(result);
        }
        qInfo("%zu of %zu pixels belong to both directions", shared, all);
        QVERIFY(8 * shared < all); // they cross; one trunk for both would share a third
    }

    void linesRoutedAnewAreThoseOfANewPicture() {
        LayoutInput input = nestedInput(60, 150, 3);
        const LayoutResult plain = layoutNested(input, layeredLayout);
        const LayoutResult same = layoutLines(input, plain.boxes);
        for (std::size_t i = 0; i < plain.lines.size(); ++i)
            QVERIFY(std::ranges::equal(same.lines[i], plain.lines[i], [](Point a, Point b) {
                return std::hypot(a.x - b.x, a.y - b.y) < 0.01; // the whole picture may have moved before
            }));
        input.bundled = true;
        const LayoutResult again = layoutLines(input, plain.boxes);
        QVERIFY(again.boxes == plain.boxes && again.lines != plain.lines);
    }

    void sameInputSamePicture_data() { plainAndBundled(); }
    void sameInputSamePicture() {
        QFETCH(bool, bundled);
        LayoutInput input = nestedInput(70, 150, 4);
        input.bundled = bundled;
        const LayoutResult a = layoutNested(input, layeredLayout), b = layoutNested(input, layeredLayout);
        QVERIFY(a.boxes == b.boxes && a.lines == b.lines && a.size == b.size);
    }

    void orderOfLinesDoesNotMatter_data() {
        QTest::addColumn<bool>("bundled");
        QTest::addColumn<int>("leaves");
        QTest::addRow("plain") << false << 70;
        QTest::addRow("bundled") << true << 70;
        QTest::addRow("large") << false << 1200;
    }
    void orderOfLinesDoesNotMatter() {
        QFETCH(bool, bundled);
        QFETCH(int, leaves);
        LayoutInput input = nestedInput(leaves, 3 * leaves, 4);
        input.bundled = bundled;
        const LayoutResult a = layoutNested(input, layeredLayout);
        std::reverse(input.lines.begin(), input.lines.end());
        LayoutResult b = layoutNested(input, layeredLayout);
        std::reverse(b.lines.begin(), b.lines.end());
        QVERIFY(a.boxes == b.boxes && a.lines == b.lines);
    }

    void aFailingEngineIsReplaced() {
        const LayoutInput input = nestedInput(20, 30, 2);
        const LayoutResult result =
            layoutNested(input, [](const FlatGraph&) { return std::vector<Point>{}; });
        QVERIFY(result.boxes == layoutNested(input, layeredLayout).boxes);
    }

    void thousandsOfBoxes() {
        const LayoutInput input = nestedInput(4500, 9000, 1);
        const LayoutResult result = layoutNested(input, layeredLayout);
        QCOMPARE(result.lines.size(), input.lines.size());
        QVERIFY(result.size.width > 0);
    }

    void nothingAtAll() {
        const LayoutResult result = layoutNested({}, layeredLayout);
        QVERIFY(result.boxes.empty());
        QCOMPARE(result.size, Size());
    }
};

QTEST_APPLESS_MAIN(NestedTest)
#include "nested_test.moc"
