// Patches for what is imported from the wrong place: offered, asked for, shown, never applied.
#include "ui/models/rows.h"
#include "ui/panels/lists_panel.h"
#include "ui/queries.h"
#include "ui/shop_window.h"
#include "ui/symbols/patch_dialog.h"
#include "ui/symbols/patch_maker.h"
#include "ui/symbols/symbol_desk.h"
#include "ui/symbols/symbol_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QSignalSpy>

using namespace espalier;

namespace {

constexpr const char* kProject = "== shop/__init__.py\nfrom .orders import Order\n"
                                 "== shop/orders.py\nclass Order: pass\ndef make(): pass\ndef fine(): pass\n"
                                 "== shop/old.py\nfrom shop.orders import Order\n"
                                 "== shop/web.py\nfrom shop import Order\n"
                                 "== shop/cart.py\nfrom shop import Order\n"
                                 "== shop/bill.py\nfrom shop.old import Order\n"
                                 "== shop/list.py\nfrom shop.orders import make, fine\n";

graph::Config config() {
    graph::Config out;
    out.deprecated.push_back(
        {.module = "shop.old", .symbol = {}, .replacement = "shop.orders", .removal = {}});
    out.deprecated.push_back(
        {.module = "shop.orders", .symbol = "make", .replacement = "shop.web:Order", .removal = {}});
    out.deprecated.push_back({.module = "shop.cart", .symbol = {}, .replacement = "nowhere", .removal = {}});
    return out;
}

constexpr const char* kAnswer =
    R"({"schema": 1, "from": "shop.old", "to": "shop.orders", "names": 3, "batches": [
 {"package": "shop", "class": "production", "names": 1, "statements": 1, "before": 3, "after": 2, "files": [
  {"path": "a.py", "changed": [], "diff": "--- a/a.py\n+++ b/a.py\n"}]},
 {"package": "", "class": "tests", "names": 1, "statements": 1, "before": 2, "after": 1, "files": [
  {"path": "b.py", "changed": [], "diff": "?", "diff_base64": "LeQK"}]}],
 "left": [{"path": "shop/bill.py", "line": 4, "column": 1, "name": "Order", "reason": "a notebook"}]})";
const QByteArray kDifference = "# batch 1 of 2: shop (production), 3 -> 2 left\n--- a/a.py\n+++ b/a.py\n"
                               "# batch 2 of 2: . (tests), 2 -> 1 left\n-\xe4\n";

} // namespace

class PatchTest : public QObject, test::ShopWindow {
    Q_OBJECT

    [[nodiscard]] QString offered() const {
        const auto& paths = window_->patches().paths();
        return paths ? paths->from + QStringLiteral(" > ") + paths->to : QStringLiteral("nothing");
    }
    void select(const char* module, const char* symbol = "") {
        window_->selection().setSelected({module, {}, false, {}, symbol});
        QTRY_VERIFY(!window_->selection().pending());
        QTRY_VERIFY(*symbol == '\0' || window_->symbols().view());
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        snapshot_ = graph::buildSnapshot(test::projectFromText(kProject), config());
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->symbolDesk().spreads() && window_->findings());
    }
    void cleanup() { window_.reset(); }

    void read() {
        const ui::Patch patch = ui::readPatch(kAnswer);
        QCOMPARE(patch.difference, kDifference);
        QCOMPARE(patch.left.verdict, "2 of 3 names changed, in 2 batches. 1 left as they are.");
        QCOMPARE(patch.left.rows.size(), 1);
        QCOMPARE(patch.left.rows[0].cells, (QStringList{"shop/bill.py:4", "Order", "a notebook"}));
        QCOMPARE(ui::readPatch(R"({"names": 0, "batches": [], "left": []})").left.verdict,
                 "Nothing imports it.");
        QCOMPARE(ui::readPatch(R"({"names": 2, "batches": [], "left": []})").left.verdict,
                 "Nothing can be changed: 2 names left.");
    }
    void offeredForWhatIsDeprecated() {
        QCOMPARE(offered(), "nothing");
        QVERIFY(!window_->patches().make->isEnabled());
        select("shop.old");
        QTRY_COMPARE(offered(), "shop.old > shop.orders");
        QVERIFY(window_->patches().make->isEnabled());
        select("shop.cart"); // its replacement is no module
        QCOMPARE(offered(), "nothing");
        select("shop.web");
        QCOMPARE(offered(), "nothing");
        select("shop.orders", "make");
        QTRY_COMPARE(offered(), "shop.orders:make > shop.web:Order");
        select("shop.orders", "fine");
        QTRY_COMPARE(window_->symbols().title(), "class or function shop.orders:fine");
        QCOMPARE(offered(), "nothing");
    }
    void offeredFromAPathToTheCanonicalOne() {
        select("shop.orders", "Order");
        QTRY_COMPARE(window_->symbols().statements()->view()->model()->rowCount(), 5);
        QTreeView* view = window_->symbols().statements()->view();
        view->setCurrentIndex(view->model()->index(0, 0));     // shop/__init__.py, which is right
        QCOMPARE(offered(), "shop:Order > shop.orders:Order"); // of most statements
        for (int row = 0; row < view->model()->rowCount(); ++row)
            if (view->model()->index(row, 0).data().toString() == u"shop/bill.py:1")
                view->setCurrentIndex(view->model()->index(row, 0));
        QCOMPARE(offered(), "shop.old:Order > shop.orders:Order");
    }
    void shownAndSavedWhereAPersonSays() {
        select("shop.old");
        QTRY_VERIFY(window_->patches().make->isEnabled());
        QSignalSpy asked(&window_->queries(), &ui::Queries::requested);
        QSignalSpy dropped(&window_->queries(), &ui::Queries::dropped);
        QSignalSpy written(window_.get(), &ui::MainWindow::exportRequested);
        window_->patches().make->trigger();
        auto* dialog = window_->findChild<ui::PatchDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(asked.first().last().toStringList(),
                 (QStringList{"rewrite", "shop.old", "shop.orders", "--diff", "--format", "json"}));
        QVERIFY(!dialog->copyButton()->isEnabled() && !dialog->saveButton()->isEnabled());
        window_->queries().answer(asked.first().first().toULongLong(), kAnswer);
        QTRY_VERIFY(dialog->copyButton()->isEnabled());
        QVERIFY(dialog->text()->isReadOnly());
        QVERIFY(dialog->text()->toPlainText().startsWith("# batch 1 of 2: shop"));
        QCOMPARE(test::rows(*dialog->left()->view()->model()), "shop/bill.py:4 | Order | a notebook\n");
        dialog->copyButton()->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains("+++ b/a.py"));
        QCOMPARE(written.count(), 0);
        dialog->saveAs("/somewhere/old.patch");
        QCOMPARE(written.count(), 1);
        QCOMPARE(written.first()[0].toString(), "/somewhere/old.patch");
        QCOMPARE(written.first()[2].value<std::function<QByteArray()>>()(), kDifference);
        QPointer<ui::PatchDialog> gone(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!gone);
        QCOMPARE(dropped.count(), 0); // it was answered
    }
    void anErrorIsToldAndAClosedDialogDoesNotWait() {
        select("shop.old");
        QTRY_VERIFY(window_->patches().make->isEnabled());
        QSignalSpy asked(&window_->queries(), &ui::Queries::requested);
        QSignalSpy dropped(&window_->queries(), &ui::Queries::dropped);
        window_->patches().make->trigger();
        QPointer<ui::PatchDialog> dialog = window_->findChild<ui::PatchDialog*>();
        window_->queries().fail(asked.last().first().toULongLong(), {"no room", {}, {}});
        QCOMPARE(dialog->verdict(), "no room");
        QVERIFY(!dialog->saveButton()->isEnabled());
        dialog->close();
        QTRY_VERIFY(!dialog);
        window_->patches().make->trigger();
        dialog = window_->findChild<ui::PatchDialog*>();
        window_->patches().make->trigger(); // another one takes its place
        QVERIFY(!dialog);
        QCOMPARE(dropped.count(), 1);
        dialog = window_->findChild<ui::PatchDialog*>();
        window_->queries().answer(asked.last().first().toULongLong(),
                                  R"({"names": 1, "batches": [], "left": []})");
        QTRY_COMPARE(dialog->verdict(), "Nothing can be changed: 1 name left.");
        QVERIFY(!dialog->text()->isVisible() && !dialog->copyButton()->isEnabled());
        dialog->close();
        QTRY_VERIFY(!dialog);
        window_->patches().make->trigger();
        dialog = window_->findChild<ui::PatchDialog*>();
        dialog->close();
        QTRY_VERIFY(!dialog);
        QCOMPARE(dropped.count(), 2);
    }
};

QTEST_MAIN(PatchTest)
#include "patch_test.moc"
