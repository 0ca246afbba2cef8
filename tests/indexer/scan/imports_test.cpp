#include "indexer/scan/table.h"

using namespace espalier::scan_test;

// Forms of import statements, and where Python's layout rules let them stand.
class ImportsTest : public QObject {
    Q_OBJECT
private slots:
    void statements_data() {
        columns();
        row("plain", "import a\nimport a.b.c\nimport a as b, c.d as e, f\n", R"(
1:1-1:9 import import a
2:1-2:13 import import a.b.c
3:1-3:27 import import a as b, c.d as e, f
)");
        row("from", "from a.b import c as d, e\nfrom m import *\n", R"(
1:1-1:26 import from a.b: c as d, e
2:1-2:16 import,star from m: *
)");
        row("levels",
            "from . import x\nfrom .. import x\nfrom ...a.b import x\nfrom . . import x\nfrom .... import "
            "x\n",
            R"(
1:1-1:16 import from .: x
2:1-2:17 import from ..: x
3:1-3:21 import from ...a.b: x
4:1-4:18 import from ..: x
5:1-5:19 import from ....: x
)");
        row("several on a line", "import a; import b;from c import d\nx = 1; import e;\n", R"(
1:1-1:9 import import a
1:11-1:19 import import b
1:20-1:35 import from c: d
2:8-2:16 import import e
)");
        row("brackets with comments and a trailing comma",
            "from a import (  # why\n    b,  # first\n\n    c as d,\n)\nimport e\n", R"(
1:1-5:2 import from a: b, c as d
6:1-6:9 import import e
)");
        row("backslashes", "import a, \\\n    b\nfrom a \\\n  import b as \\\n c\n", R"(
1:1-2:6 import import a, b
3:1-5:3 import from a: b as c
)");
        row("one-line blocks",
            "if x: import a; import b\nelse: import c\ndef f(): import d\nclass C: from e import f\n", R"(
1:7-1:15 import,conditional import a
1:17-1:25 import,conditional import b
2:7-2:15 import,conditional import c
3:10-3:18 deferred import d @ f
4:10-4:25 import from e: f @ C
)");
        row("not imports",
            "s = '''\nimport a\n'''\n# import b\nx = 'import c'; y = \"\"\"\\\"\"\"\nimport "
            "d\"\"\"\nimportant = 1\nx.import_ = 2\n",
            "");
        row("blanks in odd places", "import\ta\t.\tb\nfrom\f.\fimport\fx\n  # comment\n\n\fimport c\n", R"(
1:1-1:13 import import a.b
2:1-2:16 import from .: x
5:2-5:10 import import c
)");
        row("columns in code points", "\xC3\xA9 = '\xF0\x9F\x90\x8D'; import a\n",
            "1:10-1:18 import import a\n");
        row("NFKC", "import \xEF\xAC\x81n\nfrom \xE2\x84\xAB import \xE2\x85\xA7 as x\n", R"(
1:1-1:10 import import fin
2:1-2:21 import from Å: VIII as x
)");
        row("line ends", "import a\r\nimport b\rimport c\r\nx = '''\r\n'''; import d", R"(
1:1-1:9 import import a
2:1-2:9 import import b
3:1-3:9 import import c
5:6-5:14 import import d
)");
        row("scopes", R"(
class A:
    import a
    class B:
        def f(self):
            import b
            def g():
                import c
        import d
    async def h(self):
        import e
import f
)",
            R"(
2:5-2:13 import import a @ A
5:13-5:21 deferred import b @ A.B.f
7:17-7:25 deferred import c @ A.B.f.g
8:9-8:17 import import d @ A.B
10:9-10:17 deferred import e @ A.h
11:1-11:9 import import f
)");
        row("soft keywords as names",
            "match = case = type = lazy = 1\nmatch.x\nmatch[1]: int = 3\nlazy.x\ntype(x)\nimport a\n",
            "6:1-6:9 import import a\n");
        row("match statement", "match x:\n    case 1: import a\n    case [b, *c]:\n        import d\n", R"(
2:13-2:21 import,conditional import a
4:9-4:17 import,conditional import d
)");
    }
    void statements() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), expected);
        QCOMPARE(lines(facts.problems), QByteArray());
    }

    // PEP 810
    void lazyImports_data() {
        columns();
        row("unused", "lazy import a.b, c as d\nlazy from e import f\nif x:\n    lazy import g\n", R"(
1:1-1:24 deferred,lazy import a.b, c as d
2:1-2:21 deferred,lazy from e: f
4:5-4:18 deferred,conditional,lazy import g
)");
        row("used at module level",
            "lazy import a\nlazy import b\nlazy import c\nx = a.y\ndef f(): return b\ng = lambda: c\n", R"(
1:1-1:14 import,lazy import a
2:1-2:14 deferred,lazy import b
3:1-3:14 deferred,lazy import c
)");
        row("some names used", "lazy from m import a, b, c\nclass D(b): pass\n", R"(
1:1-1:27 deferred,lazy from m: a, c
1:1-1:27 import,lazy from m: b
)");
        row("keyword argument is no use", "lazy import a\nf(a=1, b=x.a)\n",
            "1:1-1:14 deferred,lazy import a\n");
        row("__lazy_modules__",
            "__lazy_modules__ = ['a', 'b.c']\nimport a, d\nfrom b.c import e\ntry:\n    import a\nexcept E: "
            "pass\ndef f():\n    import a\n",
            R"(
2:1-2:12 import import d
2:1-2:12 deferred,lazy import a
3:1-3:18 deferred,lazy from b.c: e
5:5-5:13 import import a
8:5-8:13 deferred import a @ f
)");
    }
    void lazyImports() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), expected);
        QCOMPARE(lines(facts.problems), QByteArray());
    }
    void lazyWhereItIsNotAllowed() {
        const auto facts = scan(
            "def f():\n    lazy import a\ntry:\n    lazy import b\nfinally: pass\nlazy from c import *\n");
        QCOMPARE(lines(facts.imports), QByteArray("2:5-2:18 deferred import a @ f\n4:5-4:18 import import b\n"
                                                  "6:1-6:21 import,star from c: *\n"));
        QCOMPARE(facts.problems.size(), std::size_t{3});
        QVERIFY(facts.broken);
    }

    void textAsWritten() {
        const auto facts = scan("if x:\n    from a import (b, # c\n        d)\n");
        QCOMPARE(QByteArray::fromStdString(facts.imports.at(0).text),
                 QByteArray("from a import (b, # c\n        d)"));
    }
    void longTextIsCut() {
        QByteArray source = "from a import x";
        for (int i = 0; i < 3000; ++i)
            source += ", n\xC3\xA9" + QByteArray::number(i);
        const auto facts = scan(source);
        QCOMPARE(facts.imports.at(0).names.size(), std::size_t{3001});
        const std::string& text = facts.imports.at(0).text;
        QVERIFY(text.size() <= espalier::facts::kMaxStatementBytes && text.size() > 4000);
        QVERIFY(!QString::fromStdString(text).contains(QChar(0xFFFD)));
    }
};

QTEST_APPLESS_MAIN(ImportsTest)
#include "imports_test.moc"
