// Matrix, Focus and Path in the window: one selection, one history, and what each of them does with it.
#include "ui/focus/focus_view.h"
#include "ui/matrix/matrix_view.h"
#include "ui/panels/evidence_panel.h"
#include "ui/path/path_view.h"
#include "ui/shop_window.h"
#include "ui/window/filter_actions.h"
#include "ui/window/views.h"

#include <QTabWidget>

using namespace espalier;
using ui::ViewKind;

class ViewsTest : public QObject {
    Q_OBJECT

    test::ShopWindow shop_;

    ui::Selection& selection() { return shop_.window_->selection(); }
    ui::Views& views() { return shop_.window_->views(); }
    ui::MatrixGrid& grid() { return views().matrix().grid(); }
    ui::FocusView& focus() { return views().focus(); }
    ui::PathView& path() { return views().path(); }
    // And waits until everybody has heard of it.
    void press(Qt::Key key) {
        QTest::keyClick(shop_.window_.get(), key, Qt::AltModifier);
        QTRY_VERIFY(!selection().pending());
    }
    // "from > to" of what is drawn.
    static QStringList lines(const ui::MapView& picture) {
        QStringList out;
        const ui::Scene& scene = *picture.scene();
        for (const graph::Line& line : scene.drawing.lines)
            out << QString::fromStdString(scene.nameOf(line.from) + " > " + scene.nameOf(line.to));
        return out;
    }
    QString evidence() { return shop_.window_->evidence().title(); }

private slots:
    void initTestCase() { shop_.useOwnSettings(); }
    void init() {
        shop_.newWindow();
        shop_.openShop();
    }
    void cleanup() { shop_.window_.reset(); }

    void anArrowKeyBeginsWhereNothingIsSelected() {
        selection().setSelected({"shop.orders", {}, false});
        press(Qt::Key_3);
        QTRY_COMPARE(focus().centre(), "shop.orders");
        selection().setSelected({});
        QTRY_VERIFY(!selection().pending() && !focus().picture().busy());
        QTest::keyClick(&focus().picture(), Qt::Key_Right);
        QTRY_VERIFY(!selection().selected().empty());
    }
    void tabsAndKindsGoTogether() {
        auto* tabs = shop_.window_->findChild<QTabWidget*>();
        press(Qt::Key_2);
        QTRY_COMPARE(selection().state().kind, ViewKind::Matrix);
        press(Qt::Key_3);
        QTRY_COMPARE(selection().state().kind, ViewKind::Focus);
        press(Qt::Key_Left); // back
        QTRY_COMPARE(tabs->currentWidget(), static_cast<QWidget*>(&views().matrix()));
        press(Qt::Key_Left);
        QTRY_COMPARE(tabs->currentWidget(), views().tab(ViewKind::Map));
        QCOMPARE(selection().state().kind, ViewKind::Map);
        press(Qt::Key_5); // the source is no view
        QCOMPARE(selection().state().kind, ViewKind::Map);
    }

    void theMatrixSelectsLinesAndThings() {
        press(Qt::Key_2);
        QTRY_VERIFY(grid().scene());
        const auto row = [&](const char* name) { return grid().scene()->rowShowing(name); };
        const int user = row("shop.web"), used = row("shop.orders");
        QVERIFY2(user < used, "users stand above what they use");
        QTest::mouseClick(grid().viewport(), Qt::LeftButton, {},
                          grid().geometry().cellRect(used, user).center());
        QTRY_COMPARE(evidence(), "shop.web imports shop.orders");
        QCOMPARE(shop_.window_->evidence().model()->rowCount(), 2);
        QCOMPARE(grid().scene()->describeCell(used, user), "shop.web imports shop.orders: 2 statements");
        QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, QPoint(60, grid().geometry().y(used) + 5));
        QTRY_COMPARE(evidence(), "shop.orders");
        selection().setSelected({"shop.stock", {}, false}); // from elsewhere
        QTRY_COMPARE(grid().currentRow(), row("shop.stock"));
        QCOMPARE(grid().currentColumn(), -1);
    }
    void theMatrixOpensPackagesInPlace() {
        press(Qt::Key_2);
        QTRY_VERIFY(grid().scene());
        const int rows = grid().scene()->rowCount(), web = grid().scene()->rowShowing("shop.web");
        const int y = grid().geometry().y(web);
        const QPoint name(80, y + 5);
        QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, name);
        QTRY_COMPARE(grid().scene()->rowCount(), rows + 2);
        QVERIFY(selection().view().open.contains("shop.web"));
        QCOMPARE(grid().geometry().y(grid().scene()->rowShowing("shop.web")), y);
        QTRY_COMPARE(grid().currentRow(), grid().scene()->rowShowing("shop.web"));
        QTest::keyClick(&grid(), Qt::Key_Minus);
        QTRY_COMPARE(grid().scene()->rowCount(), rows);
        QTest::keyClick(&grid(), Qt::Key_Asterisk);
        QTRY_COMPARE(grid().scene()->rowCount(), rows + 2);
    }
    void theMatrixByKeyboard() {
        press(Qt::Key_2);
        QTRY_VERIFY(grid().scene());
        selection().setSelected({"shop.orders", {}, false});
        QTRY_COMPARE(grid().currentRow(), grid().scene()->rowShowing("shop.orders"));
        QTest::keyClick(&grid(), Qt::Key_Right); // to its first user
        const auto users = grid().scene()->matrix.cellsOf(static_cast<std::size_t>(grid().currentRow()));
        QCOMPARE(grid().currentColumn(), static_cast<int>(users.front().column));
        QTRY_VERIFY(evidence().endsWith(" imports shop.orders"));
        QTest::keyClick(&grid(), Qt::Key_Left);
        QTRY_COMPARE(evidence(), "shop.orders");
        QTest::keyClick(&grid(), Qt::Key_Escape);
        QTRY_COMPARE(evidence(), "Nothing selected");
    }

    void focusShowsBothSides() {
        selection().setSelected({"shop.orders", {}, false});
        press(Qt::Key_3);
        QTRY_COMPARE(focus().centre(), "shop.orders");
        const QStringList drawn = lines(focus().picture());
        QVERIFY2(drawn.contains("shop.web.checkout > shop.orders") &&
                     drawn.contains("shop.orders > shop.gone"),
                 qPrintable(drawn.join(", ")));
        QVERIFY2(focus().words().startsWith("shop.orders – imported by 4 modules (4 statements), imports 3"),
                 qPrintable(focus().words()));
    }
    void focusStaysWhereOneLooks() {
        selection().setSelected({"shop.orders", {}, false});
        press(Qt::Key_3);
        QTRY_COMPARE(focus().centre(), "shop.orders");
        QTRY_VERIFY(!focus().picture().busy());
        const auto place = *focus().picture().placeOf(shop_.id("shop.stock"));
        QTest::mouseClick(&focus().picture(), Qt::LeftButton, {}, place);
        QTRY_COMPARE(evidence(), "shop.stock");
        QTRY_VERIFY(!focus().picture().busy());
        QCOMPARE(focus().centre(), "shop.orders");
        QTest::keyClick(&focus().picture(), Qt::Key_Return);
        QTRY_COMPARE(focus().centre(), "shop.stock");
        selection().setSelected({"tests.test_orders", {}, false}); // not around it
        QTRY_COMPARE(focus().centre(), "tests.test_orders");
        QTest::keyClick(&focus(), Qt::Key_Plus);
        QTRY_COMPARE(selection().state().depth, 2);
        QTRY_VERIFY(lines(focus().picture()).contains("shop.orders > shop.stock"));
    }

    void pathsAreDrawnAndListed() {
        ui::ViewState state = selection().state();
        state.kind = ViewKind::Path;
        state.pathFrom = "tests";
        state.pathTo = "shop.prices";
        selection().set(state);
        QTRY_COMPARE(path().words(), "1 shortest chain of 3 imports");
        QCOMPARE(lines(path().picture()), QStringList({"tests > shop.orders", "shop.orders > shop.stock",
                                                       "shop.stock > shop.prices"}));
        QCOMPARE(path().statements().rowCount(), 3);
        path().swapEnds();
        QTRY_VERIFY(path().words() != "1 shortest chain of 3 imports" ||
                    path().picture().scene()->drawing.lines.empty());
    }
    void aWayThatIsDeferredIsOffered() {
        ui::ViewState state = selection().state();
        state.kind = ViewKind::Path;
        state.pathFrom = "shop.stock";
        state.pathTo = "shop.web";
        selection().set(state);
        QTRY_VERIFY(path().countMore().isVisible());
        QTest::mouseClick(&path().countMore(), Qt::LeftButton);
        QTRY_COMPARE(path().words(), "1 shortest chain of 3 imports");
        QVERIFY(shop_.window_->filters().kind(graph::EdgeKind::Deferred)->isChecked());
    }
    void avoidedModulesMakeOtherChains() {
        ui::ViewState state = selection().state();
        state.kind = ViewKind::Path;
        state.pathFrom = "shop.web.checkout";
        state.pathTo = "shop.stock";
        selection().set(state);
        QTRY_COMPARE(path().words(), "1 shortest chain of 2 imports");
        selection().setSelected({"shop.orders", {}, false});
        QTRY_COMPARE(evidence(), "shop.orders");
        path().avoidSelected();
        QTRY_VERIFY(selection().state().avoid.contains("shop.orders"));
        QTRY_VERIFY(path().picture().scene()->drawing.boxes.empty());
    }
    void menusSetTheEnds() {
        const QList<QAction*> actions = views().forSelected();
        QVERIFY(!actions[1]->isEnabled());
        selection().setSelected({"shop.web", {}, false});
        QTRY_VERIFY(actions[1]->isEnabled());
        actions[1]->trigger();
        QTRY_COMPARE(selection().state().pathFrom, "shop.web");
        selection().setSelected({"shop.prices", {}, false});
        QTRY_COMPARE(evidence(), "shop.prices");
        actions[2]->trigger();
        QTRY_COMPARE(path().words(), "2 shortest chains of 3 imports");
    }
};

QTEST_MAIN(ViewsTest)
#include "views_test.moc"
