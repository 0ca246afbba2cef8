#include "graph/layout/isotonic.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace espalier::graph;

namespace {

// `distances[i]` between places i and i + 1.
std::vector<double> spread(const std::vector<double>& desired, const std::vector<double>& weights,
                           const std::vector<double>& distances, double low, double high) {
    static PlacesInOrder places; // used again and again, as the layout does
    places.clear();
    for (std::size_t i = 0; i < desired.size(); ++i)
        places.add(desired[i], weights[i], i == 0 ? 0 : distances[i - 1]);
    const std::span<const double> x = places.solve(low, high);
    return {x.begin(), x.end()};
}

} // namespace

class IsotonicTest : public QObject {
    Q_OBJECT
private slots:
    void keepsWhatFits() {
        QCOMPARE(spread({0, 50, 90}, {1, 1, 1}, {10, 10}, 0, 100), (std::vector<double>{0, 50, 90}));
    }
    void pushesApartEvenly() {
        QCOMPARE(spread({50, 50}, {1, 1}, {20}, 0, 100), (std::vector<double>{40, 60}));
    }
    void heavyOneStays() { QCOMPARE(spread({50, 50}, {3, 1}, {20}, 0, 100), (std::vector<double>{45, 65})); }
    void staysWithinBounds() {
        QCOMPARE(spread({-30, 200}, {1, 1}, {10}, 0, 100), (std::vector<double>{0, 100}));
        QCOMPARE(spread({95, 95, 95}, {1, 1, 1}, {10, 10}, 0, 100), (std::vector<double>{80, 90, 100}));
        QCOMPARE(spread({}, {}, {}, 0, 100), (std::vector<double>{}));
    }
    // No feasible small step of a single point lowers the cost.
    void cannotBeImproved() {
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            std::vector<double> desired, weights, distances;
            for (int i = 0; i < 12; ++i) {
                desired.push_back(random() % 300);
                weights.push_back(1 + random() % 5);
                if (i > 0)
                    distances.push_back(5 + random() % 10);
            }
            const std::vector<double> x = spread(desired, weights, distances, 0, 300);
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double low = i == 0 ? 0 : x[i - 1] + distances[i - 1];
                const double high = i + 1 == x.size() ? 300 : x[i + 1] - distances[i];
                QVERIFY(x[i] > low - 1e-6 && x[i] < high + 1e-6);
                const double better = std::clamp(desired[i], low, high);
                const double gain =
                    weights[i] * (std::pow(x[i] - desired[i], 2) - std::pow(better - desired[i], 2));
                QVERIFY2(gain < 1e-6, qPrintable(QString("point %1 could move").arg(i)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(IsotonicTest)
#include "isotonic_test.moc"
