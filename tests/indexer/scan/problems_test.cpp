#include "indexer/scan/table.h"

using namespace espalier::scan_test;

// Broken files: what is said about them, and that the imports outside of the broken part are found.
class ProblemsTest : public QObject {
    Q_OBJECT
private slots:
    void broken_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("imports");
        const auto add = [](const char* name, const char* source, const char* expected, const char* imports) {
            QTest::newRow(name) << fromSecondLine(source) << fromSecondLine(expected) << QByteArray(imports);
        };
        add("open bracket", "import a\nx = foo(1,\n\nimport b\n", "2:8 syntax-error: '(' was never closed\n",
            "a b");
        add("open bracket in a function", "def f():\n    x = [1, {\n    import a\nfrom b import c\n",
            "2:13 syntax-error: '{' was never closed\n", "a b");
        add("open bracket before from", "x = (\nfrom . import a\n",
            "1:5 syntax-error: '(' was never closed\n", ".");
        add("open bracket of an import", "from a import (\n    b,\nimport c\n",
            "1:15 syntax-error: '(' was never closed\n1:1 syntax-error: malformed import statement\n", "a c");
        add("open bracket to the end", "import a\nx = (1,\n", "2:5 syntax-error: '(' was never closed\n",
            "a");
        add("open bracket before a definition", "x = (\n\nasync def f():\n    import a\n",
            "1:5 syntax-error: '(' was never closed\n", "a");
        add("wrong bracket", "x = (1]\nimport a\n",
            "1:7 syntax-error: mismatched ']'\n1:5 syntax-error: '(' was never closed\n", "a");
        add("closing bracket", "x = 1)\nimport a\n", "1:6 syntax-error: unmatched ')'\n", "a");
        add("triple-quoted string", "import a\nx = '''\nimport b\n",
            "2:5 syntax-error: unterminated triple-quoted string\n", "a");
        add("unexpected indent", "import a\n    import b\nimport c\n",
            "2:5 syntax-error: unexpected indent\n", "a b c");
        add("bad dedent", "if x:\n        import a\n    import b\nimport c\n",
            "3:5 syntax-error: unindent does not match any outer indentation level\n", "a b c");
        add("no block", "if x:\nimport a\n", "2:1 syntax-error: expected an indented block\n", "a");
        add("no block at the end", "def f():\n", "1:9 syntax-error: expected an indented block\n", "");
        add("tabs", "if x:\n        import a\n\timport b\n",
            "3:2 syntax-error: inconsistent use of tabs and spaces in indentation\n", "a b");
        add("no colon", "if x\n    import a\n", "1:5 syntax-error: expected ':'\n", "a");
        add("half a try", "try:\n    import a\nimport b\ndef f():\n    try: import c\nimport d\n", R"(
3:1 syntax-error: expected 'except' or 'finally'
6:1 syntax-error: expected 'except' or 'finally'
)",
            "a b c d");
        add("half a try to the end", "try: import a\n", "1:14 syntax-error: expected 'except' or 'finally'\n",
            "a");
        add("parts of other statements",
            "x = 1\nelse: import a\nfor x in y: pass\nelif x: import b\n"
            "if x: pass\nexcept: import c\ntry: pass\nfinally: pass\nfinally: import d\n",
            R"(
2:1 syntax-error: no statement above that 'else' belongs to
4:1 syntax-error: no statement above that 'elif' belongs to
6:1 syntax-error: no statement above that 'except' belongs to
9:1 syntax-error: no statement above that 'finally' belongs to
)",
            "a b c d");
        add("half an import", "import\nfrom a import\nfrom b\nimport c d\n", R"(
1:1 syntax-error: malformed import statement
2:1 syntax-error: malformed import statement
3:1 syntax-error: malformed import statement
4:1 syntax-error: malformed import statement
)",
            "c");
        add("strange character", "x = $1 ? 2\nimport a\n",
            "1:5 syntax-error: invalid character '$'\n1:8 syntax-error: invalid character '?'\n", "a");
        add("characters of no name", "x\u20ac = \u00b2 + y\u202fz\nimport\u00a0a\n", R"(
1:2 syntax-error: invalid character '€'
1:6 syntax-error: invalid character '²'
1:11 syntax-error: invalid character ' '
2:7 syntax-error: invalid character ' '
)",
            "a");
        add("backslash", "x = \\ 1\nimport a\n",
            "1:5 syntax-error: unexpected character after line continuation character\n", "a");
        add("conflict", "<<<<<<< HEAD\nimport a\n||||||| base\nimport b\n=======\nimport c\n>>>>>>> d\n", R"(
1:1 conflict-marker: a conflict marker of a merge
3:1 conflict-marker: a conflict marker of a merge
5:1 conflict-marker: a conflict marker of a merge
7:1 conflict-marker: a conflict marker of a merge
)",
            "a b c");
        add("conflict in brackets",
            "from a import (\n<<<<<<< HEAD\n    b,\n=======\n    c,\n>>>>>>> x\n)\nimport d\n", R"(
2:1 conflict-marker: a conflict marker of a merge
4:1 conflict-marker: a conflict marker of a merge
6:1 conflict-marker: a conflict marker of a merge
)",
            "a d");
    }
    void broken() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, imports);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.problems), expected);
        QVERIFY(facts.broken);
        QByteArrayList modules;
        for (const auto& s : facts.imports)
            modules << QByteArray::fromStdString(s.level            ? std::string(s.level, '.')
                                                 : s.module.empty() ? s.names.at(0).name
                                                                    : s.module);
        QCOMPARE(modules.join(' '), imports);
    }

    void python2Statements() {
        const QByteArray message =
            " syntax-error: print and exec statements are Python 2; in Python 3 they are functions\n";
        QCOMPARE(lines(scan("print 'x'\ndef f():\n    exec code\n").problems),
                 "1:1" + message + "3:5" + message);
        QCOMPARE(lines(scan("a b\n").problems), QByteArray("1:1 syntax-error: two values side by side\n"));
        const char* const fine = "print('x')\nprint ('x')\nexec(x)\nprint\nprint if x else y\nprint in x\n"
                                 "print, x = y\ntype X = int\nmatch x:\n    case 1: pass\nprint >>f, x\n";
        QCOMPARE(lines(scan(fine).problems), QByteArray());
    }
    void headlinesAreNoConflicts() {
        const auto facts = scan("'''\nTitle\n=======\n<<<<<<< x\n'''\nx <<= 7\nimport a\n");
        QCOMPARE(lines(facts.problems), QByteArray());
    }
    void tabsThatAgree() {
        const auto facts = scan("if x:\n\timport a\n\tif y:\n\t    import b\n\timport c\n");
        QCOMPARE(lines(facts.problems), QByteArray());
    }
    // Valid code inside brackets that looks a little like statements.
    void bracketsThatAreClosed() {
        const auto facts = scan("x = (y\nif z\nelse w\nfor v in u\nif not t\nand lambda: 1\nor None\n@ m)\nx "
                                "= (yield\nfrom_)\nimport a\n");
        QCOMPARE(lines(facts.problems), QByteArray());
        QCOMPARE(facts.imports.size(), std::size_t{1});
    }

    void opaque_data() {
        columns();
        row("sys.modules", "sys.modules[__name__] = X()\n",
            "1:1 opaque-import: what this makes of later imports cannot be told: sys.modules[__name__]\n");
        row("reading sys.modules", "x = sys.modules[__name__]\ny = sys.modules\n", "");
        row("hooks", "sys.meta_path.insert(0, X())\nsys.path_hooks = []\n", R"(
1:5 opaque-import: an import hook: what it makes of imports cannot be told
2:1 opaque-import: what this makes of later imports cannot be told: sys.path_hooks
)");
        row("extend_path", "__path__ = extend_path(__path__, __name__)\n", R"(
1:12 opaque-import: the package's __path__ is extended by extend_path()
1:1 opaque-import: what this makes of later imports cannot be told: __path__
)");
        row("__path__", "__path__.append(x)\n", "1:1 opaque-import: the package's __path__ is changed\n");
    }
    void opaque() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.problems), expected);
        QVERIFY(!facts.broken);
    }
};

QTEST_APPLESS_MAIN(ProblemsTest)
#include "problems_test.moc"
