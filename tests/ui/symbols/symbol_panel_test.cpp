// Symbols in the window: the list of what is fragmented, and the evidence of one symbol.
#include "ui/models/fragmentation_model.h"
#include "ui/models/roles.h"
#include "ui/models/rows.h"
#include "ui/models/same_name_model.h"
#include "ui/models/text_table.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/symbols/symbol_desk.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/symbols/symbol_picture.h"
#include "ui/window/commands.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace espalier;

namespace {

constexpr const char* kProject = "== shop/__init__.py\nfrom .orders import Order\n"
                                 "== shop/orders.py\nclass Order: pass\ndef make(): pass\n"
                                 "== shop/web.py\nfrom shop import Order as O\n"
                                 "== shop/cart.py\nfrom shop import Order\nfrom shop.orders import make\n"
                                 "== shop/old.py\ndef make(): pass\n"
                                 "== tests/test_a.py\nfrom shop.orders import Order\n"
                                 "== tests/test_b.py\nfrom shop import Order, Order as Again\n";

graph::SnapshotPtr project(const std::string& extra = {}) {
    return graph::buildSnapshot(test::projectFromText(kProject + extra), graph::Config());
}

} // namespace

class SymbolPanelTest : public QObject, test::ShopWindow {
    Q_OBJECT

    static constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

    void open(const graph::SnapshotPtr& snapshot) {
        snapshot_ = snapshot;
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->symbolDesk().spreads());
        QTRY_VERIFY(window_->map().scene() && !window_->map().busy());
    }
    void choose(const std::string& module, const std::string& symbol, const std::string& path = {}) {
        emit window_->lists().symbolChosen(module, symbol, path);
        QTRY_VERIFY(!window_->selection().pending() && window_->symbols().facts().contains("href"));
    }
    [[nodiscard]] QString statements() const {
        return test::rows(*window_->symbols().statements()->view()->model());
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        open(project());
    }
    void cleanup() { window_.reset(); }

    void listOfWhatIsFragmented() {
        ui::FragmentationModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        model.setSpreads(window_->symbolDesk().spreads());
        QCOMPARE(test::rows(model),
                 "Order in shop.orders | 40.0 % | 2 | 5 | 3 | 2 | 0 | 0 | 3 | class or function\n"
                 "  shop:Order |  |  | 3 | 2 | 1 | 0 | 0\n"
                 "  ✓ shop.orders:Order |  |  | 2 | 1 | 1 | 0 | 0\n");
        const QModelIndex top = model.index(0, 0);
        QVERIFY(top.data(Qt::ToolTipRole).toString().contains("shop.orders:Order, it is defined there"));
        QCOMPARE(model.index(0, ui::FragmentationModel::Compliance).data(ui::ShareRole).toDouble(), 0.4);
        model.setSpreads(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void theListFollowsTheProject() {
        auto* list = window_->lists().fragmentation()->paths();
        QCOMPARE(list->view()->model()->rowCount(), 1);
        window_->setSnapshot(
            project("== late.py\nfrom shop.old import make as m\n"
                    "== hand.py\nfrom shop.old import make\n== use.py\nfrom hand import make\n"));
        QTRY_COMPARE(list->view()->model()->rowCount(), 2);
        window_->openingFolder("/elsewhere");
        QCOMPARE(list->view()->model()->rowCount(), 0);
    }
    void aChosenRowIsTheEvidence() {
        auto* list = window_->lists().fragmentation()->paths();
        window_->lists().showList(list);
        const QModelIndex row = list->view()->model()->index(0, 0);
        QTest::mouseClick(list->view()->viewport(), Qt::LeftButton, {},
                          list->view()->visualRect(row).center());
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.orders:Order");
        QVERIFY(window_->symbols().isVisible());
        QVERIFY(window_->symbols().facts().contains("2 of 5 files"));
        QCOMPARE(
            statements(),
            "shop/__init__.py:1 | from .orders import Order | ✓\n"
            "shop/cart.py:1 | from shop import Order | from shop.orders import Order\n"
            "shop/web.py:1 | from shop import Order as O | from shop.orders import Order as O\n"
            "tests/test_a.py:1 | from shop.orders import Order | ✓\n"
            "tests/test_b.py:1 | from shop import Order, Order as Again | from shop.orders import Order, "
            "Order as Again\n");
        QCOMPARE(window_->selection().selected().symbol, "Order");
        window_->selection().setSelected({"shop.web", {}, false});
        QTRY_VERIFY(!window_->symbols().isVisible());
        window_->selection().back();
        QTRY_VERIFY(window_->symbols().isVisible());
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.orders:Order");
    }
    void listOfNamesWithSeveralDefinitions() {
        ui::SameNameModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        window_->setSnapshot(project("== late.py\nfrom shop.old import make\n"));
        QTRY_VERIFY(window_->symbolDesk().spreads());
        model.setSpreads(window_->symbolDesk().spreads());
        QCOMPARE(test::rows(model), "make | 2 | 2 | 1\n"
                                    "  shop.old:make |  | 1\n  shop.orders:make |  | 1\n");
        QVERIFY(model.index(1, 0, model.index(0, 0))
                    .data(Qt::ToolTipRole)
                    .toString()
                    .endsWith("shop/orders.py:2"));
        model.setSpreads(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void aDefinitionOfManyIsTheEvidence() {
        ui::FragmentationLists* lists = window_->lists().fragmentation();
        QCOMPARE(lists->tabText(1), "Same name (1)");
        auto* command = window_->findChild<ui::Commands*>()->toSameNames;
        QVERIFY(command->isEnabled());
        command->trigger();
        QTreeView* view = lists->sameNames()->view();
        QVERIFY(lists->sameNames()->isVisible() && view->hasFocus());
        QTest::keyClick(view, Qt::Key_Return); // the one that most import
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.orders:make");
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.old:make");
        window_->openingFolder("/elsewhere");
        QCOMPARE(lists->tabText(1), "Same name");
        QCOMPARE(lists->sameNames()->view()->model()->rowCount(), 0);
    }
    void aClickInThePictureListsItsStatements() {
        choose("shop.orders", "Order");
        ui::SymbolPicture& picture = *window_->symbols().picture();
        QCOMPARE(picture.accessibleDescription(),
                 "shop → shop.orders: 1 statement; production → shop: 2 statements; tests → shop.orders: 1 "
                 "statement; tests → shop: 1 statement");
        int shop = -1;
        for (std::size_t i = 0; i < picture.drawing().boxes.size(); ++i)
            if (picture.drawing().boxes[i].key == "shop")
                shop = static_cast<int>(i);
        QTest::mouseClick(&picture, Qt::LeftButton, {}, picture.placeOfBox(shop).center().toPoint());
        QCOMPARE(window_->symbols().listed(), "shop");
        QCOMPARE(statements().count('\n'), 4); // three lead to it, one of its own leads on
        picture.setFocus();
        QTest::keyClick(&picture, Qt::Key_Down);
        QCOMPARE(window_->symbols().listed(), "shop → shop.orders: 1 statement");
        QCOMPARE(statements(), "shop/__init__.py:1 | from .orders import Order | ✓\n");
        QTest::keyClick(&picture, Qt::Key_Up);
        QCOMPARE(window_->symbols().listed(), "tests → shop: 1 statement");
        // A new index of the same: what was chosen as a box stays so.
        QTest::mouseClick(&picture, Qt::LeftButton, {}, picture.placeOfBox(shop).center().toPoint());
        window_->setSnapshot(project("== more.py\nfrom shop import Order\n"));
        QTRY_COMPARE(statements().count('\n'), 5);
        QTest::keyClick(&picture, Qt::Key_Escape);
        QCOMPARE(statements().count('\n'), 6);
    }
    void aPathOfTheListIsShownInThePicture() {
        choose("shop.orders", "Order", "shop:Order");
        QCOMPARE(window_->symbols().listed(), "shop");
        choose("shop.orders", "Order", "shop.orders:Order");
        QVERIFY(window_->symbols().listed().startsWith("shop.orders"));
    }
    void requiredImportsAreCopied() {
        choose("shop.orders", "Order");
        QTreeView* view = window_->symbols().statements()->view();
        view->selectAll();
        window_->symbols().copyRequired->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 "from shop.orders import Order\nfrom shop.orders import Order as O\n"
                 "from shop.orders import Order, Order as Again\n");
        view->setCurrentIndex(view->model()->index(2, 0));
        QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "from shop.orders import Order as O\n");
        view->selectionModel()->clear();
        QCOMPARE(window_->symbols().requiredImports(), "from shop.orders import Order\n");
    }
    void markdownForAnIssue() {
        choose("shop.orders", "Order");
        const QString text = window_->symbols().markdown();
        QVERIFY2(text.contains("**class or function shop.orders:Order**"), qPrintable(text));
        QVERIFY2(text.contains("- `shop:Order`: 3 statements: 2 production, 1 tests"), qPrintable(text));
        QVERIFY2(text.contains("- `shop/web.py:1` `from shop import Order as O` → `from shop.orders import "
                               "Order as O`\n"),
                 qPrintable(text));
        QVERIFY2(text.contains("- `tests/test_a.py:1` `from shop.orders import Order`\n"), qPrintable(text));
    }
    void whatIsCalledTheSameIsNear() {
        choose("shop.orders", "make");
        QCOMPARE(test::rows(*window_->symbols().namesakes()->view()->model()),
                 "shop.old:make | class or function | 0\n");
        auto* list = window_->symbols().namesakes();
        emit list->activated(list->toModel(list->view()->model()->index(0, 0)));
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.old:make");
        QVERIFY(window_->symbols().facts().contains("No statement imports it by name."));
    }
    void aSymbolThatIsGoneSaysSo() {
        choose("shop.orders", "make");
        facts::ProjectFacts changed =
            test::projectFromText("== shop/__init__.py\n== shop/orders.py\nx = 1\n");
        window_->setSnapshot(graph::buildSnapshot(std::move(changed), {}));
        QTRY_COMPARE(window_->symbols().title(), "there is no 'make' in shop.orders");
        QVERIFY(!window_->symbols().copyRequired->isEnabled());
    }
    void deprecatedSymbolsShowWhoImportsThem() {
        open(project("== dep.py\nimport warnings\ndef gone():\n    warnings.warn('no', DeprecationWarning)\n"
                     "def fine(): pass\n== a.py\nfrom dep import gone\n== b.py\nfrom dep import fine\n"));
        emit window_->lists().symbolActivated("dep", "gone");
        QTRY_COMPARE(statements(), "a.py:1 | from dep import gone | ✓\n");
    }
    void noEvidenceOfWhatIsNotAskedForAnyMore() {
        emit window_->lists().symbolChosen("shop.orders", "Order", {});
        window_->selection().setSelected({"shop.web", {}, false});
        QTest::qWait(300);
        QVERIFY(!window_->symbols().isVisible());
        QVERIFY(!window_->symbols().copyRequired->isEnabled());
    }
};

QTEST_MAIN(SymbolPanelTest)
#include "symbol_panel_test.moc"
