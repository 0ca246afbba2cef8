#include "ui/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace espalier::ui;

class SelectionTest : public QObject {
    Q_OBJECT
private slots:
    void manySettersOneChange() {
        Selection selection;
        QSignalSpy spy(&selection, &Selection::changed);
        selection.setSelected({"a", {}, false});
        auto view = selection.view();
        view.open.insert("a");
        selection.setView(view);
        QVERIFY(spy.wait());
        QCOMPARE(spy.size(), 1);
        QVERIFY(spy[0][0].value<Changes>() == (Change::View | Change::Selected));
        selection.back();
        QVERIFY(spy.wait());
        QVERIFY(selection.selected().empty() && selection.view().open.empty());
        QVERIFY(!selection.canGoBack());
        selection.forward();
        QVERIFY(spy.wait());
        QCOMPARE(selection.selected().module, std::string("a"));
    }
    void aNewStepForgetsTheWayForward() {
        Selection selection;
        for (const char* name : {"a", "b", "c"}) {
            selection.setSelected({name, {}, false});
            QTest::qWait(5);
        }
        selection.back();
        QTest::qWait(5);
        QCOMPARE(selection.selected().module, std::string("b"));
        QVERIFY(selection.canGoForward());
        selection.setSelected({"d", {}, false});
        QTest::qWait(5);
        QVERIFY(!selection.canGoForward());
        selection.back();
        QTest::qWait(5);
        QCOMPARE(selection.selected().module, std::string("b"));
    }
    void theSameAgainIsNoStep() {
        Selection selection;
        selection.setSelected({"a", {}, false});
        QTest::qWait(5);
        selection.setSelected({"a", {}, false});
        QTest::qWait(5);
        selection.back();
        QTest::qWait(5);
        QVERIFY(selection.selected().empty());
    }
    void anotherProjectHasNoPast() {
        Selection selection;
        selection.setSelected({"a", {}, false});
        QTest::qWait(5);
        selection.reset({});
        QTest::qWait(5);
        QVERIFY(!selection.canGoBack());
    }
};

QTEST_MAIN(SelectionTest)
#include "selection_test.moc"
