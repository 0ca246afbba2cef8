#include "graph/layout/proportions.h"
#include "graph/layout_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

// Ladders: `chains` chains of `length` boxes side by side.
FlatGraph chains(int count, int length) {
    FlatGraph graph;
    for (int c = 0; c < count; ++c)
        for (int i = 0; i < length; ++i) {
            const int v = c * length + i;
            graph.keys.push_back("m" + std::to_string(100 + v));
            graph.sizes.push_back({90, 30});
            if (i > 0)
                graph.lines.push_back({v - 1, v, 1});
        }
    return graph;
}

std::vector<int> levelsOf(int count, int length) {
    std::vector<int> levels;
    for (int v = 0; v < count * length; ++v)
        levels.push_back(v % length);
    return levels;
}

Placement placed(const FlatGraph& graph, const std::vector<int>& levels) {
    Placement p;
    std::vector<int> inRow(graph.keys.size(), 0);
    for (std::size_t v = 0; v < graph.keys.size(); ++v) {
        const int column = inRow[static_cast<std::size_t>(levels[v])]++;
        p.centres.push_back({45 + 122.0 * column, 15 + 100.0 * levels[v]});
        p.size.width = std::max(p.size.width, 122.0 * column + 90);
        p.size.height = std::max(p.size.height, 100.0 * levels[v] + 30);
    }
    return p;
}

} // namespace

class ProportionsTest : public QObject {
    Q_OBJECT
private slots:
    void flatPicturesKeepTheirLevels() {
        const FlatGraph graph = chains(8, 4);
        QCOMPARE(joinLevels(graph, levelsOf(8, 4), 0), levelsOf(8, 4));
    }
    void aChainStaysAChain() {
        // Every join would put a fifth of the lines sideways.
        const FlatGraph graph = chains(1, 6);
        QCOMPARE(joinLevels(graph, levelsOf(1, 6), 0), levelsOf(1, 6));
    }
    void towersLoseTheLevelsThatCostLeast() {
        // Two boxes a level, and all but one pair of levels closely tied: a line of 19 is spent there.
        FlatGraph graph = chains(2, 10);
        std::erase_if(graph.lines, [](const LayoutLine& l) { return l.from == 4; });
        for (int i = 0; i + 1 < 10; ++i)
            if (i != 4)
                graph.lines.push_back({i, 10 + i + 1, 1});
        const std::vector<int> before = levelsOf(2, 10), after = joinLevels(graph, before, 0);
        QCOMPARE(after[4], after[5]);
        int sideways = 0;
        for (const LayoutLine& l : graph.lines) {
            QVERIFY(after[static_cast<std::size_t>(l.from)] <= after[static_cast<std::size_t>(l.to)]);
            sideways += after[static_cast<std::size_t>(l.from)] == after[static_cast<std::size_t>(l.to)];
        }
        QVERIFY(sideways > 0 && sideways * 10 <= static_cast<int>(graph.lines.size()));
    }
    void noLevelIsLeftEmpty() {
        const FlatGraph graph = chains(3, 12);
        std::vector<int> levels = joinLevels(graph, levelsOf(3, 12), 0);
        std::sort(levels.begin(), levels.end());
        QCOMPARE(levels.front(), 0);
        for (std::size_t i = 1; i < levels.size(); ++i)
            QVERIFY(levels[i] - levels[i - 1] <= 1);
    }
    void tallPicturesAreDrawnTogetherAndSpread() {
        const FlatGraph graph = chains(3, 8);
        Placement p = placed(graph, levelsOf(3, 8));
        const Size before = p.size;
        widen(graph, p, 0);
        QVERIFY(p.size.height < before.height && p.size.width > before.width);
        for (std::size_t a = 0; a < p.centres.size(); ++a) {
            const Rect r{p.centres[a].x - 45, p.centres[a].y - 15, 90, 30};
            QVERIFY(r.x > -0.01 && r.y > -0.01 && r.right() < p.size.width + 0.01 &&
                    r.bottom() < p.size.height + 0.01);
            for (std::size_t b = a + 1; b < p.centres.size(); ++b)
                QVERIFY(std::abs(p.centres[a].x - p.centres[b].x) >= 90 ||
                        std::abs(p.centres[a].y - p.centres[b].y) >= 30 + 26);
        }
    }
    void widePicturesStayAsTheyAre() {
        const FlatGraph graph = chains(12, 2);
        Placement p = placed(graph, levelsOf(12, 2));
        const Placement before = p;
        widen(graph, p, 0);
        QCOMPARE(p.centres, before.centres);
    }
};

QTEST_APPLESS_MAIN(ProportionsTest)
#include "proportions_test.moc"
