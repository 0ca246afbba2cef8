#include "ui/shop_window.h"
#include "ui/window/bookmarks.h"
#include "ui/window/edit_actions.h"
#include "ui/window/saved_views.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace espalier;
using ui::ProjectMemory;

class MemoryTest : public QObject, test::ShopWindow {
    Q_OBJECT

    // A new window on the same project, as the next session would open it.
    void reopen(const ProjectMemory& memory) {
        newWindow();
        window_->openingFolder("/src/shop");
        window_->setMemory(memory);
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->map().scene() && !window_->map().busy());
    }
    void select(const char* name) {
        window_->selection().setSelected({name, {}, false});
        QTRY_VERIFY(!window_->selection().pending());
    }
    static QStringList texts(const QMenu& menu) {
        QStringList out;
        for (const QAction* action : menu.actions())
            out << action->text();
        return out;
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void aReopenedProjectLooksTheSame() {
        select("shop.orders");
        window_->edit().setNote("shop.web", "ask Ada");
        auto view = window_->selection().view();
        view.moved["shop.orders"] = {300, 200};
        window_->selection().setView(view);
        QTRY_VERIFY(!window_->selection().pending() && !window_->map().busy());
        window_->map().zoomBy(1.5);
        window_->bookmarks().toggle->trigger();
        const ui::ViewState state = window_->selection().state();
        const ui::MapPlace place = window_->map().lookedAt();
        QVERIFY(!place.whole);
        const ProjectMemory kept = window_->memory();

        reopen(kept);
        QTRY_VERIFY(drawn("shop.orders"));
        QVERIFY(window_->selection().state() == state);
        QVERIFY(!window_->selection().canUndo() && !window_->selection().canGoBack());
        QCOMPARE(window_->bookmarks().modules(), std::vector<std::string>{"shop.orders"});
        const ui::MapPlace now = window_->map().lookedAt();
        QCOMPARE(now.zoom, place.zoom);
        QCOMPARE(now.box, place.box);
        QVERIFY(qAbs(now.within.x - place.within.x) < 1 && qAbs(now.within.y - place.within.y) < 1);
    }
    void aChangeIsToldOfSoonAndAtTheEnd() {
        QSignalSpy told(window_.get(), &ui::MainWindow::memoryChanged);
        select("shop.orders");
        window_->bookmarks().toggle->trigger();
        QVERIFY(told.isEmpty());
        QTRY_VERIFY(!told.isEmpty());
        const auto memory = told.back()[0].value<ProjectMemory>();
        QCOMPARE(memory.bookmarks, std::vector<std::string>{"shop.orders"});
        QVERIFY(memory.last->state.selected == window_->selection().selected());
        told.clear();
        window_->close();
        QCOMPARE(told.size(), 1);
    }
    // Before the first picture there is nothing to keep, and what was kept is not to be lost.
    void aProjectThatIsStillBeingReadTellsNothing() {
        QSignalSpy told(window_.get(), &ui::MainWindow::memoryChanged);
        window_->openingFolder("/src/other");
        QVERIFY(window_->bookmarks().modules().empty());
        window_->setMemory({{"a"}, {}, {}});
        window_->flushMemory();
        window_->close();
        QVERIFY(told.isEmpty());
    }
    void bookmarksLeadBackAndOutliveTheirModules() {
        ui::Bookmarks& marks = window_->bookmarks();
        select("shop.web.checkout");
        marks.toggle->trigger();
        QCOMPARE(marks.toggle->text(), "Take the &mark away");
        marks.set({"shop.web.checkout", "shop.never"});
        QCOMPARE(texts(*marks.menu()).mid(0, 2),
                 (QStringList{"shop.web.checkout", "shop.never (not there now)"}));
        QVERIFY(!marks.menu()->actions()[1]->isEnabled());
        select("shop");
        marks.menu()->actions()[0]->trigger();
        QTRY_VERIFY(drawn("shop.web.checkout"));
        QCOMPARE(window_->selection().selected().module, "shop.web.checkout");
        marks.forgetGone->trigger();
        QCOMPARE(marks.modules(), std::vector<std::string>{"shop.web.checkout"});
        marks.toggle->trigger();
        QVERIFY(marks.modules().empty());
    }
    void aSavedViewIsGoneBackTo() {
        ui::SavedViews& views = window_->savedViews();
        select("shop.orders");
        window_->edit().setNote("shop.web", "first");
        window_->map().zoomBy(2);
        views.add("Review & co");
        const ui::ViewState saved = window_->selection().state();
        const ui::MapPlace place = window_->map().lookedAt();
        window_->edit().setNote("shop.web", "second");
        window_->edit().hide->trigger();
        QTRY_VERIFY(!drawn("shop.orders"));
        window_->map().fit();

        QCOMPARE(texts(*views.menu())[0], "Review && co");
        views.menu()->actions()[0]->trigger();
        QTRY_VERIFY(drawn("shop.orders") && !window_->map().busy());
        ui::ViewState expected = saved;
        expected.view.notes["shop.web"] = "second"; // what was written since is not lost
        QVERIFY(window_->selection().state() == expected);
        QCOMPARE(window_->map().lookedAt().zoom, place.zoom);
        QVERIFY(window_->selection().canUndo());

        views.rename(0, "Other");
        QCOMPARE(texts(*views.menu())[0], "Other");
        views.add("Other");
        QCOMPARE(views.views().size(), std::size_t(1));
        views.remove(0);
        QVERIFY(views.views().empty() && !views.manage->isEnabled());
    }
    void aLinkLeadsToTheSameView() {
        select("shop.orders");
        window_->edit().setNote("shop.orders", "theirs");
        window_->edit().setNote("shop.web", "both");
        QTRY_VERIFY(!window_->selection().pending());
        window_->savedViews().copyLink->trigger();
        const auto view = ui::viewFromLink(QGuiApplication::clipboard()->text());
        QVERIFY(view && view->state == window_->selection().state());
        QVERIFY(!QString::fromUtf8(ui::toFile(*view)).contains("/src/shop")); // no path of this computer

        window_->selection().set({});
        window_->edit().setNote("shop.web", "mine");
        window_->openView(*view);
        QCOMPARE(window_->selection().selected().module, "shop.orders");
        const auto notes = window_->selection().view().notes;
        QCOMPARE(notes,
                 (std::map<std::string, std::string>{{"shop.orders", "theirs"}, {"shop.web", "mine"}}));
    }
    void aViewOfAnotherProjectIsShownAndThatIsSaid() {
        QSignalSpy told(&window_->savedViews(), &ui::SavedViews::told);
        ui::SavedView view = window_->savedViews().current("v");
        window_->openView(view);
        QVERIFY(told.isEmpty());
        view.project = "elsewhere";
        window_->openView(view);
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().contains("elsewhere"));
    }
    void aViewWaitsForItsProject() {
        ui::SavedView view = window_->savedViews().current("v");
        view.state.selected = {"shop.stock", {}, false};
        newWindow();
        window_->openingFolder("/src/shop");
        QSignalSpy told(&window_->savedViews(), &ui::SavedViews::told);
        window_->openView(view);
        window_->setSnapshot(snapshot_);
        QTRY_COMPARE(window_->selection().selected().module, "shop.stock");
        QVERIFY(told.isEmpty()); // it is no view of another project
    }
};

QTEST_MAIN(MemoryTest)
#include "memory_test.moc"
