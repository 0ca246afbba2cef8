// A tracker in the window: asked about, shown, and what its claims are about.
#include "ui/models/roles.h"
#include "ui/models/rows.h"
#include "ui/panels/lists_panel.h"
#include "ui/queries.h"
#include "ui/shop_window.h"
#include "ui/source/source_panel.h"
#include "ui/trackers/tracker_answers_text.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>

using namespace espalier;

class TrackerWindowTest : public QObject, test::ShopWindow {
    Q_OBJECT

    std::unique_ptr<QSignalSpy> asked_;

    [[nodiscard]] ui::TrackerPanel& panel() const { return *window_->lists().tracker(); }
    [[nodiscard]] QString rows() const { return test::rows(*panel().list()->view()->model()); }
    [[nodiscard]] QString selected() const {
        const ui::Selected& s = window_->selection().selected();
        return QString::fromStdString(s.target.empty() ? s.module : s.module + " > " + s.target);
    }
    [[nodiscard]] quint64 job() const { return asked_->last()[0].toULongLong(); }
    [[nodiscard]] QString question() const { return asked_->last()[1].toStringList().join(' '); }
    void openTracker() {
        window_->openTracker("/docs/t.md");
        window_->queries().answer(job(), test::kTrackerAnswer);
        QTRY_VERIFY(!panel().desk().checking());
    }
    void choose(int top, int detail = -1) {
        QTreeView* view = panel().list()->view();
        QModelIndex row = view->model()->index(top, 0);
        view->expand(row);
        if (detail >= 0)
            row = view->model()->index(detail, 0, row);
        view->scrollTo(row);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        asked_ = std::make_unique<QSignalSpy>(&window_->queries(), &ui::Queries::requested);
        openShop();
    }
    void cleanup() { window_.reset(); }

    void isCheckedByTheProgram() {
        window_->openTracker("/docs/t.md");
        QCOMPARE(question(), "verify --format json --progress json /docs/t.md");
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().words(), "Checking the claims …");
        window_->queries().showProgress(job(), 1, 4);
        QCOMPARE(panel().words(), "Checked: 1 of 4 claims");
        window_->queries().answer(job(), test::kTrackerAnswer);
        QTRY_COMPARE(panel().list()->view()->model()->rowCount(), 4);
        QVERIFY(panel().words().startsWith("Then, in 3fcb7e3793: 3 true"));
        const ui::ListTabs& tabs = *window_->lists().tabs();
        QCOMPARE(tabs.tabText(tabs.indexOf(&panel())), "Tracker (3)");
    }
    void anotherCommit() {
        openTracker();
        panel().about()->setText(" v1.4 ");
        QTest::keyClick(panel().about(), Qt::Key_Return);
        QCOMPARE(question(), "verify --format json --progress json --at=v1.4 /docs/t.md");
        QVERIFY(rows().contains("moved to line 25")); // until there is another answer
        window_->queries().fail(job(), {"no such commit", {}, {}});
        QCOMPARE(panel().words(), "no such commit");
        QVERIFY(rows().isEmpty());
        panel().again->trigger();
        QVERIFY(question().contains("--at=v1.4"));
    }
    void whatCannotBeRead() {
        window_->openTracker("/docs/t.md");
        window_->queries().answer(job(), "{}");
        QTRY_COMPARE(panel().words(), "The answer is too large, or none that can be read.");
    }
    void closingEndsTheQuestion() {
        const QSignalSpy dropped(&window_->queries(), &ui::Queries::dropped);
        window_->openTracker("/docs/t.md");
        panel().close->trigger();
        QCOMPARE(dropped.size(), 1);
        QVERIFY(panel().words().isEmpty() && !panel().close->isEnabled());
        openTracker();
        window_->openingFolder("/elsewhere");
        QVERIFY(rows().isEmpty() && panel().desk().file().isEmpty() && !panel().openFile->isEnabled());
    }
    void claimsAreShownOnTheMap() {
        openTracker();
        choose(0); // the statement of its line
        QTRY_COMPARE(selected(), "shop.orders > shop.stock");
        choose(1);
        QTRY_COMPARE(selected(), "shop.web.checkout > shop.old_orders");
        QTRY_VERIFY(drawn("shop.web.checkout"));
        choose(2); // the name in its text
        QTRY_COMPARE(selected(), "shop.prices");
        choose(3); // nothing that has a name
        QCOMPARE(selected(), "shop.prices");
        choose(0, 0);
        QTRY_COMPARE(selected(), "shop.orders > shop.stock");
    }
    void placesOpenInSource() {
        openTracker();
        choose(1, 0);
        QTest::keyClick(panel().list()->view(), Qt::Key_Return);
        QCOMPARE(window_->source().path(), "shop/web/checkout.py");
    }
    void onlyWhatIsNotTrue() {
        openTracker();
        panel().onlyUntrue->trigger();
        QCOMPARE(panel().list()->view()->model()->rowCount(), 3);
        panel().list()->filter()->setText("checkout"); // evidence counts, too
        QTRY_COMPARE(panel().list()->view()->model()->rowCount(), 1);
        panel().copy->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("### t.md\n"));
        QVERIFY(!QGuiApplication::clipboard()->text().contains("is fine"));
    }
    void sortsByVerdict() {
        openTracker();
        panel().list()->view()->sortByColumn(1, Qt::AscendingOrder);
        QVERIFY(rows().startsWith("5: "));
        panel().list()->view()->sortByColumn(0, Qt::AscendingOrder);
        QVERIFY(rows().startsWith("3: "));
    }
    void evidenceHasTheWholeWidth() {
        openTracker();
        const QTreeView* view = panel().list()->view();
        QTRY_VERIFY(view->isFirstColumnSpanned(0, view->model()->index(0, 0)));
        panel().list()->filter()->setText("orders");
        QTRY_COMPARE(view->model()->rowCount(), 2);
        panel().list()->filter()->clear();
        QTRY_COMPARE(view->model()->rowCount(), 4);
        QTRY_VERIFY(view->isFirstColumnSpanned(0, view->model()->index(3, 0)));
    }
    void aFileIsDropped() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile("/docs/Dropped.MD")});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window_.get(), &drop);
        QVERIFY(!asked_->isEmpty());
        QVERIFY(question().endsWith("/docs/Dropped.MD"));
    }
};

QTEST_MAIN(TrackerWindowTest)
#include "tracker_window_test.moc"
