#include "graph/layout_graphviz/graphviz_engine.h"
#include "graph/layout_text.h"

#include <QTest>

using namespace espalier::graph;

class GraphvizEngineTest : public QObject {
    Q_OBJECT
private slots:
    void ranksPointDown() {
        const FlatGraph g = flatGraph("a > b, b > c, a > d, e");
        const std::vector<Point> centres = graphvizLayout(g);
        QCOMPARE(centres.size(), g.keys.size());
        QVERIFY(centres[0].y < centres[1].y && centres[1].y < centres[2].y);
        QCOMPARE(QString::fromStdString(firstOverlap(g, centres)), QString());
    }
    void hostileNamesAreNoInput() {
        FlatGraph g = flatGraph("a > b, b > c");
        g.keys = {"\"];}", "\\N\n\x01", "<table>"};
        QCOMPARE(graphvizLayout(g).size(), std::size_t(3));
    }
    // With the default options dot takes minutes on such a graph.
    void denseGraphAnswersSoon() {
        const FlatGraph g = randomGraph(220, 1800, 1, 8);
        const std::vector<Point> centres = graphvizLayout(g);
        QCOMPARE(centres.size(), g.keys.size());
        QCOMPARE(QString::fromStdString(firstOverlap(g, centres)), QString());
    }
    void wideRanksAreWrapped() {
        std::string fan;
        for (int i = 0; i < 100; ++i)
            fan += (i > 0 ? ", a > n" : "a > n") + std::to_string(1000 + i);
        const FlatGraph g = flatGraph(fan);
        const std::vector<Point> centres = graphvizLayout(g);
        double width = 0, height = 0;
        for (const Point& c : centres)
            width = std::max(width, c.x), height = std::max(height, c.y);
        QVERIFY(width < 4 * height);
        QCOMPARE(QString::fromStdString(firstOverlap(g, centres)), QString());
    }
    void whatWasSeenStaysWhereItWas() {
        FlatGraph g = randomGraph(60, 150, 4, 5);
        const std::vector<Point> own = layeredLayout(g), dot = graphvizLayout(g);
        QVERIFY(own != dot);
        g.seeds = own;
        QVERIFY(graphvizLayout(g) == layeredLayout(g));
    }
    void nothingAndSingles() {
        QVERIFY(graphvizLayout({}).empty());
        QCOMPARE(graphvizLayout(flatGraph("a, b, c")).size(), std::size_t(3));
    }
};

QTEST_APPLESS_MAIN(GraphvizEngineTest)
#include "graphviz_engine_test.moc"
