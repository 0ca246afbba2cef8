#include "ui/matrix/matrix_view.h"
#include "ui/panels/list_panel.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/window/context_menu.h"
#include "ui/window/edit_actions.h"
#include "ui/window/palette_commands.h"
#include "ui/window/views.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenuBar>

using namespace espalier;

class ContextMenuTest : public QObject, test::ShopWindow {
    Q_OBJECT

    static void rightClick(QWidget& widget, QPoint place) {
        QTest::mouseClick(&widget, Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget.mapToGlobal(place));
        QApplication::sendEvent(&widget, &event);
    }
    // What the menu offers, once it has opened; it is closed then.
    QStringList offered() {
        ui::ContextMenu& menu = window_->contextMenu();
        if (!QTest::qWaitFor([&] { return menu.isVisible() && !window_->selection().pending(); }))
            return {"no menu"};
        QStringList texts;
        for (const QAction* action : menu.actions())
            if (!action->isSeparator())
                texts << ui::plainText(*action) + (action->isEnabled() ? "" : " (off)");
        menu.close();
        return texts;
    }
    void select(ui::Selected selected) {
        window_->selection().setSelected(std::move(selected));
        QTRY_VERIFY(!window_->selection().pending());
    }
    void move(const char* name, graph::Point to) {
        graph::ViewSpec view = window_->selection().view();
        view.moved[name] = to;
        window_->selection().setView(view);
        QTRY_VERIFY(!window_->selection().pending() && !window_->map().busy());
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void aBoxOffersWhatCanBeDoneWithIt() {
        rightClick(window_->map(), *window_->map().placeOf(id("shop.orders")));
        QCOMPARE(window_->selection().selected().module, "shop.orders");
        QCOMPARE(offered(), (QStringList{"Bring the selection into view", "Select the package around it",
                                         "Look around the selected module", "Start a path here",
                                         "End a path here", "Symbols defined in it", "Tests that protect it",
                                         "What its deletion would break", "Show only what is selected",
                                         "Hide what is selected", "Put back where it was laid (off)",
                                         "Write a note to it", "Mark what is selected"}));
        rightClick(window_->map(), *window_->map().placeOf(id("shop.web")));
        QCOMPARE(offered().value(0), "Open the selected package");
        auto view = window_->selection().view();
        view.open.insert("shop.web");
        window_->selection().setView(view);
        QTRY_VERIFY(drawn("shop.web.checkout"));
        select({"shop.web", {}, false});
        QTest::keyClick(&window_->map(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(offered().value(0), "Close the selected package");
    }
    void theActionsAreThoseOfTheMenuBar() {
        QList<QAction*> listed;
        for (const ui::PaletteCommand& c : ui::commandsOf(window_->menuBar()->actions()))
            listed << c.action;
        for (const ui::Selected& s :
             {ui::Selected{}, {"shop.orders", {}, false}, {"shop.web.checkout", "shop.orders", true}}) {
            select(s);
            window_->contextMenu().showAt({});
            QVERIFY(window_->contextMenu().actions().size() > 4);
            for (QAction* action : window_->contextMenu().actions())
                QVERIFY2(action->isSeparator() || listed.contains(action), qPrintable(action->text()));
            window_->contextMenu().close();
        }
    }
    void severalStaySelected() {
        const ui::Selected several{"shop.orders", {}, false, {"shop.web"}};
        select(several);
        rightClick(window_->map(), *window_->map().placeOf(id("shop.web")));
        QVERIFY(window_->selection().selected() == several);
        QVERIFY(offered().contains("Hide what is selected"));
        rightClick(window_->map(), *window_->map().placeOf(id("shop.stock")));
        QVERIFY(window_->selection().selected() == (ui::Selected{"shop.stock", {}, false}));
        (void)offered();
    }
    void severalAreEmphasisedWithTheirLines() {
        const auto boxOf = [this](const char* name) {
            return static_cast<std::size_t>(window_->map().scene()->boxOfModule.at(id(name).value));
        };
        select({"shop.prices", {}, false});
        QVERIFY(!window_->map().emphasis().related->boxes[boxOf("shop.web")]);
        select({"shop.prices", {}, false, {"shop.web", "shop.orders"}});
        const ui::Related& related = *window_->map().emphasis().related;
        for (const char* name : {"shop.prices", "shop.web", "shop.orders", "shop.old_orders"})
            QVERIFY2(related.boxes[boxOf(name)], name);
        const auto lit = [&](const char* from, const char* to) {
            return related.lines[static_cast<std::size_t>(window_->map().scene()->lineBetween(
                static_cast<int>(boxOf(from)), static_cast<int>(boxOf(to))))];
        };
        QVERIFY(lit("shop.prices", "shop.orders") && lit("shop.web", "shop.orders"));
        QVERIFY(lit("shop.web", "shop.old_orders"));
        select({"shop.prices", {}, false});
        QVERIFY(!window_->map().emphasis().related->boxes[boxOf("shop.web")]);
    }
    void theBackgroundOffersWhatHelpsTheView() {
        select({"shop.orders", {}, false});
        rightClick(window_->map(), {3, 3});
        QVERIFY(window_->selection().selected().empty());
        const QStringList texts = offered();
        QVERIFY2(texts.contains("Whole picture") && texts.contains("Filter") &&
                     texts.contains("Save this view") && !texts.contains("Hide what is selected"),
                 qPrintable(texts.join("; ")));
    }
    void listsOfferTheSame_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("module");
        QTest::addColumn<bool>("line");
        QTest::newRow("packages") << "packages"
                                  << "shop.orders" << false;
        QTest::newRow("a tangle") << "cycles"
                                  << "" << true;
        QTest::newRow("deprecated") << "migration"
                                    << "shop.old_orders" << false;
        QTest::newRow("problems") << "problems"
                                  << "" << false;
        QTest::newRow("attention") << "concerns"
                                   << "" << false;
    }
    void listsOfferTheSame() {
        QFETCH(QString, list);
        QFETCH(QString, module);
        QFETCH(bool, line);
        ui::ListsPanel& lists = window_->lists();
        ui::ListPanel* panel = list == "packages"    ? lists.packages()
                               : list == "cycles"    ? lists.cycles()->tangles()
                               : list == "migration" ? lists.migration()
                               : list == "problems"  ? lists.problems()
                                                     : lists.concerns();
        if (panel != lists.packages())
            lists.showList(panel);
        QTreeView& view = *panel->view();
        view.expandAll();
        QModelIndex row = view.model()->index(0, 0);
        if (list == "packages") { // made the current row by the map
            select({module.toStdString(), {}, false});
            row = view.currentIndex();
            select({});
        } else if (list == "concerns") { // below its heading
            row = view.model()->index(0, 0, row);
        }
        QVERIFY(row.isValid());
        view.scrollTo(row);
        rightClick(*view.viewport(), view.visualRect(row).center());
        const ui::Selected& selected = window_->selection().selected();
        QVERIFY(!selected.empty());
        QCOMPARE(selected.isLine(), line);
        if (!module.isEmpty())
            QCOMPARE(QString::fromStdString(selected.module), module);
        QVERIFY(offered().contains("Start a path here"));

        select({});
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(offered().contains("Start a path here"));
        QVERIFY(!window_->selection().selected().empty());
    }
    void theMatrixOffersTheSame() {
        window_->views().shows()[1]->trigger();
        ui::MatrixGrid& grid = window_->views().matrix().grid();
        QTRY_VERIFY(grid.scene());
        select({"shop", {}, false});
        QTest::keyClick(&grid, Qt::Key_F10, Qt::ShiftModifier);
        const QStringList texts = offered();
        QVERIFY2(texts.contains("Close the selected package") && texts.contains("Hide what is selected"),
                 qPrintable(texts.join("; ")));
        int row = 1;
        while (grid.scene()->cell(row, 0))
            ++row;
        rightClick(*grid.viewport(), grid.geometry().cellRect(row, 0).center());
        QCOMPARE(window_->selection().selected().modules(), std::vector{grid.scene()->nameOf(row)});
        (void)offered();
    }
    void movedBoxesArePutBack() {
        const auto placeOf = [this](const char* name) {
            const ui::ScenePtr& scene = window_->map().scene();
            return scene->drawing.boxes[static_cast<std::size_t>(scene->boxOfModule.at(id(name).value))].rect;
        };
        const graph::Rect laid = placeOf("shop.orders");
        const ui::EditActions& edit = window_->edit();
        QVERIFY(!edit.putBack->isEnabled() && !edit.putAllBack->isEnabled());
        move("shop.orders", {900, 700});
        move("shop.web", {1200, 100});
        QTRY_VERIFY(placeOf("shop.orders").x != laid.x);
        select({"shop.stock", {}, false});
        QVERIFY(!edit.putBack->isEnabled() && edit.putAllBack->isEnabled());
        select({"shop.orders", {}, false});
        edit.putBack->trigger();
        QTRY_COMPARE(window_->selection().view().moved.size(), std::size_t(1));
        QTRY_VERIFY(edit.undo->text().contains("put back"));
        window_->selection().undo();
        QCOMPARE(window_->selection().view().moved.size(), std::size_t(2));
        QTRY_VERIFY(!window_->selection().pending());
        edit.putAllBack->trigger();
        QVERIFY(window_->selection().view().moved.empty());
    }
};

QTEST_MAIN(ContextMenuTest)
#include "context_menu_test.moc"
