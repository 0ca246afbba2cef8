#include "indexer/scan/table.h"

#include <QElapsedTimer>

using namespace espalier::scan_test;

// Hostile sizes: linear time, bounded memory, no recursion. Time limits are wide; quadratic work exceeds them
// by far.
class LimitsTest : public QObject {
    Q_OBJECT
    static constexpr int kMany = 200000;
    static constexpr qint64 kLimitMs = 20000;
private slots:
    void hostile_data() {
        QTest::addColumn<QByteArray>("source");
        const auto add = [](const char* name, const QByteArray& source) { QTest::newRow(name) << source; };
        const auto times = [](const char* text, int count = kMany) {
            return QByteArray(text).repeated(count);
        };
        add("open brackets", times("("));
        add("wrong brackets", times("(") + times("]"));
        add("nested brackets", times("[{(") + times(")}]"));
        add("quotes", times("'"));
        add("triple quotes", times("'''a\\\n"));
        add("backslashes", "'''" + times("\\") + "'''" + times("\\") + "'" + times("\\"));
        add("unterminated strings", times("'\n"));
        add("f-strings in f-strings", times("f'{"));
        add("f-strings never closed", times("f'{\n"));
        add("specifications", "f'{x:" + times("{x:"));
        add("lambdas", "x = " + times("lambda: ") + "import_module('a')" + times("(lambda x: "));
        add("nested calls", times("import_module('a', ", 50000));
        add("nested imports", times("__import__('a.b.c', ", 20000) + times(")", 20000));
        add("nested warnings", times("warn(f(DeprecationWarning, 'x', ", 30000) + times("))", 30000));
        add("conditions", "if " + times("not (") + "x:\n import a");
        add("and, or", "if " + times("a and b or ") + "c: import a");
        add("long line of references", times("'a.b.c', "));
        add("long line beyond ASCII", "'\xC3\xA9'; " + times("import a; "));
        add("dedents", [&times] {
            QByteArray out;
            for (int i = 0; i < 2000; ++i)
                out += QByteArray(i, ' ') + "if x:\n";
            return out + times("import a\n");
        }());
        add("nested try", [] {
            QByteArray out;
            for (int i = 0; i < 90; ++i)
                out += QByteArray(i, ' ') + "try:\n";
            out += QByteArray(QByteArray(90, ' ') + "import a\n").repeated(20000);
            for (int i = 89; i >= 0; --i)
                out += QByteArray(i, ' ') + "except: pass\n";
            return out;
        }());
        add("long name", "class " + times("a") + ":\n" + times(" import a\n", 50000));
        add("conflict markers", times("=======\n"));
        add("indented rubbish", times(" \t)\n"));
        add("from in brackets", "(" + times("\nfrom a.b.c"));
        add("global", "def f():\n global a\n" + times(" global b; a = b = c\n"));
    }
    void hostile() {
        QFETCH(QByteArray, source);
        QElapsedTimer timer;
        timer.start();
        const auto facts = scan(source);
        QVERIFY2(timer.elapsed() < kLimitMs, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(facts.problems.size() <= 200100);
        std::size_t text = 0;
        for (const auto& s : facts.imports)
            text += s.text.size();
        QVERIFY(text <= 2 * static_cast<std::size_t>(source.size()) + 80 * facts.imports.size() + 4096);
    }
    void deepNesting() {
        constexpr int kDepth = 10000;
        QByteArray source;
        for (int i = 0; i < kDepth; ++i)
            source += QByteArray(i, ' ') + "if x" + QByteArray::number(i) + ":\n";
        source +=
            QByteArray(kDepth, ' ') + "import a\n" + QByteArray(kDepth / 2, ' ') + "import b\nimport c\n";
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), QByteArray("10001:10001-10001:10009 import,conditional import a\n"
                                                  "10002:5001-10002:5009 import,conditional import b\n"
                                                  "10003:1-10003:9 import import c\n"));
        QVERIFY(lines(facts.problems).startsWith("101:101 syntax-error: too many levels of indentation\n"));
    }
    void everyPrefixOfAFile() {
        const QByteArray source = "# \xC3\xA9\nif x:\n\tfrom .a import (b, # '\n c)\n\ty = f'{z!r:{w}}' "
                                  "'q\\'' \"\"\"\n\"\"\"\\\n + 1\r\n"
                                  "class C: import d; @e\nwith suppress(ImportError) as g: lazy import h\n";
        for (int i = 0; i <= source.size(); ++i)
            scan(source.left(i)); // must not crash, nor read beyond: run under the sanitizers
        QCOMPARE(scan(source).imports.size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(LimitsTest)
#include "limits_test.moc"
