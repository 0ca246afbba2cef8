#include "indexer/scan/table.h"

using namespace espalier::scan_test;

class BindingsTest : public QObject {
    Q_OBJECT
private slots:
    void bindings_data() {
        columns();
        row("imports", "import a.b.c, d.e as f\nfrom g import h, i as j\nfrom k import *\n", R"(
1 import import a
1 import import f
2 import import h
2 import import j
3 import star *
)");
        row("values",
            "A = B\nA = a.b.C\nA = (a . b)\nA = None\nA = 1\nA = a.b()\nA: int = c.d\nA: int\nA += 1\nx.y = "
            "z[0] = 1\n",
            R"(
1 import alias A = B
2 import alias A = a.b.C
3 import alias A = a.b
4 import assign A
5 import assign A
6 import assign A
7 import alias A = c.d
8 import annotation A
9 import assign A
)");
        row("targets",
            "a = b = 1\na, (b, *c), d.e, f[g] = x\n[a, b] = y\n(a) = z\ndel a, (b, c.d)\ntype T[U] = int\n",
            R"(
1 import assign a
1 import assign b
2 import assign a
2 import assign b
2 import assign c
3 import assign a
3 import assign b
4 import assign a
5 import del a
5 import del b
6 import assign T
)");
        row("lambda defaults are no targets", "a = lambda b=1, *, c=2: b\n", "1 import assign a\n");
        row("statements", R"(
def f(x=(w := 1)):
    local = 1
class C:
    attribute = 1
async def g(): pass
for i, (j, k.l) in m: n = 1
with o as p, q() as (r, s[0]): pass
with (t as u): pass
try: pass
except E as e: v = 1
while (y := z): break
[aa for bb in (cc := dd)]
)",
            R"(
1 import assign w
1 import def f
3 import def C
5 import def g
6 import,conditional assign i
6 import,conditional assign j
6 import,conditional assign n
7 import assign p
7 import assign r
8 import assign u
10 import,conditional assign v
11 import assign y
12 import assign cc
)");
        row("match", R"(
match x:
    case Point(x=0, y=yy) if (z := 1): pass
    case {"k": v, **rest} | [A.B, None, *w]: q = 1
    case str() as s: pass
    case _: pass
    case t: pass
)",
            R"(
2 import,conditional assign yy
2 import assign z
3 import,conditional assign v
3 import,conditional assign rest
3 import,conditional assign w
3 import,conditional assign q
4 import,conditional assign s
6 import,conditional assign t
)");
        row("conditions", R"(
if TYPE_CHECKING:
    A = 1
try:
    import b
except ImportError:
    b = None
if x:
    def c(): pass
if __name__ == "__main__":
    d = 1
)",
            R"(
2 typing assign A
4 import,optional import b
6 import,optional assign b
8 import,conditional def c
10 script assign d
)");
        row("else clauses of try", R"(
try:
    import a
except ImportError:
    b = 1
else:
    c = 1
    if x: d = 1
    def e():
        global f
        f = 1
finally:
    g = 1
)",
            R"(
2 import,optional import a
4 import,optional assign b
6 import,else assign c
7 import,conditional,else assign d
8 import,else def e
10 deferred assign f
12 import assign g
)");
        row("del under a condition", R"(
a = b = 1
del a
if x:
    c = 1
    with y:
        del b, c
    for d in x: del d
with suppress(ImportError) as e, f as g:
    import h
    del h
def i():
    global j
    if x: del j
)",
            R"(
1 import assign a
1 import assign b
2 import del a
4 import,conditional assign c
6 import,conditional del b since 3
6 import,conditional del c since 3
7 import,conditional assign d
7 import,conditional del d since 6
8 import assign e
8 import assign g
9 import,optional import h
10 import,optional del h since 10
11 import def i
13 deferred,conditional del j since 13
)");
        row("del in a try", R"(
x = 1
try:
    import a
except ImportError:
    b = 1
else:
    with x: del a
    if x: del a
try:
    del b
    import a
    c = 1
except Exception: pass
else:
    try: del a
    except ImportError: pass
)",
            R"(
1 import assign x
3 import,optional import a
5 import,optional assign b
7 import,else del a since 3 and the try's import
8 import,conditional,else del a since 4
10 import,optional del b since 5
11 import,optional import a
12 import,optional assign c
15 import,optional,else del a since 8
)");
        row("global", R"(
def f():
    global a, b
    a = 1
    import b
    c = 1
    def g():
        a = 2
class C:
    global d
    d = 1
    e = 2
)",
            R"(
1 import def f
3 deferred assign a
4 deferred import b
8 import def C
10 import assign d
)");
    }
    void bindings() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.bindings), expected);
        QCOMPARE(lines(facts.problems), QByteArray());
    }

    void statementOfABinding() {
        const auto facts = scan("x = import_module('z'); import a, b\nfrom c import d\n");
        QCOMPARE(facts.bindings.at(0).statement, espalier::facts::Binding::kNoStatement);
        QCOMPARE(facts.bindings.at(2).name, std::string("b"));
        QCOMPARE(facts.bindings.at(2).statement, 1U);
        QCOMPARE(facts.bindings.at(3).statement, 2U);
    }
    void importUndoneByADelete() {
        const auto facts = scan("import x\ntry: import a\nexcept ImportError: pass\nelse: del a\n");
        QCOMPARE(facts.bindings.back().statement, 1U);
    }
    // The call in the decorator stands before the import on the same line, and is recorded behind it.
    void statementsAreSorted() {
        const auto facts = scan("for x in f(import_module('b'), import_module('a')): import c\n");
        QCOMPARE(lines(facts.imports),
                 QByteArray("1:12-1:30 import,dynamic call b\n1:32-1:50 import,dynamic call a\n"
                            "1:53-1:61 import,conditional import c\n"));
        QCOMPARE(facts.bindings.back().statement, 2U);
    }

    void dunderAll_data() {
        columns();
        row("absent", "x = ['a']\n", "absent");
        row("list", "__all__ = ['a', \"b\", 'c' 'd',]\n", "literal a b cd");
        row("tuples", "__all__ = ('a',)\n__all__ += ('b', 'c')\n", "literal a b c");
        row("bare tuple", "__all__ = 'a', 'b'\n", "literal a b");
        row("annotated", "__all__: list[str] = ['a']\n", "literal a");
        row("sum", "__all__ = ['a'] + ['b']\n", "literal a b");
        row("sum in brackets", "__all__ = (['a'] + b)\n", "computed a");
        row("methods", "__all__ = []\n__all__.extend(['a'])\n__all__.append('b')\n", "literal a b");
        row("set anew", "__all__ = ['a']\n__all__ = ['b']\n", "literal b");
        row("under a condition", "__all__ = ['a']\nif x: __all__ = ['b']\n", "literal a b");
        row("for type checkers only", "__all__ = ['a']\nif TYPE_CHECKING: __all__ += ['b']\n", "literal a");
        row("of another module", "__all__ = ['a']\n__all__ += m.__all__\n", "computed a");
        row("starred", "__all__ = ['a', *m.__all__]\n", "computed a");
        row("comprehension", "__all__ = [n for n in x]\n", "computed");
        row("single string", "__all__ = ('a')\n", "computed");
        row("empty", "__all__ = ()\n", "literal");
        row("removed from", "__all__ = ['a']\n__all__.remove('a')\n", "computed a");
        row("imported", "from m import __all__\n", "computed");
        row("deleted", "__all__ = ['a']\ndel __all__\n", "absent");
        row("never closed", "__all__ = [\n 'a', 'b\u00e9\n, 'c']\n", "literal a b\u00e9 c");
        row("local", "def f():\n    __all__ = ['a']\n", "absent");
    }
    void dunderAll() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(printAll(scan(source))), expected);
    }

    void moduleGetattr() {
        QVERIFY(scan("def __getattr__(name): pass\n").hasModuleGetattr);
        QVERIFY(scan("if x:\n    def __getattr__(name): pass\n").hasModuleGetattr);
        QVERIFY(scan("__getattr__, __dir__ = attach(x)\n").hasModuleGetattr);
        QVERIFY(scan("from .lazy import __getattr__\n").hasModuleGetattr);
        QVERIFY(!scan("class C:\n    def __getattr__(self, name): pass\n").hasModuleGetattr);
        QVERIFY(!scan("if TYPE_CHECKING:\n    def __getattr__(name): pass\n").hasModuleGetattr);
    }

    void onlyReexports_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("expected");
        const auto add = [](const char* source, bool expected) {
            QTest::newRow(source) << QByteArray(source) << expected;
        };
        add("'doc'\nimport warnings\nfrom a import b, c as d\nB = b\nE = d.e\n__all__ = ['b']\n"
            "warnings.warn('x', DeprecationWarning, stacklevel=2)\n",
            true);
        add("try:\n    from a import b\nexcept ImportError:\n    from c import b\n", true);
        add("from a import *\n", true);
        add("from warnings import warn\nfrom a import b\nwarn('x')\ndef __getattr__(name): return 1\n", true);
        add("", false);
        add("'doc'\n", false);
        add("from __future__ import annotations\n", false);
        add("from a import b\nx = 1\n", false);
        add("from a import b\nx = y\n", false);
        add("from a import b\nb()\n", false);
        add("from a import b\ndef f(): pass\n", false);
        add("from a import b\nclass C(b): pass\n", false);
    }
    void onlyReexports() {
        QFETCH(QByteArray, source);
        QFETCH(bool, expected);
        QCOMPARE(scan(source).onlyReexports, expected);
    }
};

QTEST_APPLESS_MAIN(BindingsTest)
#include "bindings_test.moc"
