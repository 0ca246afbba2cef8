#include "ui/campaigns/campaign_text.h"
#include "ui/campaigns/trend_chart.h"
#include "ui/focus/focus_view.h"
#include "ui/history/history_panel.h"
#include "ui/history/line_text.h"
#include "ui/matrix/matrix_view.h"
#include "ui/panels/lists_panel.h"
#include "ui/path/path_view.h"
#include "ui/plans/plan_desk.h"
#include "ui/shop_window.h"
#include "ui/window/bookmarks.h"
#include "ui/window/edit_actions.h"
#include "ui/window/help.h"
#include "ui/window/palette_commands.h"
#include "ui/window/views.h"

#include <QApplication>
#include <QMenuBar>
#include <QRegularExpression>
#include <QShortcut>
#include <QTextBrowser>
#include <QTextDocument>

using namespace espalier;

class HelpTest : public QObject, test::ShopWindow {
    Q_OBJECT

    QString page() const { return ui::helpPage(*window_->menuBar()); }
    // What a reader sees, without line breaks.
    QString read() const {
        QTextDocument document;
        document.setHtml(page());
        return document.toPlainText().simplified();
    }
    // The keys that the prose between two titles names.
    QStringList keysBetween(const QString& title, const QString& next) const {
        const QString text = page();
        const qsizetype begin = text.indexOf("<h2>" + title), end = text.indexOf("<h2>" + next);
        static const QRegularExpression key("<kbd>(.+?)</kbd>");
        QStringList keys;
        for (auto i = key.globalMatch(text.mid(begin, end - begin)); i.hasNext();)
            keys << i.next().captured(1);
        return keys;
    }
    static bool takes(QWidget& widget, const QString& key) {
        const QKeyCombination keys = QKeySequence(key)[0];
        QKeyEvent event(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
        QApplication::sendEvent(&widget, &event);
        return event.isAccepted();
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void everyCommandIsToldWithAllItsKeys() {
        const QString text = read();
        int told = 0;
        for (const QAction* menu : window_->menuBar()->actions()) {
            QVERIFY2(text.contains(ui::plainText(*menu)), qPrintable(menu->text()));
            for (const ui::PaletteCommand& c : ui::commandsOf(menu->menu()->actions())) {
                QVERIFY2(text.contains(c.plain), qPrintable(c.plain));
                QStringList keys;
                for (const QKeySequence& k : c.action->shortcuts())
                    keys << k.toString(QKeySequence::NativeText);
                const QString line = keys.join(", ") + ' ' + c.plain;
                QVERIFY2(keys.empty() || text.contains(line), qPrintable(line));
                ++told;
            }
        }
        QVERIFY(told > 40);
    }
    // What a menu holds or says at the moment is no part of the help.
    void theStateOfTheWindowDoesNotShow() {
        const QString before = page();
        window_->bookmarks().set({"shop.web.checkout"});
        window_->setRecentFolders({"/src/other"});
        window_->selection().setSelected({"shop.orders", {}, false});
        QTRY_VERIFY(!window_->selection().pending());
        window_->bookmarks().toggle->trigger();
        window_->edit().hide->trigger();
        QTRY_VERIFY(window_->edit().undo->text().contains("shop.orders"));
        QCOMPARE(page(), before);
    }
    // The keys of the prose are those that no command has: they work, and are told nowhere else.
    void theKeysOfThePicturesWork() {
        const QStringList map = keysBetween("The map", "Matrix"), others = keysBetween("Matrix", "History");
        QVERIFY(map.size() > 7 && others.size() > 10);
        for (const QString& key : map)
            QVERIFY2(takes(window_->map(), key), qPrintable(key));
        QVERIFY(!takes(window_->map(), "Q"));
        QSet<QString> shortcuts;
        for (const auto* s : window_->views().focus().findChildren<QShortcut*>())
            shortcuts << s->key().toString();
        window_->views().shows()[1]->trigger();
        ui::MatrixView& matrix = window_->views().matrix();
        QTRY_VERIFY(matrix.grid().scene());
        for (const QString& key : others)
            QVERIFY2(shortcuts.contains(key) || takes(matrix.grid(), key), qPrintable(key));
        QSet<QString> ofCommands;
        for (const ui::PaletteCommand& c : ui::commandsOf(window_->menuBar()->actions()))
            for (const QKeySequence& k : c.action->shortcuts())
                ofCommands << k.toString();
        for (const QString& key : map)
            QVERIFY2(!ofCommands.contains(key), qPrintable(key));
    }
    void theKeysOfTheCommitStripWork() {
        const QStringList keys = keysBetween("History", "Trend");
        QVERIFY(keys.size() > 7);
        ui::CommitStrip& strip = *window_->historyPanel().strip();
        QVERIFY(!takes(strip, keys.front())); // there is nothing on it
        window_->history().setLine(test::commitLine("0 1 2"));
        window_->history().moveCursor(0);
        for (const QString& key : keys)
            QVERIFY2(takes(strip, key), qPrintable(key));
        QVERIFY(!takes(strip, "Q"));
    }
    void theKeysOfTheTrendWork() {
        const QStringList keys = keysBetween("Trend", "Cycles");
        QVERIFY(keys.size() > 6);
        ui::TrendChart chart;
        QVERIFY(!takes(chart, keys.front())); // there is nothing on it
        chart.set(ui::trendData(*test::smallCampaign(), 0, ui::TrendMeasure::Files));
        for (const QString& key : keys)
            QVERIFY2(takes(chart, key), qPrintable(key));
        QVERIFY(!takes(chart, "Q"));
    }
    void theKeysOfAPlanWork() {
        const QStringList keys = keysBetween("Cycles", "Trackers");
        QVERIFY(keys.size() > 1);
        window_->plans().add({graph::CutEdge{"shop.web.checkout", "shop.orders"}});
        QTreeView& plan = *window_->lists().plan()->list()->view();
        QTRY_VERIFY(plan.model()->rowCount() == 1);
        plan.setCurrentIndex(plan.model()->index(0, 0));
        for (const QString& key : keys)
            QVERIFY2(takes(plan, key), qPrintable(key));
    }
    void lettersWorkInEveryPictureAndNowhereElse() {
        const ui::EditActions& edit = window_->edit();
        ui::ViewState state = window_->selection().state();
        state.selected = {"shop.orders", {}, false};
        state.pathFrom = "shop.web.checkout";
        state.pathTo = "shop.orders";
        window_->selection().set(state);
        for (qsizetype view = 0; view < 4; ++view) {
            window_->views().shows()[view]->trigger();
            QTRY_VERIFY(!window_->selection().pending() && edit.hide->isEnabled());
            if (view == 3) { // rather than the names to be typed
                QTRY_VERIFY(window_->views().path().picture().isVisible());
                window_->views().path().picture().setFocus();
            }
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
            QTRY_COMPARE(window_->selection().view().hidden, std::set<std::string>{"shop.orders"});
            window_->selection().undo();
            window_->selection().setSelected({"shop.orders", {}, false});
            QTRY_VERIFY(window_->selection().view().hidden.empty());
        }
    }
    void f1ShowsIt() {
        QTest::keyClick(window_.get(), Qt::Key_F1);
        const auto* shown = window_->findChild<QTextBrowser*>();
        QVERIFY(shown && shown->isVisible());
        QCOMPARE(shown->toPlainText().simplified(), read());
    }
};

QTEST_MAIN(HelpTest)
#include "help_test.moc"
