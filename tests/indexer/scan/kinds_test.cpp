#include "indexer/scan/table.h"

using namespace espalier::scan_test;

// When an import runs, and under which conditions.
class KindsTest : public QObject {
    Q_OBJECT
private slots:
    void kinds_data() {
        columns();
        row("functions", R"(
@deco(import_module("a"))
def f(x=import_module("b")) -> import_module("c"):
    import d
class C(import_module("e")):
    import g
h = lambda y=import_module("i"): import_module("j")
k = [lambda: import_module("l"), import_module("m")]
)",
            R"(
1:7-1:25 import,dynamic call a
2:9-2:27 import,dynamic call b
2:32-2:50 import,dynamic call c
3:5-3:13 deferred import d @ f
4:9-4:27 import,dynamic call e
5:5-5:13 import import g @ C
6:14-6:32 import,dynamic call i
6:34-6:52 deferred,dynamic call j
7:14-7:32 deferred,dynamic call l
7:34-7:52 import,dynamic call m
)");
        row("TYPE_CHECKING", R"(
from typing import TYPE_CHECKING as TC
import typing as t
if TYPE_CHECKING:
    import a
elif x:
    import b
else:
    import c
if t.TYPE_CHECKING: import d
if TC: import e
if not TYPE_CHECKING:
    import f
else:
    import g
if x:
    pass
elif typing.TYPE_CHECKING:
    import h
)",
            R"(
1:1-1:39 import from typing: TYPE_CHECKING as TC
2:1-2:19 import import typing as t
4:5-4:13 typing import a
6:5-6:13 import,conditional import b
8:5-8:13 import,conditional import c
9:21-9:29 typing import d
10:8-10:16 typing import e
12:5-12:13 import import f
14:5-14:13 typing import g
18:5-18:13 typing,conditional import h
)");
        row("TYPE_CHECKING combined", R"(
if TYPE_CHECKING and x: import a
else: import b
if TYPE_CHECKING or x: import c
if (not (TYPE_CHECKING)): import d
if not TYPE_CHECKING and x: import e
else: import f
)",
            R"(
1:25-1:33 typing,conditional import a
2:7-2:15 import import b
3:24-3:32 import,conditional import c
4:27-4:35 import import d
5:29-5:37 import,conditional import e
6:7-6:15 import,conditional import f
)");
        row("never", R"(
if 0: import a
elif x: import b
else: import c
if False:
    import d
    if y:
        import e
    from x.y.z import import_module
else:
    import f
if True: import g
else: import h
if None and z: import i
)",
            R"(
2:9-2:17 import,conditional import b
3:7-3:15 import,conditional import c
10:5-10:13 import import f
11:10-11:18 import import g
)");
        row("script", R"(
if __name__ == "__main__":
    import a
    def f():
        import b
    if TYPE_CHECKING:
        import c
else:
    import d
if '__main__' == __name__: import e
if __name__ != '__main__': import f
else: import g
if __name__ == "__main__" and x: import h
if __name__ == "main": import i
def k():
    if __name__ == '''__main__''':
        import l
)",
            R"(
2:5-2:13 script import a
4:9-4:17 script import b @ f
6:9-6:17 typing import c
8:5-8:13 import import d
9:28-9:36 script import e
10:28-10:36 import import f
11:7-11:15 script import g
12:34-12:42 script,conditional import h
13:24-13:32 import,conditional import i
16:9-16:17 script import l @ k
)");
        row("try", R"(
try:
    import a
except ImportError:
    import b
else:
    import c
finally:
    import d
try:
    import e
except ValueError:
    import f
except (KeyError, ModuleNotFoundError) as x:
    import g
try: import h
except: import i
try: import j
except KeyError: import k
try: import l
except* Exception: import m
try: import n
finally: import o
)",
            R"(
2:5-2:13 import,optional import a
4:5-4:13 import,optional import b
6:5-6:13 import,else import c
8:5-8:13 import import d
10:5-10:13 import,optional import e
12:5-12:13 import,conditional import f
14:5-14:13 import,optional import g
15:6-15:14 import,optional import h
16:9-16:17 import,optional import i
17:6-17:14 import import j
18:18-18:26 import,conditional import k
19:6-19:14 import,optional import l
20:20-20:28 import,optional import m
21:6-21:14 import import n
22:10-22:18 import import o
)");
        row("try around definitions", R"(
try:
    class C:
        import a
    def f():
        import b
    if x:
        import c
    try:
        import d
    except KeyError:
        import e
except ImportError:
    pass
)",
            R"(
3:9-3:17 import,optional import a @ C
5:9-5:17 deferred import b @ f
7:9-7:17 import,optional,conditional import c
9:9-9:17 import,optional import d
11:9-11:17 import,optional,conditional import e
)");
        row("suppress", R"(
with suppress(ImportError): import a
with open(x) as y, contextlib.suppress(KeyError, ModuleNotFoundError):
    import b
with (suppress(Exception)): import c
with suppress(KeyError): import d
from contextlib import suppress as s
with s(ImportError): import e
)",
            R"(
1:29-1:37 import,optional import a
3:5-3:13 import,optional import b
4:29-4:37 import,optional import c
5:26-5:34 import import d
6:1-6:37 import from contextlib: suppress as s
7:22-7:30 import,optional import e
)");
        row("other conditions", R"(
if sys.version_info >= (3, 8): import a
else: import b
while x: import c
else: import d
for y in z:
    import e
else:
    import f
with g: import h
def i():
    if j: import k
async def l():
    async for m in n: import o
    async with p: import q
)",
            R"(
1:32-1:40 import,conditional import a
2:7-2:15 import,conditional import b
3:10-3:18 import,conditional import c
4:7-4:15 import,conditional import d
6:5-6:13 import,conditional import e
8:5-8:13 import,conditional import f
9:9-9:17 import import h
11:11-11:19 deferred,conditional import k @ i
13:23-13:31 deferred,conditional import o @ l
14:19-14:27 deferred import q @ l
)");
        row("a condition around a function stays", "if x:\n    def f(): import a\n",
            "2:14-2:22 deferred,conditional import a @ f\n");
        row("colons of lambdas and slices in headers",
            "if lambda: x[1:2]: import a\nwhile {1: 2}[f(lambda: 1)]: import b\n", R"(
1:20-1:28 import,conditional import a
2:29-2:37 import,conditional import b
)");
    }
    void kinds() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        QCOMPARE(lines(facts.imports), expected);
        QCOMPARE(lines(facts.problems), QByteArray());
    }
};

QTEST_APPLESS_MAIN(KindsTest)
#include "kinds_test.moc"
