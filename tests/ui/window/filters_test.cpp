#include "ui/shop_window.h"
#include "ui/window/edit_actions.h"
#include "ui/window/filter_actions.h"
#include "ui/window/filter_chips.h"
#include "ui/window/filter_panel.h"

#include <QToolButton>

using namespace espalier;

class FiltersTest : public QObject, test::ShopWindow {
    Q_OBJECT
private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void everyFilterHasAChipThatTakesItAway() {
        using V = graph::ViewSpec;
        const std::pair<const char*, void (*)(V&)> filters[] = {
            {"only 2 modules",
             [](V& v) {
                 v.only = {"shop.orders", "shop.stock"};
             }},
            {"only in shop.web", [](V& v) { v.below = "shop.web"; }},
            {"names with “ord*”", [](V& v) { v.pattern = "ord*"; }},
            {"only deprecated and who imports it", [](V& v) { v.deprecatedOnly = true; }},
            {"only tangles", [](V& v) { v.tanglesOnly = true; }},
            {"imports: at import time, deferred",
             [](V& v) { v.filter.kinds.add(graph::EdgeKind::Deferred); }},
            {"no imports count", [](V& v) { v.filter.kinds = {}; }},
            {"parent packages count", [](V& v) { v.filter.implicitParents = true; }},
            {"strings count", [](V& v) { v.filter.strings = true; }},
            {"without tests", [](V& v) { v.tests = false; }},
            {"without ghosts", [](V& v) { v.ghosts = false; }},
            {"with outside packages", [](V& v) { v.externals = true; }},
            {"without shop.web", [](V& v) { v.hidden = {"shop.web"}; }},
            {"2 hidden",
             [](V& v) {
                 v.hidden = {"shop.web", "tests"};
             }},
            {"direct lines only", [](V& v) { v.directOnly = true; }},
            {"lines bundled", [](V& v) { v.bundled = true; }},
            {"size: lines of code", [](V& v) { v.size = graph::Metric::Lines; }},
            {"tint: instability", [](V& v) { v.tint = graph::Metric::Instability; }},
        };
        const V plain = window_->selection().view();
        for (const auto& [text, set] : filters) {
            V view = plain;
            set(view);
            window_->selection().setView(view);
            QTRY_COMPARE(window_->chips().texts(), QStringList({text}));
            QVERIFY(window_->chips().isVisible());
            auto* button = window_->chips().findChild<QToolButton*>();
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            QTRY_VERIFY2(window_->selection().view() == plain, text);
            QTRY_VERIFY(window_->chips().isHidden());
        }
    }
    void allAreClearedAtOnceAndComeBackByUndo() {
        auto view = window_->selection().view();
        const auto plain = view;
        view.tests = false;
        view.pattern = "shop";
        view.tint = graph::Metric::FanIn;
        window_->selection().setView(view);
        QTRY_COMPARE(window_->chips().texts().size(), 3);
        window_->chips().clearAll();
        QTRY_VERIFY(window_->chips().isHidden());
        QVERIFY(window_->selection().view() == plain);
        window_->edit().undo->trigger();
        QTRY_COMPARE(window_->chips().texts().size(), 3);
    }
    void thePanelWorksAsOneTypes() {
        QTest::keyClick(window_.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        ui::FilterPanel& panel = window_->filterPanel();
        QVERIFY(panel.isVisible());
        QTest::keyClicks(panel.pattern(), "order");
        QVERIFY(window_->selection().view().pattern.empty()); // waits for a pause
        QTRY_COMPARE(window_->selection().view().pattern, "order");
        QTest::keyClicks(panel.below(), "shop.we");
        QVERIFY(window_->selection().view().below == "shop"); // the only name of a package until here
        QTest::keyClicks(panel.below(), "b");
        QCOMPARE(window_->selection().view().below, "shop.web");
        QTRY_COMPARE(window_->chips().texts().size(), 2);
        window_->chips().clearAll();
        QTRY_VERIFY(panel.pattern()->text().isEmpty() && panel.below()->text().isEmpty());
        window_->filters().tests()->trigger();
        QTRY_COMPARE(window_->chips().texts(), QStringList({"without tests"}));
    }
};

QTEST_MAIN(FiltersTest)
#include "filters_test.moc"
