#include "graph/drawing/drawing.h"
#include "graph/drawing_text.h"
#include "graph/snapshot_text.h"

#include <QTest>

using namespace espalier::graph;

namespace {

std::string modules(const std::string& package, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += package + ".m" + std::to_string(100 + i) + ",";
    return text;
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
    void emptyProject() { QCOMPARE(opened(""), ""); }
};

QTEST_APPLESS_MAIN(LandingTest)
#include "landing_test.moc"
