// A plan in the window: made by menus, shown by all views, undone, ticked, saved and opened.
#include "ui/cycles/cycle_answers_text.h"
#include "ui/models/rows.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plan_panel.h"
#include "ui/queries.h"
#include "ui/shop_window.h"
#include "ui/window/edit_actions.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputDialog>
#include <QSignalSpy>

using namespace espalier;
using graph::CutEdge;
using graph::CutWay;

class PlanWindowTest : public QObject, test::ShopWindow {
    Q_OBJECT

    [[nodiscard]] ui::PlanDesk& desk() const { return window_->plans(); }
    [[nodiscard]] ui::PlanPanel& panel() const { return *window_->lists().plan(); }
    [[nodiscard]] ui::PlanStrip& strip() const { return *window_->findChild<ui::PlanStrip*>(); }
    [[nodiscard]] const ui::TriedPlan& plan() const { return window_->selection().state().plan; }
    [[nodiscard]] QString rows() const { return test::rows(*panel().model()); }
    [[nodiscard]] std::size_t tangles() const {
        return window_->findings() ? window_->findings()->tangles.size() : 99;
    }
    void deferStock() {
        window_->selection().setSelected({"shop.stock", "shop.prices", true});
        QTRY_VERIFY(desk().deferImport->isEnabled());
        desk().deferImport->trigger();
        QTRY_COMPARE(tangles(), std::size_t{0});
    }
    // Fills in the dialog that comes up next.
    template <class Dialog, class Fill>
    void whenAsked(Fill fill) {
        QTimer::singleShot(0, window_.get(), [fill] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            fill(*dialog);
            dialog->accept();
        });
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void theViewsShowWhatWouldBe() {
        QVERIFY(!strip().isVisible() && !desk().tryPlan->isEnabled());
        deferStock();
        QTRY_COMPARE(strip().text(), "What if: 1 change; no tangle is left");
        QVERIFY(strip().isVisible());
        QVERIFY(window_->evidence().notice().contains("today"));
        QCOMPARE(rows(), "Defer stock → prices (in shop)\n");
        const graph::Snapshot& shown = *window_->findings()->snapshot;
        const auto edge = shown.edge(*shown.find("shop.stock"), *shown.find("shop.prices"));
        QVERIFY(edge && shown.statementsOf(shown[*edge]).front().kind == graph::EdgeKind::Deferred);
        QTRY_VERIFY(window_->map().scene()->snapshot.get() == &shown);
    }
    void undoAndRedo() {
        deferStock();
        QVERIFY(window_->edit().undo->text().contains("Defer shop.stock → shop.prices"));
        window_->edit().undo->trigger();
        QTRY_COMPARE(tangles(), std::size_t{1});
        QVERIFY(window_->findings()->snapshot == snapshot_);
        QVERIFY(!strip().isVisible() && rows().isEmpty() && window_->evidence().notice().isEmpty());
        window_->edit().redo->trigger();
        QTRY_COMPARE(tangles(), std::size_t{0});
        window_->selection().back(); // through what was shown: not what is planned
        QTRY_VERIFY(!window_->selection().pending());
        QCOMPARE(plan().items.size(), std::size_t{1});
    }
    void backToWhatIsKeepsThePlan() {
        deferStock();
        desk().tryPlan->trigger();
        QTRY_COMPARE(tangles(), std::size_t{1});
        QVERIFY(!strip().isVisible());
        QCOMPARE(panel().words(), "Not tried: the views show what is.");
        desk().tryPlan->trigger();
        QTRY_COMPARE(tangles(), std::size_t{0});
    }
    void whatHasNoTickIsNotMade() {
        const QAbstractItemModelTester tester(panel().model(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        deferStock();
        desk().add({CutEdge{"shop.prices", "shop.gone", CutWay::Remove}});
        QTRY_VERIFY(rows().contains("Left out: there is no such import: shop.prices > shop.gone"));
        QTRY_COMPARE(strip().text(), "What if: 1 of 2 changes; no tangle is left");
        window_->goToList(panel().list()); // as the keyboard does it
        QTest::keyClick(panel().list()->view(), Qt::Key_Space);
        QTRY_COMPARE(tangles(), std::size_t{1});
        QVERIFY(!plan().items[0].ticked);
        QTRY_COMPARE(strip().text(), "What if: 0 of 1 changes; as much in tangles as before");
        QTest::keyClick(panel().list()->view(), Qt::Key_Delete);
        QTRY_COMPARE(plan().items.size(), std::size_t{1});
        QVERIFY(plan().items[0].ticked);
    }
    void suggestedCutsAreTried() {
        QSignalSpy asked(&window_->queries(), &ui::Queries::requested);
        window_->lists().tabs()->setCurrentWidget(window_->lists().cycles()); // asks for verdicts
        window_->showTangle(0);
        ui::TanglePage& page = window_->lists().cycles()->page();
        QTRY_VERIFY(page.suggest->isEnabled());
        page.suggest->trigger();
        QTRY_VERIFY(!asked.isEmpty() && asked.last()[1].toStringList().contains("--suggest"));
        window_->queries().answer(asked.last()[0].toULongLong(), test::kCuts);
        QVERIFY(page.tryCuts->isEnabled() && !page.tryCut->isEnabled());
        window_->selection().setSelected({"shop.stock", "shop.prices", true});
        QTRY_VERIFY(page.tryCut->isEnabled());
        page.tryCuts->trigger();
        QTRY_COMPARE(tangles(), std::size_t{0});
        QCOMPARE(plan().items.size(), std::size_t{1});
        QVERIFY(
            (plan().items[0].change == graph::Change(CutEdge{"shop.stock", "shop.prices", CutWay::Defer})));
        QVERIFY(panel().list()->isVisible());
    }
    void nothingIsAskedOfWhatWouldBe() {
        desk().add({CutEdge{"tests.test_orders", "shop.orders", CutWay::Remove}});
        QTRY_VERIFY(desk().trying() && window_->findings());
        QSignalSpy asked(&window_->queries(), &ui::Queries::requested);
        window_->lists().tabs()->setCurrentWidget(window_->lists().cycles());
        window_->showTangle(0);
        ui::TanglePage& page = window_->lists().cycles()->page();
        QVERIFY(!page.suggest->isEnabled());
        QVERIFY(page.verdict().contains("As it would be with the plan"));
        QVERIFY(page.markdown().contains("not carried out yet"));
        QVERIFY(asked.isEmpty());
    }
    void symbolsMove() {
        window_->selection().setSelected({"shop.old_orders", {}, false});
        QTRY_VERIFY(desk().moveSymbol->isEnabled());
        whenAsked<QDialog>([](QDialog& dialog) {
            QCOMPARE(dialog.findChild<QComboBox*>()->currentText(), "make");
            dialog.findChild<QLineEdit*>()->setText("shop.made");
        });
        desk().moveSymbol->trigger();
        QTRY_VERIFY(desk().trying());
        QVERIFY((plan().items[0].change ==
                 graph::Change(graph::MoveSymbol{"shop.old_orders", "make", "shop.made"})));
        QTRY_VERIFY(window_->findings() && window_->findings()->snapshot->find("shop.made"));
    }
    void modulesMerge() {
        window_->selection().setSelected({"shop.prices", {}, false});
        QTRY_VERIFY(desk().mergeModule->isEnabled());
        whenAsked<QDialog>([](QDialog& dialog) { dialog.findChild<QLineEdit*>()->setText("shop.stock"); });
        desk().mergeModule->trigger();
        QTRY_VERIFY(desk().trying() && window_->findings());
        QVERIFY(!window_->findings()->snapshot->find("shop.prices") ||
                *window_->findings()->snapshot->find("shop.prices") ==
                    *window_->findings()->snapshot->find("shop.stock"));
        QCOMPARE(window_->findings()->tangles[0].modules.size(), std::size_t{2});
    }
    void thePlanHoldsForTheNextState() {
        deferStock();
        snapshot_ = test::shop("== shop/more.py\nimport shop.stock\n");
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->findings() && window_->findings()->snapshot->find("shop.more"));
        QCOMPARE(tangles(), std::size_t{0});
        window_->openingFolder("/elsewhere");
        window_->setSnapshot(test::shop());
        QTRY_VERIFY(window_->findings());
        QCOMPARE(tangles(), std::size_t{1});
        QVERIFY(plan().items.empty() && !strip().isVisible());
    }
    void isSavedWhenAsked() {
        QSignalSpy saved(window_.get(), &ui::MainWindow::planSaveRequested);
        deferStock();
        desk().add({CutEdge{"shop.prices", "shop.orders", CutWay::Remove}});
        desk().tick(1, false);
        QTRY_VERIFY(plan().items.size() == 2 && !plan().items[1].ticked);
        QVERIFY(saved.isEmpty());
        whenAsked<QInputDialog>([](QInputDialog& dialog) {
            QVERIFY(dialog.labelText().contains("One change without a tick is not saved."));
            dialog.setTextValue("My Orders ");
        });
        desk().save->trigger();
        QCOMPARE(saved.size(), 1);
        const auto written = saved[0][0].value<graph::Plan>();
        QCOMPARE(written.name, "my-orders");
        QCOMPARE(written.changes.size(), std::size_t{1});
    }
    void aSavedOneIsOpened() {
        const QSignalSpy wanted(window_.get(), &ui::MainWindow::plansRequested);
        desk().openSaved->trigger();
        QCOMPARE(wanted.size(), 1);
        whenAsked<QInputDialog>([](QInputDialog& dialog) { dialog.setTextValue("second"); });
        window_->showPlans({{"first", {}}, {"second", {CutEdge{"shop.stock", "shop.prices", CutWay::Defer}}}},
                           {});
        QTRY_COMPARE(tangles(), std::size_t{0});
        QCOMPARE(plan().name, "second");
    }
    void isCopiedAsTasks() {
        deferStock();
        desk().copy->trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("### Plan\n"));
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 "### Plan\n\nNow: 3 imports in 1 tangle of 3 modules.\n\n"
                 "- [ ] Defer shop.stock → shop.prices; no tangle is left\n"
                 "  - `shop/stock.py:1` `import shop.prices`\n");
    }
};

QTEST_MAIN(PlanWindowTest)
#include "plan_window_test.moc"
