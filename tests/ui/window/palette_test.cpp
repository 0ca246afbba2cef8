#include "ui/shop_window.h"
#include "ui/symbols/symbol_desk.h"
#include "ui/symbols/symbol_panel.h"
#include "ui/window/edit_actions.h"
#include "ui/window/find_bar.h"
#include "ui/window/palette_commands.h"
#include "ui/window/search_box.h"

#include <QAction>
#include <QMenuBar>

using namespace espalier;

class PaletteTest : public QObject, test::ShopWindow {
    Q_OBJECT

    QStringList offeredFor(const QString& text) {
        window_->search().clear();
        window_->search().setFocus();
        QTest::keyClicks(&window_->search(), text);
        return window_->search().offered();
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    // The palette is a keyboard way to whatever it lists.
    void everyActionIsInThePalette() {
        QList<QAction*> listed;
        QStringList texts;
        for (const ui::PaletteCommand& c : ui::commandsOf(window_->menuBar()->actions())) {
            listed << c.action;
            texts << c.text;
        }
        QVERIFY(listed.size() > 40);
        const QSet<QString> different(texts.begin(), texts.end());
        QCOMPARE(different.size(), texts.size());
        for (QAction* action : window_->findChildren<QAction*>()) {
            const bool menu = action->menu() != nullptr;
            if (menu || action->isSeparator() || !action->isVisible() || action->text().isEmpty())
                continue;
            QVERIFY2(listed.contains(action), qPrintable(action->text()));
        }
        for (const ui::PaletteCommand& c : ui::commandsOf(window_->menuBar()->actions()))
            if (c.action->isEnabled())
                QVERIFY2(offeredFor("> " + c.text).contains(c.text), qPrintable(c.text));
    }
    void noTwoActionsShareAKey() {
        QHash<QKeySequence, QString> taken;
        for (const ui::PaletteCommand& c : ui::commandsOf(window_->menuBar()->actions()))
            for (const QKeySequence& keys : c.action->shortcuts()) {
                QVERIFY2(!taken.contains(keys), qPrintable(c.text + " and " + taken.value(keys)));
                taken[keys] = c.text;
            }
    }
    void modulesAndCommandsAreFoundTogether() {
        const QStringList offered = offeredFor("sto");
        QCOMPARE(offered.value(0), "shop.stock");
        QCOMPARE(offeredFor("zoom in").value(0), "Map: Zoom in");
        QVERIFY(!offeredFor("> sto").contains("shop.stock"));
        QVERIFY(offeredFor("nosuchthing").isEmpty());
    }
    void symbolsComeAMomentLater() {
        QTRY_VERIFY(window_->symbolDesk().spreads());
        const QString make = "class or function shop.old_orders:make";
        QVERIFY(!offeredFor("make").contains(make));
        QTRY_COMPARE(window_->search().offered().value(0), make);
        QVERIFY(!offeredFor("> make").contains(make));
        QTest::qWait(100);
        QVERIFY(!window_->search().offered().contains(make));
        offeredFor("old_orders:mk");
        QTRY_COMPARE(window_->search().offered().value(0), make);
        QTest::keyClick(&window_->search(), Qt::Key_Return);
        QTRY_COMPARE(window_->selection().selected().symbol, "make");
        QVERIFY(drawn("shop.old_orders"));
        QTRY_VERIFY(window_->symbols().title() == make && window_->symbols().isVisible());
    }
    void whatOneHasMovedToStaysWhenSymbolsCome() {
        QTRY_VERIFY(window_->symbolDesk().spreads());
        window_->search().setFocus();
        offeredFor("shop");
        QTest::keyClick(&window_->search(), Qt::Key_Down);
        const QString second = window_->search().offered().value(1);
        const std::vector<graph::SymbolHit> hits{
            {1'000'000, {id("shop.old_orders"), "make", graph::SymbolKind::Function, 3}}};
        window_->search().showSymbols("shop", hits);
        QCOMPARE(window_->search().offered().value(0), "function shop.old_orders:make");
        QTest::keyClick(&window_->search(), Qt::Key_Return);
        QTRY_COMPARE(QString::fromStdString(window_->selection().selected().module), second);
    }
    void commandsRun() {
        offeredFor("hide tests");
        window_->selection().setSelected({"shop.web", {}, false});
        QTRY_VERIFY(window_->edit().hide->isEnabled());
        QCOMPARE(offeredFor("hide what").value(0), "Edit: Hide what is selected");
        QTest::keyClick(&window_->search(), Qt::Key_Return);
        QTRY_VERIFY(!drawn("shop.web"));
        QVERIFY(window_->search().text().isEmpty());
    }
    void whatWasTakenIsOfferedFirst() {
        offeredFor("chkout");
        QTest::keyClick(&window_->search(), Qt::Key_Return);
        offeredFor("whole picture");
        QTest::keyClick(&window_->search(), Qt::Key_Return);
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(window_->search().offered(), QStringList({"Map: Whole picture", "shop.web.checkout"}));
    }
    void findGoesFromMatchToMatch() {
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier);
        ui::FindBar& find = window_->find();
        QVERIFY(find.isVisible());
        QTest::keyClicks(find.input(), "ORDERS");
        std::vector<std::string> found = find.matches();
        std::ranges::sort(found);
        QCOMPARE(found, (std::vector<std::string>{"shop.old_orders", "shop.orders"}));
        QCOMPARE(find.status(), "2 matches");
        for (const char* status : {"1 of 2", "2 of 2", "1 of 2"}) {
            QTest::keyClick(window_.get(), Qt::Key_F3);
            QTRY_COMPARE(find.status(), status);
        }
        QTest::keyClick(window_.get(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(find.status(), "2 of 2");
        QCOMPARE(window_->selection().selected().module, find.matches()[1]);
        find.all->trigger();
        QTRY_COMPARE(window_->selection().selected().modules(), find.matches());
        const QImage ringed = window_->map().grab().toImage();
        QTest::keyClick(find.input(), Qt::Key_Escape);
        QVERIFY(!find.isVisible() && find.matches().empty());
        QVERIFY2(window_->map().grab().toImage() != ringed, "the rings are gone");
    }
    void whatIsFoundComesIntoSight() {
        window_->map().actualSize();
        for (int i = 0; i < 12; ++i)
            window_->map().zoomBy(1.25);
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(window_->find().input(), "shop.");
        for (std::size_t i = 0; i < window_->find().matches().size(); ++i) {
            const double zoom = window_->map().camera().zoom;
            QTest::keyClick(window_.get(), Qt::Key_F3);
            const std::string name = window_->selection().selected().module;
            QVERIFY2(window_->map().rect().contains(*window_->map().placeOf(id(name.c_str()))), name.c_str());
            QCOMPARE(window_->map().camera().zoom, zoom);
        }
    }
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
