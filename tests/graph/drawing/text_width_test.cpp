#include "graph/drawing/text_width.h"

#include <QTest>

using namespace espalier::graph;

class TextWidthTest : public QObject {
    Q_OBJECT
private slots:
    void addsUp() {
        QCOMPARE(textWidth("", 13), 0.0);
        QVERIFY(textWidth("mmmm", 13) > 2 * textWidth("iiii", 13));
        QVERIFY(qFuzzyCompare(textWidth("abc", 26), 2 * textWidth("abc", 13)));
        QVERIFY(qFuzzyCompare(textWidth("abcd", 13), textWidth("ab", 13) + textWidth("cd", 13)));
    }
    void survivesAnyBytes() {
        QVERIFY(textWidth("\xff\xfe\xc3", 13) > 0);
        QVERIFY(textWidth("\xe4\xb8\xad", 10) > 9); // one wide character
    }
    void elides_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::addColumn<QString>("expected");
        QTest::newRow("fits") << "short" << 100.0 << "short";
        QTest::newRow("middle") << "aaaaaaaaaabbbbbbbbbb" << 90.0 << "aaaa…bbbbb";
        QTest::newRow("hopeless") << "abcdef" << 1.0 << "a…f";
        QTest::newRow("two characters") << "ab" << 1.0 << "ab";
    }
    void elides() {
        QFETCH(QString, text);
        QFETCH(double, width);
        QFETCH(QString, expected);
        const std::string result = elideMiddle(text.toStdString(), 13, width);
        QCOMPARE(QString::fromStdString(result), expected);
    }
    void neverCutsACharacter() {
        const QString text = QString::fromUtf8("größe_übergrößenträger_prüfung");
        for (int width = 10; width < 250; width += 3) {
            const std::string result = elideMiddle(text.toStdString(), 13, width);
            QVERIFY(!QString::fromStdString(result).contains(QChar::ReplacementCharacter));
            QVERIFY(width < 40 || textWidth(result, 13) <= width);
        }
    }
};

QTEST_APPLESS_MAIN(TextWidthTest)
#include "text_width_test.moc"
