#include "indexer/scan/table.h"

using namespace espalier::scan_test;

// Modules named in calls and strings.
class DynamicTest : public QObject {
    Q_OBJECT
private slots:
    void calls_data() {
        columns();
        row("import_module", R"(
import importlib as il
from importlib import import_module as im
m = importlib.import_module('a.b')
il.import_module('c')
im(
    'd',
)
other.import_module('e')
x = f'{import_module("f")!r:>{import_module("g")}}'
)",
            R"(
1:1-1:23 import import importlib as il
2:1-2:42 import from importlib: import_module as im
3:5-3:35 import,dynamic call a.b
4:1-4:22 import,dynamic call c
5:1-7:2 import,dynamic call d
9:8-9:26 import,dynamic call f
9:31-9:49 import,dynamic call g
)");
        row("relative", R"(
import_module(".x", __package__)
import_module("..x.y", package=__name__)
import_module(".x", "p.q")
import_module("..x", package="p.q")
)",
            R"(
1:1-1:33 import,dynamic call .x
2:1-2:41 import,dynamic,own-name call ..x.y
3:1-3:27 import,dynamic call p.q.x
4:1-4:36 import,dynamic call p.x
)");
        row("__import__", R"(
__import__("a.b")
__import__("b", globals(), locals(), ["c", 'd'], 1)
builtins.__import__("e", level=0, fromlist=("f",))
self.__import__("g")
)",
            R"(
1:1-1:18 import,dynamic call a.b
2:1-2:52 import,dynamic call .b: c, d
3:1-3:51 import,dynamic call e: f
)");
        row("importorskip",
            "np = pytest.importorskip('numpy', minversion='1')\ndef f(): importorskip(modname='a')\n", R"(
1:6-1:50 import,optional,dynamic call numpy
2:10-2:35 deferred,optional,dynamic call a @ f
)");
        row("aliases below the functions that use them", R"(
def f():
    il.import_module('a')
    return [im('b') for x in y]
x = im('not yet')
g = lambda: pytest_.importorskip('c')
class C:
    y = il.import_module('not yet')
    def h(self):
        if TC: import d
import importlib as il, pytest as pytest_
from importlib import import_module as im
from typing import TYPE_CHECKING as TC
z = im('e')
)",
            R"(
2:5-2:26 deferred,dynamic call a @ f
3:13-3:20 deferred,dynamic call b @ f
5:13-5:38 deferred,optional,dynamic call c
9:16-9:24 typing import d @ C.h
10:1-10:42 import import importlib as il, pytest as pytest_
11:1-11:42 import from importlib: import_module as im
12:1-12:39 import from typing: TYPE_CHECKING as TC
13:5-13:12 import,dynamic call e
)");
        row("a function's own alias", R"(
def f():
    im('a')
def g():
    from importlib import import_module as im
    im('b')
)",
            R"(
4:5-4:46 deferred from importlib: import_module as im @ g
5:5-5:12 deferred,dynamic call b @ g
)");
        row("nested", "f(import_module('a'), g(lambda: [import_module('b'), 1], import_module('c')))\n", R"(
1:3-1:21 import,dynamic call a
1:34-1:52 deferred,dynamic call b
1:58-1:76 import,dynamic call c
)");
        row("its own function", "def import_module(name): pass\nimport_module('a')\n", "");
    }
    void calls() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), expected);
        QCOMPARE(lines(facts.problems), QByteArray());
    }

    void computedNames_data() {
        columns();
        row("variable", "import_module(name)\n",
            "1:1 dynamic-import: the module name is computed: import_module(name)\n");
        row("sum", "x = importlib.import_module('a.' + b)\n",
            "1:5 dynamic-import: the module name is computed: importlib.import_module('a.' + b)\n");
        row("f-string", "__import__(f'a.{b}')\n",
            "1:1 dynamic-import: the module name is computed: __import__(f'a.{b}')\n");
        row("relative without package", "import_module('.a')\n",
            "1:1 dynamic-import: relative module name without a package: import_module('.a')\n");
        const std::string longName(100, 'x'),
            cut = longName + "\u00e9\u00e9" + std::string(81, 'y'); // 199 bytes with the call
        const std::string call = "import_module(" + cut;
        row("a long name", (call + "\u00e9z)\n").c_str(),
            ("1:1 dynamic-import: the module name is computed: " + call + "\n").c_str());
        row("never", "if 0: import_module(name)\n", "");
    }
    void computedNames() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), QByteArray());
        QCOMPARE(lines(facts.problems), expected);
        QVERIFY(!facts.broken);
    }

    void strings_data() {
        columns();
        row("patch", R"(
@patch("a.b")
@mock.patch.object("c.d", "e")
def f():
    with mocker.patch('g.h.i') as x: pass
    monkeypatch.setattr("j.k", 1)
    patch.dict("os.environ", {})
setattr("l.m", 1)
f("n.o")
)",
            R"(
1:8-1:13 import,string string a.b
2:20-2:25 import,string string c.d
4:23-4:30 deferred,string string g.h.i @ f
5:25-5:30 deferred,string string j.k @ f
6:16-6:28 deferred,string string os.environ @ f
)");
        row("settings", R"(
MIDDLEWARE = ["django.middleware.Security", "a.b", u'c.d.e', b"f.g.h", "1.2.3", "x..y.z", "x.y.z."]
f"i.j.k{'l.m.n'}"
"""o.p.q"""
"r.s." "t.u"
x = ("v.w.x")
)",
            R"(
1:15-1:43 import,string string django.middleware.Security
1:52-1:60 import,string string c.d.e
2:9-2:16 import,string string l.m.n
5:6-5:13 import,string string v.w.x
)");
        row("entry points", R"(
setup(scripts=['run = p.m:main', 'r-2.x=p.m:C.run [a, b]', u'p.m:main'], x=b'p.m:main')
pkgutil.resolve_name('a.b.c:D.e')
def f(): return '2to3   =   lib2to3.main:main'
x = 'é = ä.ö:ü'
)",
            R"(
1:16-1:32 import,string string p.m
1:34-1:58 import,string string p.m
1:60-1:71 import,string string p.m
2:22-2:33 import,string string a.b.c
3:17-3:47 deferred,string string lib2to3.main @ f
4:5-4:16 import,string string ä.ö
)");
        row("text with a colon", R"(
x = ['Note: x', 'http://a.b/c', 'a:b', '12:30', '1.5:2', '{a.b:c}', 'a.b: c', 'a.b :c', 'see a.b:c', 'a.b:c d']
y = ['a.b:', ':a.b', 'a..b:c', 'a.1:c', 'a.b:80', 'a.b:c:d', 'a.b:c[d', 'a.b:c[d]e', 'x y = a.b:c', '= a.b:c']
f(lambda: 'a.b:c' 'd', '''a.b:c''', f'a.b:c', 'x == a.b:c', 'a-b.c:d', 'a.b:c.', 'a.b:c-d', r'a.b\:c')
)",
            "");
        row("not in import calls", "import_module('a.b.c', package='d.e.f')\n",
            "1:1-1:40 import,dynamic call a.b.c\n");
    }
    void strings() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), expected);
    }
};

QTEST_APPLESS_MAIN(DynamicTest)
#include "dynamic_test.moc"
