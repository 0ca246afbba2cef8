#include "ui/window/plain_words.h"

#include <QHelpEvent>
#include <QLabel>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace espalier;

namespace {

constexpr auto kHostile = "<b>shop</b> &amp; <img src='/etc/hostname'>";

// What a person would read in the tooltip at the middle of `widget`; empty where none is shown.
QString tipOn(QWidget& widget, QPoint at) {
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &event);
    return QToolTip::isVisible() ? QToolTip::text() : QString();
}
// Whether a label would show just these characters for it.
bool showsAsIs(const QString& tip, const QString& text) {
    return Qt::mightBeRichText(tip) ? tip == Qt::convertFromPlainText(text) : tip == text;
}

} // namespace

class PlainWordsTest : public QObject {
    Q_OBJECT

    ui::PlainWords plain_;

private slots:
    void initTestCase() { qApp->installEventFilter(&plain_); }

    void labelsShowWhatIsThere() {
        QLabel label(kHostile), asked(QStringLiteral("<b>bold</b>"));
        asked.setTextFormat(Qt::RichText);
        label.ensurePolished();
        asked.ensurePolished();
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(asked.textFormat(), Qt::RichText);
    }

    void tipsOfListsAndWidgets() {
        QStandardItemModel model;
        for (const char* text : {kHostile, "plain", "<qt>a<br>b</qt>"}) {
            auto* item = new QStandardItem(QStringLiteral("row"));
            item->setToolTip(QString::fromUtf8(text));
            model.appendRow(item);
        }
        QTreeView view;
        view.setModel(&model);
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto tip = [&](int row) {
            return tipOn(*view.viewport(), view.visualRect(model.index(row, 0)).center());
        };
        QVERIFY(showsAsIs(tip(0), kHostile));
        QCOMPARE(tip(1), "plain");
        QCOMPARE(tip(2), "<qt>a<br>b</qt>");

        view.setToolTip(kHostile);
        QVERIFY(showsAsIs(tipOn(view, {1, 1}), kHostile));
        view.setToolTip("all");
        QCOMPARE(tipOn(view, {1, 1}), "all");
    }
};

QTEST_MAIN(PlainWordsTest)
#include "plain_words_test.moc"
