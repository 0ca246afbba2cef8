// Where an identifier appears in one text, and in what.
#include "indexer/text/classify.h"

#include <QTest>

using namespace espalier;

class ClassifyTest : public QObject {
    Q_OBJECT

    static QString lines(const std::vector<text::Occurrence>& found) {
        QString out;
        for (const text::Occurrence& at : found)
            out += QString("%1:%2 %3, ").arg(at.line).arg(at.column).arg(text::name(at.place).data());
        return out;
    }

private slots:
    void python_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* source, const char* expected) {
            QTest::newRow(name) << QByteArray(source) << QString(expected);
        };
        row("imports", "import X, a.X as b\nfrom X.c import (d,\n  X)\n",
            "1:8 import, 1:13 import, 2:6 import, 3:3 import, ");
        row("behind a semicolon and a colon", "if X: import X; X()\n", "1:4 code, 1:14 import, 1:17 code, ");
        row("a name that is like a keyword", "raise a from X\n", "1:14 code, ");
        row("strings", "'X'; b'X'; '''\nX''' ; r'X' 'no'\n",
            "1:2 string, 1:8 string, 2:1 string, 2:10 string, ");
        row("docstring, in a dull line", "def f():\n    '''X.'''\n    return X\n", "2:8 string, 3:12 code, ");
        row("format strings", "f'X {X} {a:X}'\n", "1:3 string, 1:6 code, 1:12 string, ");
        row("comments", "# X\nX  # X X\n\n    # X",
            "1:3 comment, 2:1 code, 2:6 comment, 2:8 comment, 4:7 comment, ");
        row("a comment in brackets", "f(1,  # X\n  X)\n", "1:9 comment, 2:3 code, ");
        row("no part of another name", "XX aX X1 _X X_ \u00e9X X\u00e9\n", "");
        row("beside other signs", "a = '\u2019X\u201d\u2192X'\n", "1:7 string, 1:10 string, ");
        row("latin-1", "# coding: latin-1\n'\xe4' + X\n", "2:7 code, ");
        row("windows", "a\r\nX\r\n", "2:1 code, ");
        row("broken code", "a = ?? X\nb = (X\n", "1:8 code, 2:6 code, ");
        row("an open string", "a = 'X\nX\n", "1:6 string, 2:1 code, ");
        row("attribute", "a.X.b\n", "1:3 code, ");
    }
    void python() {
        QFETCH(QByteArray, source);
        QFETCH(QString, expected);
        QCOMPARE(lines(text::inPython(source.toStdString(), "X")), expected);
    }

    void dotted() {
        QCOMPARE(lines(text::inPython("import a.b\na.b.c\na.bc\n'xa.b'\n", "a.b")),
                 QString("1:8 import, 2:1 code, "));
        QVERIFY(text::isSearchable("a.b"));
        for (const char* no : {"", "a b", "1a", "a.", "a-b"})
            QVERIFY2(!text::isSearchable(no), no);
    }

    void otherText() {
        QCOMPARE(lines(text::inText("X\n\u00e4 X XX\r\n\"X\": 1\n\xff X", "X")),
                 QString("1:1 other, 2:3 other, 3:2 other, 4:3 other, "));
    }
};

QTEST_GUILESS_MAIN(ClassifyTest)
#include "classify_test.moc"
