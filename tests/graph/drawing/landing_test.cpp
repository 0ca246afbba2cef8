#include "graph/drawing/drawing.h"
#include "graph/drawing_text.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace espalier::graph;

namespace {

std::string modules(const std::string& package, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += package + ".m" + std::to_string(100 + i) + ",";
    return text;
}

// Packages in packages by chance, with imports that lead from later to earlier modules, but for one in
// twenty.
std::string project(unsigned seed, int count, int importsEach) {
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<std::string> packages{"shop"}, names;
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string& parent =
            packages[static_cast<std::size_t>(below(static_cast<int>(packages.size())))];
        if (below(8) == 0 && std::count(parent.begin(), parent.end(), '.') < 4) {
            const std::string name = parent + ".package" + std::to_string(i); // before `packages` grows
            packages.push_back(name);
        } else {
            names.push_back(parent + ".some_module" + std::to_string(i));
        }
    }
    for (int i = 1; i < static_cast<int>(names.size()); ++i)
        for (int k = 0; k < importsEach; ++k) {
            std::size_t from = static_cast<std::size_t>(i), to = static_cast<std::size_t>(below(i));
            if (below(20) == 0)
                std::swap(from, to);
            text += names[from] + " > " + names[to] + ", ";
        }
    return text + "shop";
}

// The zoom at which the landing view is seen whole in a large window's map.
double fittedZoom(const std::string& text) {
    const auto snapshot = snapshotOf(text);
    const Drawing drawing = makeDrawing(*snapshot, landingView(*snapshot));
    const Size size = layoutNested(layoutInput(drawing), layeredLayout).size;
    return std::min(1500 / size.width, 850 / size.height);
}

QString opened(const std::string& text) {
    QStringList out;
    for (const std::string& name : landingView(*snapshotOf(text)).open)
        out += QString::fromStdString(name);
    return out.join(" ");
}

} // namespace

class LandingTest : public QObject {
    Q_OBJECT
private slots:
    void smallProjectIsShownWhole() {
        QCOMPARE(opened(modules("a.b", 10) + modules("a.c", 10) + "d"), "a a.b a.c");
    }
    void testsStayClosed() { QCOMPARE(opened(modules("a", 5) + "tests.test_a [test], tests [test]"), "a"); }
    void largeProjectIsOpenedAsFarAsFits() {
        const std::string text =
            modules("a.b", 30) + modules("a.c", 20) + modules("a.d", 8) + modules("a.e", 200);
        QCOMPARE(opened(text), "a a.b");
        const auto snapshot = snapshotOf(text);
        QVERIFY(makeDrawing(*snapshot, landingView(*snapshot)).boxes.size() <= 40);
    }
    void onePackageIsOpenedEvenIfItIsWide() {
        QCOMPARE(opened(modules("a", 60)), "a");
        QCOMPARE(opened(modules("a", 60) + modules("b", 60)), "a");
        QCOMPARE(opened(modules("a", 200)), "");
    }
    void manyTopModulesAreSummedUp() {
        std::string text;
        for (int i = 0; i < 200; ++i)
            text += "m" + std::to_string(i) + ",";
        const auto snapshot = snapshotOf(text);
        const Drawing d = makeDrawing(*snapshot, landingView(*snapshot));
        QCOMPARE(d.boxes.size(), std::size_t(40));
        QCOMPARE(d.omittedBoxes, std::size_t(161));
    }
    void labelsAreLegibleAtOnce() {
        double least = 9;
        for (const int modules : {12, 40, 150, 600, 2500})
            for (const int imports : {0, 1, 3, 8})
                for (unsigned seed = 1; seed <= 4; ++seed)
                    least = std::min(least, fittedZoom(project(seed, modules, imports)));
        std::string chain, wide;
        for (int i = 0; i < 20; ++i)
            chain += "m" + std::to_string(i) + " > m" + std::to_string(i + 1) + ",";
        for (int i = 0; i < 110; ++i)
            wide += "shop.some_module" + std::to_string(i) + " > shop.base,";
        qInfo("zoom %.2f; of a chain %.2f, of a wide package %.2f", least, fittedZoom(chain),
              fittedZoom(wide));
        QVERIFY(least >= 0.6 && fittedZoom(chain) >= 0.6 && fittedZoom(wide) >= 0.6);
    }
    void emptyProject() { QCOMPARE(opened(""), ""); }
};

QTEST_APPLESS_MAIN(LandingTest)
#include "landing_test.moc"
