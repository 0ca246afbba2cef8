// What one may ask of a module: its symbols, its tests, whether it can go.
#include "ui/models/rows.h"
#include "ui/panels/evidence_panel.h"
#include "ui/panels/module_questions.h"
#include "ui/shop_window.h"
#include "ui/symbols/symbol_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>

using namespace espalier;

namespace {

constexpr const char* kProject =
    "== shop/__init__.py\nfrom .orders import Order\n"
    "== shop/orders.py\nclass Order: pass\ndef make(): pass\nMOST = 3\nleast = 1\n"
    "== shop/web.py\nfrom shop import Order\nfrom shop.orders import MOST\n"
    "def f():\n    import shop.lone\n"
    "== shop/lone.py\n"
    "== shop/alone.py\nimport shop.lone\n"
    "== tests/test_a.py\nimport shop.web\n"
    "== tests/test_b.py\nfrom unittest.mock import patch\nimport tests.test_a\n"
    "patch('shop.orders.Order')\n"
    "== loads.py\nimport importlib\nimportlib.import_module(name)\n";

QString lines(const ui::Answer& answer) {
    QString out = answer.verdict + u'\n';
    for (const ui::TextRow& row : answer.rows)
        out += row.cells.join(QStringLiteral(" | ")) + u'\n';
    return out;
}

} // namespace

class ModuleQuestionsTest : public QObject, test::ShopWindow {
    Q_OBJECT

    [[nodiscard]] QString answered() const {
        return test::rows(*window_->evidence().list()->view()->model());
    }
    void select(const char* module) {
        window_->selection().setSelected({module, {}, false});
        QTRY_VERIFY(!window_->selection().pending());
    }

private slots:
    void initTestCase() {
        useOwnSettings();
        graph::Config config;
        config.entryPoints.push_back({"pyproject.toml", 9, "shop", "shop.orders", "Order.run"});
        snapshot_ = graph::buildSnapshot(test::projectFromText(kProject), config);
    }

    void tests() {
        QCOMPARE(lines(ui::testsAnswer(*snapshot_, id("shop.lone"))),
                 "2 test modules reach it by imports.\ntests.test_a | 2\ntests.test_b | 3\n");
        QCOMPARE(lines(ui::testsAnswer(*snapshot_, id("shop.alone"))), "No test reaches it by imports.\n");
    }
    void untested() {
        QCOMPARE(lines(ui::untestedAnswer(*snapshot_, id("shop"))),
                 "No test reaches 1 production module in it.\nshop.alone | 1\n");
        QCOMPARE(lines(ui::untestedAnswer(*snapshot_, id("tests"))),
                 "Tests reach every production module in it.\n");
    }
    void deletion() {
        const QString text = lines(ui::deletionAnswer(*snapshot_, id("shop.orders")));
        QVERIFY2(
            text.startsWith("In the way: 2 statements that import it, 1 string that names it, 1 entry "
                            "point. 1 import of a computed name may mean it.\n"
                            "shop/__init__.py:1 | imports it, at import time | from .orders import Order\n"
                            "shop/web.py:2 | imports it, at import time | from shop.orders import MOST\n"
                            "tests/test_b.py:3 | names it in a string | "),
            qPrintable(text));
        QVERIFY2(text.contains("\npyproject.toml:9 | entry point | shop = shop.orders:Order.run\n"),
                 qPrintable(text));
        QVERIFY2(text.contains("loads.py:2 | may name it | the module name is computed"), qPrintable(text));
        QVERIFY(ui::deletionAnswer(*snapshot_, id("shop.alone"))
                    .verdict.startsWith("Nothing outside of it imports or names it."));
    }
    void asMarkdown() {
        const QString text = ui::testsAnswer(*snapshot_, id("shop.lone")).markdown();
        QCOMPARE(text, "2 test modules reach it by imports.\n\n- `tests.test_a` 2\n- `tests.test_b` 3\n");
    }
    void inTheDock() {
        newWindow();
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->map().scene() && !window_->map().busy());
        select("shop.orders");
        QVERIFY(window_->evidence().askSymbols->isEnabled());
        window_->evidence().askSymbols->trigger();
        QTRY_COMPARE(answered(), "Order | class or function | 2 | 2 | 50.0 %\n"
                                 "make | class or function | 0 | 0\n"
                                 "MOST | value | 1 | 1 | 100 %\n");
        QVERIFY(window_->evidence().facts().endsWith("3 symbols, 2 of them imported by name") ||
                window_->evidence().facts().contains("3 symbols, 2 imported by name"));
        // The question stays asked of what is selected next; a list of statements is one click away.
        select("shop.lone");
        QTRY_VERIFY(window_->evidence().facts().contains("0 symbols"));
        window_->evidence().askTests->trigger();
        QTRY_COMPARE(answered(), "tests.test_a | 2\ntests.test_b | 3\n");
        ui::ListPanel* list = window_->evidence().list();
        emit list->activated(list->toModel(list->view()->model()->index(1, 0)));
        QTRY_COMPARE(window_->selection().selected().module, "tests.test_b");
        QTRY_COMPARE(answered(), "");
        select("shop.orders");
        window_->evidence().askDeletion->trigger();
        QTRY_VERIFY(answered().contains("names it in a string"));
        window_->selection().setSelected({});
        QTRY_VERIFY(!window_->evidence().askTests->isEnabled());
        QCOMPARE(answered(), "");
        window_.reset();
    }
    void fromAModuleToASymbolAndBack() {
        newWindow();
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->map().scene() && !window_->map().busy());
        select("shop.orders");
        window_->evidence().askSymbols->trigger();
        QTRY_VERIFY(answered().startsWith("Order"));
        ui::ListPanel* list = window_->evidence().list();
        emit list->activated(list->toModel(list->view()->model()->index(0, 0)));
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.orders:Order");
        QVERIFY(window_->symbols().isVisible());
        window_->evidence().askTests->trigger(); // of its module
        QTRY_COMPARE(answered(), "tests.test_a | 2\ntests.test_b | 3\n");
        QTRY_VERIFY(window_->selection().selected().symbol.empty() && window_->evidence().isVisible());
        window_.reset();
    }
};

QTEST_MAIN(ModuleQuestionsTest)
#include "module_questions_test.moc"
