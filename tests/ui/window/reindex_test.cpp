// A new index while one works: nothing that one looks at goes away, and nothing means another thing than it
// says.
#include "ui/matrix/matrix_view.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"
#include "ui/source/source_panel.h"
#include "ui/window/breadcrumb.h"
#include "ui/window/views.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>

using namespace espalier;

class ReindexTest : public QObject, test::ShopWindow {
    Q_OBJECT

    // The same modules and one more, so that all of them have other numbers.
    void indexAgain(const std::string& more = "== aaa.py\n") {
        snapshot_ = test::shop(more);
        window_->setSnapshot(snapshot_);
    }
    void waitForFindings() { QTRY_VERIFY(window_->findings() && window_->findings()->snapshot == snapshot_); }
    // The row of this text, in an open part of a list or not.
    static QModelIndex row(const QTreeView& view, const QString& text) {
        const QAbstractItemModel& model = *view.model();
        const QModelIndexList found =
            model.match(model.index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.empty() ? QModelIndex() : found.front();
    }
    void openSource(const QString& path, int line, int lines) {
        window_->openSource(path, line);
        QString text = QStringLiteral("import shop.stock\n");
        for (int i = 2; i <= lines; ++i)
            text += QStringLiteral("x = %1\n").arg(i);
        window_->showSource(path, text, {});
    }
    QScrollBar* sourceBar() { return window_->source().view()->verticalScrollBar(); }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() {
        newWindow();
        openShop();
    }
    void cleanup() { window_.reset(); }

    void whatIsOpenInTheListsStaysOpen() {
        QTreeView* packages = window_->lists().packages()->view();
        packages->expand(row(*packages, "shop"));
        packages->expand(row(*packages, "web"));
        packages->setCurrentIndex(row(*packages, "checkout"));
        ui::CyclesPanel* cycles = window_->lists().cycles();
        window_->showTangle(0);
        QVERIFY(cycles->showsTangle());
        indexAgain();
        QVERIFY(packages->isExpanded(row(*packages, "shop")));
        QVERIFY(packages->isExpanded(row(*packages, "web")));
        QCOMPARE(packages->currentIndex(), row(*packages, "checkout"));
        waitForFindings();
        QVERIFY(cycles->showsTangle());
        QCOMPARE(cycles->page().tangle(), 0);
        QTRY_COMPARE(cycles->page().cycle().size(), std::size_t{3});
        QVERIFY(!packages->isExpanded(row(*packages, "tests")));
    }
    void aTreeThatIsOpenAllOverStaysSo() {
        QTreeView* packages = window_->lists().packages()->view();
        packages->setFixedHeight(5 * packages->sizeHintForRow(0)); // so that one can scroll
        packages->expandAll();
        packages->collapse(row(*packages, "tests"));
        packages->setCurrentIndex(row(*packages, "checkout"));
        packages->scrollTo(row(*packages, "orders"), QAbstractItemView::PositionAtTop);
        const auto open = [packages] {
            QStringList out;
            for (QModelIndex at = packages->model()->index(0, 0); at.isValid(); at = packages->indexBelow(at))
                if (packages->isExpanded(at) && packages->model()->hasChildren(at))
                    out << at.data().toString();
            return out;
        };
        const QStringList before = open();
        QVERIFY(before.contains("web") && !before.contains("tests"));
        QCOMPARE(packages->indexAt({0, 0}).data().toString(), "orders");
        indexAgain();
        QCOMPARE(open(), before);
        QCOMPARE(packages->currentIndex(), row(*packages, "checkout"));
        QCOMPARE(packages->indexAt({0, 0}).data().toString(), "orders");
    }
    void aClosedPackageStaysClosedAroundTheCurrentRow() {
        QTreeView* packages = window_->lists().packages()->view();
        packages->expand(row(*packages, "shop"));
        packages->setCurrentIndex(row(*packages, "orders"));
        packages->collapse(row(*packages, "shop"));
        indexAgain();
        QVERIFY(!packages->isExpanded(row(*packages, "shop")));
        QCOMPARE(packages->currentIndex(), row(*packages, "orders"));
    }
    void whatIsNewAtTheTopIsSeenThere() {
        QTreeView* packages = window_->lists().packages()->view();
        packages->setFixedHeight(5 * packages->sizeHintForRow(0)); // so that one can scroll
        packages->expandAll();
        packages->setCurrentIndex(row(*packages, "checkout"));
        packages->scrollToTop();
        indexAgain();
        QCOMPARE(packages->indexAt({0, 0}).data().toString(), "aaa");
    }
    void theSourceStaysWhereOneReads() {
        openSource("shop/orders.py", 3, 400);
        sourceBar()->setValue(250);
        indexAgain();
        window_->showSource("shop/orders.py", QString("y = 1\n").repeated(400), {});
        QVERIFY(window_->source().view()->toPlainText().startsWith("y = 1"));
        QCOMPARE(sourceBar()->value(), 250);
    }
    void marksOfTheSourceLeadToTheirModules() {
        openSource("shop/orders.py", 1, 20);
        indexAgain();
        window_->source().view()->clickGutter(2); // before the new text has come
        QTRY_VERIFY(!window_->selection().pending());
        QCOMPARE(window_->selection().selected().module, std::string("shop.stock"));
    }
    void aDoubleClickOpensWhatOneSees() {
        QSignalSpy asked(window_.get(), &ui::MainWindow::sourceRequested);
        const QPoint place = *window_->map().placeOf(id("shop.stock"));
        indexAgain();
        QTest::mouseDClick(&window_->map(), Qt::LeftButton, {}, place); // the old picture is still there
        QCOMPARE(asked.back().front().toString(), "shop/stock.py");
    }
    void aDoubleClickInTheMatrixOpensWhatOneSees() {
        window_->views().shows()[1]->trigger();
        ui::MatrixView& matrix = window_->views().matrix();
        QTRY_VERIFY(matrix.grid().scene() && !matrix.busy());
        const int stock = matrix.grid().scene()->rowShowing("shop.stock");
        QSignalSpy asked(window_.get(), &ui::MainWindow::sourceRequested);
        indexAgain();
        emit matrix.grid().activated(stock, -1);
        QCOMPARE(asked.back().front().toString(), "shop/stock.py");
    }
    void anotherProjectHasNoFileOpen() {
        openSource("shop/orders.py", 1, 20);
        window_->openingFolder("/src/other");
        QVERIFY(window_->source().path().isEmpty());
        QVERIFY(window_->source().view()->toPlainText().isEmpty());
        const auto* tabs = window_->findChild<QTabWidget*>();
        QCOMPARE(tabs->tabText(tabs->indexOf(&window_->source())), "Source");
    }
    void namesKeepTheirSigns() {
        indexAgain("== r&d/__init__.py\n");
        window_->selection().setSelected({(*snapshot_)[*snapshot_->find("r&d/__init__.py")].name, {}, false});
        QTRY_VERIFY(!window_->selection().pending());
        QStringList texts;
        for (const QToolButton* button : window_->breadcrumb().findChildren<QToolButton*>())
            texts << button->text();
        QVERIFY2(texts.filter("r&&d").size() == 1, qPrintable(texts.join(' ')));
    }
};

QTEST_MAIN(ReindexTest)
#include "reindex_test.moc"
