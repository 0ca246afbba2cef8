#include "ui/source/source_view.h"

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <memory>

using espalier::ui::SourceView;

class SourceViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SourceView> view_;

    // Too long to be shown at once.
    static QString longText(const QString& name) {
        const QString line = QStringLiteral("def %1(): return 'text'\n").arg(name);
        return line.repeated(2 * SourceView::kMostAtOnce / line.size());
    }
    static QString name(const QString& text) { return text.mid(4, 5); }
    [[nodiscard]] QString shownName() const { return name(view_->document()->firstBlock().text()); }

private slots:
    void init() {
        view_ = std::make_unique<SourceView>();
        view_->resize(600, 400);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() { view_.reset(); }

    void aLongTextComesColouredAndAtItsLine() {
        const QString text = longText("first");
        view_->showText(text);
        view_->goToLine(900);
        QVERIFY(view_->toPlainText().isEmpty()); // not at once
        QTRY_COMPARE(view_->toPlainText(), text);
        QCOMPARE(view_->textCursor().blockNumber(), 899);
        QVERIFY(view_->verticalScrollBar()->value() > 800);
        QCOMPARE(view_->extraSelections().size(), 1);
        const auto colours = view_->document()->lastBlock().previous().layout()->formats();
        QCOMPARE(colours.size(), 4); // def, first, return, 'text'
        QCOMPARE(view_->document()->thread(), view_->thread());
    }
    void aStaleTextIsNeverShown() {
        QStringList shown;
        connect(view_.get(), &QPlainTextEdit::updateRequest, view_.get(), [&] { shown << shownName(); });
        view_->showText(longText("first"));
        view_->showText(longText("again"));
        QTRY_COMPARE(shownName(), "again");
        view_->showText(longText("third"));
        view_->showText("def short(): pass\n");
        QCOMPARE(shownName(), "short");
        QThreadPool::globalInstance()->waitForDone();
        QTest::qWait(50);
        QCOMPARE(shownName(), "short");
        QVERIFY(shown.contains("again") && shown.contains("short"));
        QVERIFY(!shown.contains("first") && !shown.contains("third"));
    }
    void aZoomMeanwhileHolds() {
        view_->showText(longText("first"));
        view_->zoomIn(5);
        QTRY_COMPARE(shownName(), "first");
        QCOMPARE(view_->document()->defaultFont(), view_->font());
    }
    void marksWaitForTheirText() {
        view_->showText("import a\n");
        view_->showText(longText("first"));
        espalier::ui::ImportMark mark;
        mark.words = "leads to a";
        view_->setMarks({{1, mark}});
        QVERIFY(view_->gutterWords(2).isEmpty());
        QTRY_COMPARE(view_->gutterWords(2), "leads to a");
    }
    void oneReadsOnInAnUpdatedText() {
        view_->showText(longText("first"));
        QTRY_COMPARE(shownName(), "first");
        view_->verticalScrollBar()->setValue(321);
        view_->updateText(longText("again"));
        QTRY_COMPARE(shownName(), "again");
        QCOMPARE(view_->verticalScrollBar()->value(), 321);
        view_->showText(longText("third")); // another file
        QTRY_COMPARE(shownName(), "third");
        QCOMPARE(view_->verticalScrollBar()->value(), 0);
    }
    void anUpdateKeepsTheLineOneIsOnTheWayTo() {
        view_->showText(longText("first"));
        view_->goToLine(900);
        view_->updateText(longText("again"));
        QTRY_COMPARE(shownName(), "again");
        QCOMPARE(view_->textCursor().blockNumber(), 899);
    }
    void anotherPaletteColoursAnew() {
        view_->showText("def one(): pass\n");
        const auto inkOfDef = [this] {
            return view_->document()->firstBlock().layout()->formats().front().format.foreground().color();
        };
        const QColor before = inkOfDef();
        QPalette dark = view_->palette();
        for (const auto role : {QPalette::Window, QPalette::Base})
            dark.setColor(role, Qt::black);
        for (const auto role : {QPalette::WindowText, QPalette::Text})
            dark.setColor(role, Qt::white);
        view_->setPalette(dark);
        QVERIFY(inkOfDef() != before);
    }
};

QTEST_MAIN(SourceViewTest)
#include "source_view_test.moc"
