#include "graph/layout/treemap.h"
#include "graph/layout_text.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace espalier::graph;

class TreemapTest : public QObject {
    Q_OBJECT
private slots:
    // Figure 4 of the paper.
    void theExampleOfThePaper() {
        const std::vector<double> weights{6, 6, 4, 3, 2, 2, 1};
        const std::vector<Rect> r = squarifiedTreemap(weights, {0, 0, 6, 4});
        const auto is = [&](std::size_t i, double x, double y, double width, double height) {
            return std::abs(r[i].x - x) + std::abs(r[i].y - y) + std::abs(r[i].width - width) +
                       std::abs(r[i].height - height) <
                   1e-6;
        };
        QVERIFY(is(0, 0, 0, 3, 2));
        QVERIFY(is(1, 0, 2, 3, 2));
        QVERIFY(is(2, 3, 0, 12.0 / 7, 7.0 / 3));
        QVERIFY(is(3, 3 + 12.0 / 7, 0, 9.0 / 7, 7.0 / 3));
    }
    void areasAreInProportionAndFillThePlace() {
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            std::vector<double> weights(1 + random() % 60);
            for (double& w : weights)
                w = 1 + static_cast<double>(random() % 1000);
            const Rect within{10, 20, 300, 200};
            const std::vector<Rect> rects = squarifiedTreemap(weights, within);
            const double scale = 300 * 200 / std::accumulate(weights.begin(), weights.end(), 0.0);
            for (std::size_t i = 0; i < rects.size(); ++i) {
                QVERIFY(std::abs(rects[i].width * rects[i].height - weights[i] * scale) < 1e-6);
                QVERIFY(rects[i].x > 10 - 1e-6 && rects[i].right() < 310 + 1e-6);
                QVERIFY(rects[i].y > 20 - 1e-6 && rects[i].bottom() < 220 + 1e-6);
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!overlap(rects[i], rects[j]));
            }
        }
    }
    void nothingOrNoRoom() {
        QVERIFY(squarifiedTreemap({}, {0, 0, 5, 5}).empty());
        const std::vector<double> one{3};
        QCOMPARE(squarifiedTreemap(one, {1, 2, 0, 0}).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TreemapTest)
#include "treemap_test.moc"
