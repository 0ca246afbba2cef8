#include "indexer/scan/source_text.h"

#include <QRandomGenerator>
#include <QTest>

#include <string>
#include <vector>

using espalier::scan::SourceText;

// Lines and columns of every position, against counting from the beginning.
class SourceTextTest : public QObject {
    Q_OBJECT

    static void compareAll(const SourceText& text) {
        std::uint32_t line = 1, column = 1;
        for (std::uint32_t at = 0; at < text.size(); ++at) {
            const char c = text.data()[at];
            const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
            if (begins) {
                QCOMPARE(text.line(at), line);
                QCOMPARE(text.column(at), column);
            }
            column += begins;
            if (c == '\n') {
                ++line;
                column = 1;
            }
        }
        QCOMPARE(text.lineCount(), line - 1);
    }

private slots:
    void places_data() {
        QTest::addColumn<QStringList>("pieces");
        QTest::newRow("ASCII") << QStringList{"a", "bc ", "\n", "\n\n", "    if x:"};
        QTest::newRow("long lines") << QStringList{QString(300, 'x'), "y", QString(600, 'z') + "\n"};
        QTest::newRow("beyond ASCII") << QStringList{"\u00e9", "\u20ac ", "\n", "\u4e2d\u6587", "abc"};
        QTest::newRow("line ends") << QStringList{"\r", "\r\n", "\n", "a"};
    }
    void places() {
        QFETCH(QStringList, pieces);
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            std::string text;
            for (int left = random.bounded(0, 1200); left > 0; --left)
                text += pieces[random.bounded(static_cast<int>(pieces.size()))].toStdString();
            compareAll(SourceText(text));
        }
    }

    void behindTheLastLine() { // is on it
        const SourceText text("ab\ncd");
        QCOMPARE(text.size(), 6U);
        QCOMPARE(text.line(text.size()), 2U);
        QCOMPARE(text.column(text.size()), 4U);
        const SourceText empty("");
        QCOMPARE(empty.size(), 0U);
        QCOMPARE(empty.line(0), 1U);
        QCOMPARE(empty.column(0), 1U);
    }
};

QTEST_APPLESS_MAIN(SourceTextTest)
#include "source_text_test.moc"
