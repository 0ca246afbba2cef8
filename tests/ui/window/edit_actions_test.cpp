#include "ui/models/rows.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/window/edit_actions.h"

using namespace espalier;

class EditActionsTest : public QObject, test::ShopWindow {
    Q_OBJECT
private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void deleteHidesAndUndoBringsBack() {
        click("shop.web");
        QTRY_VERIFY(window_->edit().hide->isEnabled());
        QTest::keyClick(&window_->map(), Qt::Key_Delete);
        QTRY_VERIFY(!drawn("shop.web"));
        QVERIFY(window_->selection().selected().empty());
        QCOMPARE(window_->edit().undo->text(), "&Undo: hide shop.web");
        QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(drawn("shop.web"));
        QCOMPARE(window_->edit().redo->text(), "&Redo: hide shop.web");
        QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!drawn("shop.web"));
        QVERIFY(!window_->edit().redo->isEnabled());
        window_->edit().showHidden->trigger();
        QTRY_VERIFY(drawn("shop.web"));
    }
    void keysOfTheMapAreLettersElsewhere() {
        window_->selection().setSelected({"shop", {}, false});
        QTRY_VERIFY(window_->edit().hide->isEnabled());
        window_->lists().setFocus();
        QTest::keyClick(&window_->lists(), Qt::Key_Delete);
        QTest::qWait(20);
        QVERIFY(window_->selection().view().hidden.empty());
    }
    void altUpSelectsThePackageAround() {
        click("shop.orders");
        QCOMPARE(window_->selection().selected().module, "shop.orders");
        QTRY_VERIFY(window_->edit().parent->isEnabled());
        QTest::keyClick(window_.get(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(window_->selection().selected().module, "shop");
        QTest::keyClick(window_.get(), Qt::Key_Up, Qt::AltModifier);
        QTRY_VERIFY(window_->selection().selected().empty());
    }
    void severalShowWhatTheyHaveInCommon() {
        ui::Selected several{"shop.web", {}, false, {"shop.orders", "shop.old_orders"}};
        window_->selection().setSelected(several);
        QTRY_COMPARE(window_->evidence().title(), "3 things selected");
        const QString statements = test::rows(*window_->evidence().model());
        for (const char* place :
             {"shop/orders.py:3", "shop/web/checkout.py:1", "shop/web/checkout.py:2", "shop/web/broken.py:1"})
            QVERIFY2(statements.contains(place), qPrintable(statements));
        QVERIFY2(!statements.contains("shop/prices.py"), qPrintable(statements));
        several.others = {"shop.orders"};
        window_->selection().setSelected(several);
        QTRY_VERIFY2(window_->evidence().facts().contains("All of them import shop.old_orders."),
                     qPrintable(window_->evidence().facts()));
        several = {"shop.orders", {}, false, {"shop.old_orders"}};
        window_->selection().setSelected(several);
        QTRY_VERIFY2(window_->evidence().facts().contains(
                         "All of them are imported by shop.web.checkout, tests.test_orders."),
                     qPrintable(window_->evidence().facts()));
    }
    void severalAreHiddenAndShownAlone() {
        const ui::Selected several{"shop.web", {}, false, {"shop.orders"}};
        window_->selection().setSelected(several);
        QTRY_VERIFY(window_->edit().only->isEnabled());
        window_->edit().only->trigger();
        QTRY_VERIFY(!drawn("shop.stock") && drawn("shop.orders") && drawn("shop.web.checkout"));
        window_->edit().undo->trigger();
        QTRY_VERIFY(drawn("shop.stock"));
        window_->edit().hide->trigger();
        QTRY_VERIFY(!drawn("shop.orders") && !drawn("shop.web") && drawn("shop.stock"));
    }
    void notesAreWrittenAndTakenAway() {
        window_->edit().setNote("shop.web", "  ask Ada  ");
        QTRY_COMPARE(window_->edit().undo->text(), "&Undo: note at shop.web");
        QCOMPARE(window_->selection().view().notes.at("shop.web"), "ask Ada");
        window_->edit().setNote("shop.web", " ");
        QTRY_COMPARE(window_->edit().undo->text(), "&Undo: remove the note at shop.web");
        QVERIFY(window_->selection().view().notes.empty());
    }
};

QTEST_MAIN(EditActionsTest)
#include "edit_actions_test.moc"
