#include "indexer/symbols/extractor.h"

#include <QTest>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace espalier;
using facts::MarkSource;
using symbols::extractSymbols;

namespace {

std::string place(std::uint32_t line, std::uint32_t column) {
    return std::to_string(line) + ":" + std::to_string(column);
}

// One line per fact: "class A 1:1-2:9 (Base, m.Other)", "call os.path.join 3:5", "warned A.f 4 text", …
std::string print(const facts::SymbolFacts& facts) {
    static const char* const kKinds[] = {"class ", "function ", "method "};
    static const char* const kRoles[] = {"read ", "call ", "base ", "decorator "};
    std::string out;
    for (const facts::Definition& d : facts.definitions) {
        out += kKinds[static_cast<int>(d.kind)] + d.name + " " + place(d.span.line, d.span.column) + "-" +
               place(d.span.endLine, d.span.endColumn);
        for (std::size_t i = 0; i < d.bases.size(); ++i)
            out += (i == 0 ? " (" : ", ") + d.bases[i];
        out += d.bases.empty() ? "\n" : ")\n";
    }
    for (const facts::Use& u : facts.uses)
        out += kRoles[static_cast<int>(u.role)] + u.name + " " + place(u.line, u.column) + "\n";
    for (const facts::DeprecationMark& m : facts.marks) {
        const char* source = m.source == MarkSource::Warning     ? "warned "
                             : m.source == MarkSource::Decorator ? "decorated "
                             : m.source == MarkSource::Condition ? "at times "
                                                                 : "documented ";
        out += source + m.symbol + " " + std::to_string(m.line) + (m.message.empty() ? "" : " ") + m.message +
               "\n";
    }
    for (const facts::FileProblem& p : facts.problems)
        out += p.code + " " + place(p.line, p.column) + " " + p.message + "\n";
    return out;
}

std::string usesOf(const std::string& source) {
    facts::SymbolFacts facts = extractSymbols(source);
    facts.definitions.clear();
    facts.marks.clear();
    return print(facts);
}

std::string marksOf(const std::string& source) {
    facts::SymbolFacts facts = extractSymbols(source);
    facts.definitions.clear();
    facts.uses.clear();
    return print(facts);
}

void compare(const std::string& found, const std::string& expected) {
    QCOMPARE(QString::fromStdString(found), QString::fromStdString(expected));
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

} // namespace

class ExtractorTest : public QObject {
    Q_OBJECT

    static void row(const char* name, const char* source, const char* expected) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(expected);
    }

private slots:
    void definitions() {
        compare(print(extractSymbols(R"py(
@cached
@other("x")
async def outer(a, b=1):
    def inner(): pass
    class Local(Base, m.Other[int], *rest, metaclass=M):
        if a:
            def method(self):
                return lambda: 1  # a remark
    # the end
# of it

class Ünï: é = 1; ü = 2
def broken_off()
)py")),
                "function outer 2:1-9:33\n"
                "function outer.inner 5:5-5:22\n"
                "class outer.Local 6:5-9:33 (Base, m.Other)\n"
                "method outer.Local.method 8:13-9:33\n"
                "class Ünï 13:1-13:24\n"
                "syntax-error 14:17 the statement is not complete\n");
    }

    void uses_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("expected");
        row("roles", "import m\n@m.d\n@m.e(m.x)\nclass A(m.B, m.C[m.T], metaclass=m.M): pass\nm.f(m.y)\n",
            "decorator m.d 2:2\ndecorator m.e 3:2\nread m.x 3:6\nbase m.B 4:9\nbase m.C 4:14\nread m.T 4:18\n"
            "read m.M 4:34\ncall m.f 5:1\nread m.y 5:5\n");
        row("longest chain", "import a.b\na.b.c().d\na.b[0].e\n((a).f).h\na . \\\n  g\n",
            "call a.b.c 2:1\nread a.b 3:1\nread a.f.h 4:3\nread a.g 5:1\n");
        row("what nothing here binds", "import a\nprint(len(b), a)\n", "read a 2:15\n");
        row("a star may bind it", "from m import *\nclass A(Base): pass\n", "base Base 2:9\n");
        row("aliases", "from m import x as y, z\nimport a.b as c, d.e\nx, y, z, a, c, d.e\n",
            "read y 3:4\nread z 3:7\nread c 3:13\nread d.e 3:16\n");
        row("module-level names", "def f(): return g(K)\ndef g(x): pass\nK = f\n",
            "call g 1:17\nread K 1:19\nread f 3:5\n");
        row("parameters shadow",
            "import a, b\ndef f(a, *args, q=a, **b) -> b: return a, b, args\nlambda b: a(b)\n",
            "read a 2:19\nread b 2:30\ncall a 3:11\n");
        row("local names shadow, also before they are bound",
            "import a, b\ndef f():\n    a.x\n    for a, (c, *b) in []: b\n    with c as [d]: d\n", "");
        row("an import in a function counts there", "def f():\n    import a\n    a.b()\ndef g(): a.c\n",
            "call a.b 3:5\n");
        row("global and nonlocal", "def f():\n    global g\n    g = 1\n    def h():\n        nonlocal g\ng\n",
            "read g 6:1\n");
        row("methods do not see class names",
            "import a\nclass C:\n    a = a.b\n    a.c\n    def f(self): a.d\n",
            "read a.b 3:9\nread a.d 5:18\n");
        row("comprehensions",
            "import a\n[a.x for a in a.y if a.z]\n{k: (n := k) for k in a for j in a.w}\nn\n",
            "read a.y 2:15\nread a 3:23\nread a.w 3:34\nread n 4:1\n");
        row("except, with, walrus",
            "import a\ndef f():\n    try: pass\n    except a.E as e: e\n    with a.o() as x: x\n    (y := "
            "a), y\n",
            "read a.E 4:12\ncall a.o 5:10\nread a 6:11\n");
        row("match",
            "import a\ndef f(v):\n    match v:\n        case a.X: pass\n        case a.Y(k=p, l=a.Z): p\n"
            "        case {'q': r, **s}: r, s\n        case [t, *u] as w if a.v: t, u, w\n",
            "read a.X 4:14\nread a.Y 5:14\nread a.Z 5:25\nread a.v 7:30\n");
        row("f-strings", "import a\nf'{a.x:{a.w}}' '{a.y}' rf\"{a.z!r}\"\n",
            "read a.x 2:4\nread a.w 2:9\nread a.z 2:28\n");
        row("annotations", "import a\nx: a.T = 1\ndef f(p: a.P = a.d, *q: a.Q) -> a.R: y: a.L\n",
            "read a.T 2:4\nread a.P 3:10\nread a.d 3:16\nread a.Q 3:25\nread a.R 3:33\nread a.L 3:41\n");
        row("type parameters",
            "import a, T\ndef f[T: a.B](x: T) -> a.L[T]: pass\nclass C[T](a.G[T]): x: T\ntype X = a.Y | "
            "None\n",
            "read a.B 2:10\nread a.L 2:24\nbase a.G 3:12\nread a.Y 4:10\n");
        row("attributes that are set", "import a\na.x = 1\na.y += 1\ndel a.z\na[0] = 1\n",
            "read a.x 2:1\nread a.y 3:1\nread a.z 4:5\nread a 5:1\n");
        row("keywords are no names", "import a\nf(a=1, b=a.c)\n", "read a.c 2:10\n");
        row("columns count code points", "import a\n'äöü€𝄞'; a.é()\n", "call a.é 2:10\n");
        row("a call of type", "from m import *\ntype(self).n = 1\n", "call type 2:1\nread self 2:6\n");
        row("old and other line ends", "import a\ra.b\r\na.c\n", "read a.b 2:1\nread a.c 3:1\n");
        row("broken code", "import a\na.b(\ndef f(): a.c\n", nullptr);
    }
    void uses() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const std::string found = usesOf(source.toStdString());
        if (!expected.isNull())
            compare(found, expected.toStdString());
        else
            QVERIFY(found.find(" a.b ") != std::string::npos);
    }

    void whenUsesRun() {
        const char* source = "import m\n"
                             "x: m.i1 = m.i2\n"                        // annotation, value
                             "@m.i3\ndef f(a: m.i4 = m.i5) -> m.i6:\n" // decorated
                             "    y: m.i7 = m.i8\n"
                             "def g(a: m.i9 = m.j1, *, b: list[m.j2]) -> m.j3:\n"
                             "    def h(c: m.j4) -> m.j5: return lambda: m.j6\n"
                             "class C(m.j7):\n    z: m.j8 = m.j9\n"
                             "    def k(self, d: m.k1): m.k2\n"
                             "t = lambda e=m.k3: m.k4\n[m.k5 for _ in m.k6]\n";
        QString found;
        for (const facts::Use& use : extractSymbols(source).uses)
            found += QString::fromStdString(use.name.substr(2)) + ' ' +
                     QString::fromUtf8(facts::name(use.when)).left(1) + ", ";
        QCOMPARE(found,
                 "i1 t, i2 i, i3 i, i4 i, i5 i, i6 i, i7 t, i8 d, i9 t, j1 i, j2 t, j3 t, j4 t, j5 t, j6 d, "
                 "j7 i, j8 i, j9 i, k1 t, k2 d, k3 i, k4 d, k5 i, k6 i, ");
    }

    void deprecations_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("expected");
        row("warning in a function",
            "import warnings\ndef f():\n    if x:\n        warnings.warn('f is gone', DeprecationWarning, "
            "stacklevel=2)\n",
            "warned f 4 f is gone\n");
        row("only where a parameter is given",
            "import warnings\ndef f(x=None):\n    if x is not None:\n        warnings.warn('x of f() is "
            "deprecated', DeprecationWarning)\n"
            "def g(**k):\n    for n in k:\n        with a:\n            warnings.warn(n, "
            "DeprecationWarning)\n"
            "def h(x):\n    x and warnings.warn('calling h with x is over', DeprecationWarning)\n"
            "def i(x):\n    try:\n        y = x\n    except E:\n        warnings.warn('x', "
            "DeprecationWarning)\n    else:\n        warnings.warn('y', DeprecationWarning)\n",
            "at times f 4 x of f() is deprecated\nat times g 8\nat times h 10 calling h with x is over\n"
            "at times i 15 x\nwarned i 17 y\n");
        row("said of the whole, though under a condition",
            "import warnings\nclass A:\n    def old(self):\n        if not seen:\n            "
            "warnings.warn('`A.old()`, too, has gone', DeprecationWarning)\n            "
            "warnings.warn('A.old(), is deprecated', DeprecationWarning)\n            "
            "warnings.warn('old was opened for writing', DeprecationWarning)\n            "
            "warnings.warn('The method \"A.old\" has been renamed', DeprecationWarning)\n"
            "    def inner(self):\n        if x:\n            def f():\n                warnings.warn('x', "
            "DeprecationWarning)\n",
            "at times A.old 5 `A.old()`, too, has gone\nwarned A.old 6 A.old(), is deprecated\n"
            "at times A.old 7 old was opened for writing\nwarned A.old 8 The method \"A.old\" has been renamed\n"
            "warned A.inner.f 12 x\n");
        row("alias, keyword, late category",
            "from warnings import warn as w\ndef f():\n    w('a' \"b\" f'{c}d\\n',"
            " category=builtins.FutureWarning)\n",
            "warned f 3 abd\n\n");
        row("imported within, instance",
            "def f():\n    import warnings as ws\n    ws.warn(PendingDeprecationWarning('x'))\n",
            "warned f 3 x\n");
        row("a project's own categories",
            "import warnings\nfrom m import RemovedInFoo40Warning\ndef f():\n"
            "    warnings.warn('x', RemovedInFoo40Warning)\n"
            "def g():\n    warnings.warn('y', m.FooDeprecationWarning)\n",
            "warned f 4 x\nwarned g 6 y\n");
        row("other warnings",
            "import warnings\ndef f():\n    warnings.warn('x', UserWarning)\n    warnings.warn("
            "'DeprecationWarning')\n    self.warn('x', DeprecationWarning)\n",
            "");
        row("not the module's",
            "import warnings\nwarnings.warn('x', DeprecationWarning)\ndef __getattr__(n):\n"
            "    warnings.warn(n, DeprecationWarning)\n",
            "");
        row("a shadowed name",
            "import warnings\ndef f(warnings):\n    warnings.warn('x', DeprecationWarning)\n", "");
        row("makers mark their class, nested functions themselves",
            "import warnings\nclass A:\n    def __init__(self):\n        warnings.warn('a', "
            "DeprecationWarning)\n"
            "    def m(self):\n        def inner():\n            warnings.warn('b', DeprecationWarning)\n"
            "class B:\n    warnings.warn('c', DeprecationWarning)\n"
            "def __init__():\n    warnings.warn('d', DeprecationWarning)\n",
            "warned A 4 a\nwarned A.m.inner 7 b\nwarned B 9 c\nwarned __init__ 11 d\n");
        row("messages",
            "import warnings\ndef f():\n    warnings.warn('%s is old' % x, DeprecationWarning)\n"
            "    warnings.warn('{} too'.format('no'), DeprecationWarning)\n    warnings.warn(('a' + b + "
            "r'\\c'), "
            "DeprecationWarning)\n    warnings.warn(text, DeprecationWarning)\n",
            "warned f 3 %s is old\nwarned f 4 {} too\nwarned f 5 a\\c\nwarned f 6\n");
        row("decorators",
            "from warnings import deprecated as old\n@old('use g')\ndef f(): pass\n@x.y\n"
            "@typing_extensions.deprecated('no')\nclass A:\n    @deprecation.deprecated(deprecated_in='1', "
            "details='go')\n"
            "    def m(self): pass\n    @deprecated\n    def n(self): pass\n",
            "decorated f 2 use g\ndecorated A 5 no\ndecorated A.m 7 go\ndecorated A.n 9\n");
        row("decorators that mean something else",
            "import pytest\nfrom pytest import mark\n@pytest.mark.deprecated\n"
            "def f(): pass\n@mark.deprecated('x')\ndef g(): pass\n@overload\n@deprecated('x')\ndef h(): "
            "pass\n"
            "@not_deprecated\n@deprecated.x\ndef i(): pass\n",
            "");
        row("docstrings", R"py(
def a():
    """Deprecated, use b."""
def b():
    """Does it.

    .. deprecated:: 1.2
       Use c
       instead.

    More.
    """
class C:
    # a remark
    "DEPRECATED: gone soon"
    def m(self):
        '''Old. This method is now deprecated in favour of n.'''
)py",
            "documented a 3 Deprecated, use b.\ndocumented b 7 .. deprecated:: 1.2 Use c instead.\n"
            "documented C 15 DEPRECATED: gone soon\n"
            "documented C.m 17 Old. This method is now deprecated in favour of n.\n");
        row("docstrings that speak of something else", R"py(
def a():
    """Returns the deprecated names. Is x deprecated? This says. It is deprecated in y."""
def b(x):
    """Does it.

    x
        .. deprecated:: 1.2
    not deprecated
    """
def c():
    x = "Deprecated"
def d():
    f("Deprecated")
    """Deprecated"""
)py",
            "");
    }
    void deprecations() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        compare(marksOf(source.toStdString()), expected.toStdString());
    }

    void syntaxErrors() {
        compare(marksOf("x = 1\nif x y:\n    pass\n").substr(0, 16), "syntax-error 2:6");
        compare(print(extractSymbols("print 'a'\n")), "syntax-error 1:7 not Python from here on: 'a'\n");
        compare(print(extractSymbols("x = (\n")), ""); // lexical: the scanner tells
        compare(print(extractSymbols("x = [1, *y, *z][*a, *b]\nwith (yield): pass\n")), "");
        compare(print(extractSymbols("print >> f, x\nexec('x')\n")), "");
        const facts::SymbolFacts many = extractSymbols(repeated("print 'a'\n", 50));
        QCOMPARE(many.problems.size(), 21U);
        QCOMPARE(many.problems.back().line, 21U);
        QVERIFY(many.problems.back().message.find("more") != std::string::npos);
    }

    void hostileInput_data() {
        QTest::addColumn<QByteArray>("source");
        const auto add = [](const char* name, const std::string& source) {
            QTest::newRow(name) << QByteArray::fromStdString(source);
        };
        add("empty", "");
        add("brackets", repeated("(", 20000) + "a" + repeated(")", 20000));
        add("open brackets", repeated("[", 20000));
        add("attributes", "import a\na" + repeated(".b", 50000));
        add("calls", "import a\na" + repeated(".b()", 20000));
        add("sum", "import a\na" + repeated(" + a", 20000));
        add("lambdas", repeated("lambda: ", 20000) + "1");
        add("f-strings", repeated("f'{", 500) + repeated("}'", 500));
        add("zeros", std::string(1000, '\0') + "\ndef f(): pass\n");
        add("invalid bytes", "x = '\xff\xfe'\n\xc3\ndef f(): pass\n");
        add("quotes", repeated("'''\"", 5000));
        add("decorators", repeated("@a\n", 5000));
        std::string nested;
        for (int i = 0; i < 1100; ++i)
            nested += std::string(static_cast<std::size_t>(i), ' ') + "def f():\n";
        add("definitions", nested + std::string(1100, ' ') + "pass\n");
    }
    void hostileInput() {
        QFETCH(QByteArray, source);
        const facts::SymbolFacts facts = extractSymbols(source.toStdString());
        QVERIFY(facts.problems.size() <= 22);
        for (const facts::Definition& d : facts.definitions)
            QVERIFY(d.name.size() <= 1000);
    }

    void limits() {
        compare(print(extractSymbols("def f():\n def g():\n  def h(): pass\ndef i(): pass\n", {.scopes = 2})),
                "function f 1:1-3:16\nfunction f.g 2:2-3:16\nfunction i 4:1-4:14\n"
                "nesting-too-deep 3:3 definitions are nested too deeply here and are left out\n");
        compare(print(extractSymbols("import abc\nabc.de\nabc\nclass fghijkl: pass\n", {.nameBytes = 5})),
                "read abc 3:1\n");
        compare(print(extractSymbols(repeated("x = [a, (b, c)]\n", 100000), {.parseMicros = 1})),
                "parse-timeout 0:0 took too long to read; its symbols are not known\n");
        compare(print(extractSymbols("def f(): pass\n")),
                "function f 1:1-1:14\n"); // the parser is usable again
    }

    void largeTextIsLeftAlone() {
        const facts::SymbolFacts facts = extractSymbols("def f(): pass\n", {.textBytes = 10});
        QVERIFY(facts.definitions.empty());
        QCOMPARE(facts.problems.size(), std::size_t{1});
        QCOMPARE(facts.problems[0].code, std::string("too-large"));
        QVERIFY(extractSymbols("def f(): pass\n", {.textBytes = 14}).problems.empty());
    }

    // More than 65,535 children of one node were too many for older runtimes of tree-sitter.
    void manySiblings() {
        const std::string comments = repeated("# c\n", 70'000);
        compare(print(extractSymbols(comments + "def f(): pass\n")), "function f 70001:1-70001:14\n");
        compare(print(extractSymbols("def f(): pass\n" + comments)), "function f 1:1-1:14\n");
        QVERIFY(extractSymbols("x = " + repeated("[", 70'000) + "\ndef f(): pass\n").problems.empty());
        QVERIFY(!extractSymbols("x = " + repeated("-", 70'000) + "\n").problems.empty());
    }

    void threads() {
        const std::string source =
            "import a\nclass A(a.B):\n    def f(self): return a.c(self)\n" + repeated("a.x\n", 500);
        const std::string expected = print(extractSymbols(source));
        std::atomic<int> equal = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int k = 0; k < 20; ++k)
                    equal += print(extractSymbols(source)) == expected ? 1 : 0;
            });
        threads.clear();
        QCOMPARE(equal.load(), 80);
    }
};

QTEST_APPLESS_MAIN(ExtractorTest)
#include "extractor_test.moc"
