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
    void undoTakesBackTheViewAlone() {
        Selection selection;
        auto view = selection.view();
        view.hidden.insert("a");
        selection.setView(view);
        QTest::qWait(5);
        selection.setSelected({"b", {}, false});
        QTest::qWait(5);
        view.open.insert("c");
        selection.setView(view);
        QCOMPARE(selection.undoWords(), "hide a"); // what is not told of yet is no step yet
        QTest::qWait(5);
        QCOMPARE(selection.undoWords(), "open c");
        selection.undo();
        QTest::qWait(5);
        QVERIFY(selection.view().open.empty());
        QCOMPARE(selection.selected().module, std::string("b"));
        QCOMPARE(selection.redoWords(), "open c");
        selection.undo();
        QTest::qWait(5);
        QVERIFY(selection.view().hidden.empty() && !selection.canUndo());
        selection.redo();
        selection.redo();
        QTest::qWait(5);
        QVERIFY(selection.view() == view && !selection.canRedo());
        selection.undo();
        QTest::qWait(5);
        view.hidden.clear();
        selection.setView(view);
        QTest::qWait(5);
        QVERIFY2(!selection.canRedo(), "a new step forgets what was taken back");
    }
    void undoRightAfterAChangeTakesItBack() {
        Selection selection;
        auto view = selection.view();
        view.tests = false;
        selection.setView(view);
        selection.undo();
        QTest::qWait(5);
        QVERIFY(selection.view().tests);
        QCOMPARE(selection.redoWords(), "hide tests");
    }
    void aTypedPatternIsOneStep() {
        Selection selection;
        for (const char* typed : {"s", "sh", "shop"}) {
            auto view = selection.view();
            view.pattern = typed;
            selection.setView(view);
            QTest::qWait(5);
        }
        QCOMPARE(selection.undoWords(), "show names with “shop”");
        selection.undo();
        QTest::qWait(5);
        QVERIFY(selection.view().pattern.empty() && !selection.canUndo());
    }
    void goingBackKeepsNotesAndMovedBoxes() {
        Selection selection;
        selection.setSelected({"a", {}, false});
        QTest::qWait(5);
        auto view = selection.view();
        view.notes["a"] = "ask Ada";
        view.moved["a"] = {1, 2};
        selection.setView(view);
        QTest::qWait(5);
        selection.back();
        QTest::qWait(5);
        QVERIFY(selection.selected().empty());
        QVERIFY(selection.view() == view);
        selection.undo();
        QTest::qWait(5);
        QVERIFY(selection.view().notes.empty());
    }
    void anotherProjectHasNoPast() {
        Selection selection;
        selection.setSelected({"a", {}, false});
        QTest::qWait(5);
        auto view = selection.view();
        view.tests = false;
        selection.setView(view);
        selection.reset({});
        QTest::qWait(5);
        QVERIFY(!selection.canGoBack());
        QVERIFY(!selection.canUndo());
    }
    void anotherProjectHasNoPastEvenWhileSomethingIsTakenBack() {
        Selection selection;
        auto view = selection.view();
        view.tests = false;
        selection.setView(view);
        QTest::qWait(5);
        selection.undo();
        ViewState other;
        other.view.pattern = "other";
        selection.reset(other);
        QTest::qWait(5);
        QVERIFY(!selection.canGoBack() && !selection.canGoForward());
        QVERIFY(!selection.canUndo() && !selection.canRedo());
    }
    void manyModulesAreHeldOnce() {
        Selection selection;
        const Selected many{"a", {}, false, {"b", "c"}};
        selection.setSelected(many);
        QTest::qWait(5);
        selection.setSelected({"z", {}, false});
        QTest::qWait(5);
        selection.back();
        QTest::qWait(5);
        QCOMPARE(selection.selected(), many);
        QCOMPARE(&selection.selected().others.set(), &many.others.set());
    }
    void aChangedCopyIsOnItsOwn() {
        const Selected many{"a", {}, false, {"b", "c"}};
        Selected other = many;
        QCOMPARE(other.others.erase("b"), std::size_t{1});
        QCOMPARE(other.others.erase("x"), std::size_t{0});
        other.others.insert("d");
        QVERIFY(many.has("a") && many.has("b") && many.has("c") && !many.has("d"));
        QVERIFY(other.has("a") && !other.has("b") && other.has("c") && other.has("d"));
        other.others = {"c", "b"};
        QCOMPARE(other, many);
        other.others = {};
        QVERIFY(other.others.empty() && !(other == many));
        QVERIFY(!(Selected{"a", "b", false}.has("a"))); // a line
    }
};

QTEST_MAIN(SelectionTest)
#include "selection_test.moc"
