#include "ui/source/source_view.h"

#include <QApplication>
#include <QTest>

using espalier::ui::SourceView;

class SourceEndTest : public QObject {
    Q_OBJECT
private slots:
    // A program that was told to quit at once: what still works on a text must not outlive the application.
    void theProgramEndsWhileATextIsMadeReady() {
        QByteArray name("espalier");
        char* arguments[] = {name.data(), nullptr};
        int count = 1;
        const QApplication application(count, arguments);
        SourceView view;
        view.showText(QStringLiteral("def f(): return 'text'\n").repeated(SourceView::kMostAtOnce));
        QTest::qSleep(10); // it works
        QVERIFY(view.toPlainText().isEmpty());
    }
};

QTEST_APPLESS_MAIN(SourceEndTest)
#include "source_end_test.moc"
