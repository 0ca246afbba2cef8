#include "graph/layout/shared_curves.h"

#include <QTest>

using namespace espalier::graph;

namespace {

using Curves = std::vector<std::vector<Point>>;

// One that goes straight down at `x`.
void add(SharedCurves& curves, int line, double x, int from, int to) {
    curves.begin(line, {x, static_cast<double>(from)});
    for (int y = from + 1; y <= to; ++y)
        curves.points().push_back({x, static_cast<double>(y)});
}

QString text(const Curves& curves) {
    QStringList lines;
    for (const auto& curve : curves) {
        QStringList points;
        for (const Point& p : curve)
            points += QString("%1,%2").arg(p.x).arg(p.y);
        lines += points.join(' ');
    }
    return lines.join('\n');
}

} // namespace

class SharedCurvesTest : public QObject {
    Q_OBJECT
private slots:
    void goesOnAsAnotherDoes() {
        SharedCurves curves(4);
        add(curves, 2, 10, 0, 1);
        const Joint first = curves.here();
        curves.points().push_back({10, 2});
        const Joint second = curves.here();
        curves.points().push_back({10, 3});
        curves.end();
        add(curves, 0, 20, 0, 1);
        const Joint third = curves.here();
        curves.end(second);
        add(curves, 3, 30, 0, 0);
        curves.end(third); // goes on as one that goes on as another
        curves.begin(1, {40, 0});
        curves.end(first);
        QCOMPARE(text(curves.curves()), "20,0 20,1 10,3\n"
                                        "40,0 10,2 10,3\n"
                                        "10,0 10,1 10,2 10,3\n"
                                        "30,0 10,3");
    }

    void appendedOnesKeepTheirEnds() {
        SharedCurves curves(3), more(3);
        add(curves, 1, 10, 0, 2);
        curves.end();
        add(more, 0, 20, 0, 1);
        const Joint joint = more.here();
        more.points().push_back({20, 2});
        more.end();
        add(more, 2, 30, 0, 0);
        more.end(joint);
        curves.append(more);
        curves.move(100, 1);
        QCOMPARE(text(curves.curves()), "120,1 120,2 120,3\n110,1 110,2 110,3\n130,1 120,3");
        Extent extent;
        curves.cover(extent);
        QVERIFY(extent.left == 110 && extent.right == 130 && extent.top == 1 && extent.bottom == 3);
    }

    // Many points are put together on two threads.
    void manyCurves() {
        constexpr int kLines = 1000; // 100,500 points
        SharedCurves curves(kLines + 1);
        Curves expected;
        for (int line = 0; line < kLines; ++line) {
            add(curves, line, line, 0, line % 200);
            curves.end();
            expected.emplace_back();
            for (int y = 0; y <= line % 200; ++y)
                expected.back().push_back({static_cast<double>(line), static_cast<double>(y)});
        }
        expected.emplace_back(); // no curve at all
        QVERIFY(curves.curves() == expected);
    }
};

QTEST_APPLESS_MAIN(SharedCurvesTest)
#include "shared_curves_test.moc"
