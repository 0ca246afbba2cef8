#include "graph/export/style.h"
#include "graph/layout_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

// A package p of twelve modules beside four others.
LayoutInput input() {
    LayoutInput in;
    in.boxes.push_back({"p", -1, {80, 30}});
    for (int i = 0; i < 12; ++i)
        in.boxes.push_back({"p.m" + std::to_string(i), 0, {80, 30}});
    for (int i = 0; i < 4; ++i)
        in.boxes.push_back({"t" + std::to_string(i), -1, {90, 46}});
    for (int i = 1; i < 12; ++i)
        in.lines.push_back({1 + i / 3, 1 + i, 1});
    for (int i = 0; i < 4; ++i)
        in.lines.push_back({13 + i, 1 + i, 1});
    std::erase_if(in.lines, [](const LayoutLine& l) { return l.from == l.to; });
    return in;
}

std::vector<std::pair<std::string, Point>> seedsOf(const LayoutInput& in, const LayoutResult& result) {
    std::vector<std::pair<std::string, Point>> seeds;
    for (std::size_t i = 0; i < in.boxes.size(); ++i)
        seeds.emplace_back(in.boxes[i].key, result.boxes[i].centre());
    std::sort(seeds.begin(), seeds.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return seeds;
}

QString overlaps(const LayoutInput& in, const LayoutResult& result) {
    for (std::size_t i = 0; i < in.boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (in.boxes[i].parent == in.boxes[j].parent && overlap(result.boxes[i], result.boxes[j]))
                return QString::fromStdString(in.boxes[i].key + " and " + in.boxes[j].key);
    return "";
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y + kContainerTitleHeight &&
           inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

} // namespace

class ByHandTest : public QObject {
    Q_OBJECT
private slots:
    void liesWhereItWasPut_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("among the others") << 200.0 << 130.0;
        QTest::newRow("far to the right and below") << 3000.0 << 2000.0;
        QTest::newRow("on top of another") << 120.0 << 60.0;
    }
    void liesWhereItWasPut() {
        QFETCH(double, x);
        QFETCH(double, y);
        LayoutInput in = input();
        in.boxes[5].place = Point{x, y};
        const LayoutResult result = layoutNested(in, layeredLayout);
        const Rect& outer = result.boxes[0];
        QCOMPARE(result.boxes[5].centre(), (Point{outer.x + x, outer.y + y}));
        QCOMPARE(overlaps(in, result), QString());
        for (std::size_t i = 1; i <= 12; ++i)
            QVERIFY(holds(outer, result.boxes[i]));
        for (std::size_t i = 0; i < in.lines.size(); ++i) {
            const Rect& to = result.boxes[static_cast<std::size_t>(in.lines[i].to)];
            const Point end = result.lines[i].back();
            QVERIFY(end.x >= to.x && end.x <= to.right() && end.y >= to.y && end.y <= to.bottom());
        }
        QVERIFY(layoutNested(in, layeredLayout).boxes == result.boxes);
    }
    void notOverTheTitleOrTheBorder() {
        LayoutInput in = input();
        in.boxes[5].place = Point{-500, 3};
        const LayoutResult result = layoutNested(in, layeredLayout);
        QVERIFY(holds(result.boxes[0], result.boxes[5]));
        QCOMPARE(result.boxes[5].x, result.boxes[0].x + kContainerPadding);
        QCOMPARE(overlaps(in, result), QString());
    }
    // Dragged in a picture that is already there: all but what is in the way stays.
    void inThePicture() {
        LayoutInput in = input();
        const LayoutResult before = layoutNested(in, layeredLayout);
        in.seeds = seedsOf(in, before);
        const Point to{before.size.width + 200, before.boxes[14].centre().y};
        in.boxes[14].place = to;
        const LayoutResult after = layoutNested(in, layeredLayout);
        QCOMPARE(after.boxes[14].centre(), to);
        QCOMPARE(overlaps(in, after), QString());
        for (std::size_t i = 0; i < in.boxes.size(); ++i)
            if (i != 14)
                QVERIFY2(std::hypot(after.boxes[i].centre().x - before.boxes[i].centre().x,
                                    after.boxes[i].centre().y - before.boxes[i].centre().y) < 25,
                         in.boxes[i].key.c_str());
        // And it stays there in the next picture.
        in.seeds = seedsOf(in, after);
        QCOMPARE(layoutNested(in, layeredLayout).boxes[14].centre(), to);
    }
    void twoInOnePlace() {
        LayoutInput in = input();
        in.boxes[5].place = in.boxes[6].place = Point{300, 200};
        const LayoutResult result = layoutNested(in, layeredLayout);
        QCOMPARE(overlaps(in, result), QString());
        QCOMPARE(result.boxes[5].centre(), (Point{result.boxes[0].x + 300, result.boxes[0].y + 200}));
    }
    void manyAtRandom() {
        std::mt19937 random(3);
        for (int round = 0; round < 30; ++round) {
            LayoutInput in = input();
            for (LayoutBox& box : in.boxes)
                if (random() % 3 == 0)
                    box.place =
                        Point{static_cast<double>(random() % 600), static_cast<double>(random() % 400)};
            const LayoutResult result = layoutNested(in, layeredLayout);
            QCOMPARE(overlaps(in, result), QString());
            for (std::size_t i = 1; i <= 12; ++i)
                QVERIFY(holds(result.boxes[0], result.boxes[i]));
        }
    }
};

QTEST_APPLESS_MAIN(ByHandTest)
#include "by_hand_test.moc"
