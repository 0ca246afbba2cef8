#include "indexer/scan/identifier_chars.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace espalier::scan;

// Every character beyond ASCII, against Python's str.isidentifier(). Only characters of Unicode 3.2 are asked
// for, because what is newer differs between versions of Python and GLib.
class IdentifierCharsTest : public QObject {
    Q_OBJECT
private slots:
    void asPythonDoes() {
        if (QStandardPaths::findExecutable("python3").isEmpty())
            QSKIP("no python3 here");
        QProcess python;
        python.start("python3", {"-c", "import unicodedata as u\n"
                                       "for c in map(chr, range(128, 0x110000)):\n"
                                       "    if u.ucd_3_2_0.category(c) not in ('Cn', 'Cs', 'Co'):\n"
                                       "        print(ord(c), c.isidentifier(), ('a' + c).isidentifier())"});
        QVERIFY(python.waitForFinished(60000));
        int count = 0;
        for (const QByteArray& line : python.readAllStandardOutput().split('\n')) {
            const QByteArrayList fields = line.split(' ');
            if (fields.size() != 3)
                continue;
            const auto c = static_cast<char32_t>(fields[0].toUInt());
            const bool changed = c == 0x30FB || c == 0xFF65 || c == 0x200C || c == 0x200D; // by Unicode 15.1
            QVERIFY2(startsIdentifier(c) == (fields[1] == "True"), line);
            QVERIFY2(changed || continuesIdentifier(c) == (fields[2] == "True"), line);
            ++count;
        }
        QVERIFY(count > 90000);
    }

    void behind_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("length");
        QTest::newRow("letters") << QByteArray("\u00e9a1_ b") << 5;
        QTest::newRow("up to a sign") << QByteArray("ab\u20ac") << 2;
        QTest::newRow("a sign") << QByteArray("\u20aca") << 0;
        QTest::newRow("a digit") << QByteArray("1a") << 0;
        QTest::newRow("nothing") << QByteArray("") << 0;
    }
    void behind() {
        QFETCH(QByteArray, text);
        QFETCH(int, length);
        QCOMPARE(behindIdentifier(text.constData()) - text.constData(), std::ptrdiff_t{length});
    }
};

QTEST_APPLESS_MAIN(IdentifierCharsTest)
#include "identifier_chars_test.moc"
