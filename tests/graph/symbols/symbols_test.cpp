// Names to their definitions, on small projects that python3 imports, too.
#include "graph/model/project_text.h"
#include "graph/symbols/origin_text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

class SymbolsTest : public QObject {
    Q_OBJECT

    static graph::SnapshotPtr snapshotOf(const char* text) {
        return graph::buildSnapshot(projectFromText(text), {});
    }

    static void write(const QString& folder, const char* text) {
        for (const auto& [path, content] : filesFromText(text)) {
            const QString whole = folder + '/' + QString::fromStdString(path);
            QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
            QFile file(whole);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content.data(), static_cast<qint64>(content.size()));
        }
    }

    static QString proofText(graph::Symbols& symbols, const char* module, const char* name) {
        QString out;
        const graph::ModuleId id = *symbols.snapshot().find(module);
        for (const graph::Step& step : symbols.proof(id, name, symbols.origins(id, name).front()))
            out += QString::fromStdString(symbols.snapshot()[step.module].name + ':' +
                                          std::to_string(step.line) + ' ' + step.text + '\n');
        return out;
    }

private slots:
    void origins_data() {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("expected"); // "module:name = origins" lines; "!" before: not for python3
        const auto row = [](const char* name, const char* project, const char* expected) {
            QTest::newRow(name) << project << expected;
        };
        row("definitions", "== m.py\nclass A: pass\ndef f(): pass\nx = 1\nx += 1\nnone = None\n",
            "m:A = definition m:A@1\nm:f = definition m:f@2\nm:x = value m:x@4\nm:none = value m:none@5\n"
            "m:y = unresolved m:y\nm:__name__ = implicit __name__\n");
        row("re-exports",
            "== p/__init__.py\nfrom .a import A as B, f\n== p/a.py\nfrom .b import A\nfrom p.b import f\n"
            "== p/b.py\nclass A: pass\ndef f(): pass\n",
            "p:B = definition p.b:A@1\np:f = definition p.b:f@2\np.a:A = definition p.b:A@1\np:a = module "
            "p.a\n");
        row("aliases",
            "== m.py\nimport n\nimport n as k\nA = n.C\nB = A\nD = k.C\nE = (B)\nF = n.C.m\nG = G2 = n.g\n"
            "== n.py\nclass C:\n    def m(self): pass\ndef g(): pass\n",
            "m:A = definition n:C@1\nm:B = definition n:C@1\nm:D = definition n:C@1\nm:E = definition n:C@1\n"
            "m:F = value m:F@7\nm:G = definition n:g@3\nm:G2 = definition n:g@3\nm:k = module n\n");
        row("an alias keeps what its name was",
            "== m.py\nclass B: pass\nA = B\nclass B: pass\nC = B\ndel B\n",
            "!m:A = definition m:B@1\n!m:C = definition m:B@3\nm:B = unresolved m:B\n");
        row("the last one wins",
            "== m.py\nfrom n import x\ndef x(): pass\nfrom n import y\n== n.py\nx = 1\ny = 2\ny = 3\n",
            "m:x = definition m:x@2\nm:y = value n:y@3\n");
        row("alternatives",
            "== m.py\ntry:\n    from fast import f\nexcept ImportError:\n    from slow import f\nif f:\n    "
            "g = f\n"
            "else:\n    def g(): pass\nx = 1\nif g: x = 2\n== slow.py\ndef f(): pass\n== fast.py\n",
            "m:f = definition slow:f@1 | unresolved fast:f\nm:g = definition m:g@8 | definition slow:f@1 | "
            "unresolved fast:f\n"
            "m:x = value m:x@10 | value m:x@9\n");
        row("the else clause of a try",
            "== a.py\nclass X: pass\n== m.py\nF = 0\ntry:\n    import a\nexcept ImportError:\n    X = None\n"
            "else:\n    X = a.X\ntry:\n    from a import X as Z\nexcept ImportError:\n    Z = None\nelse:\n"
            "    Y = 1\nfinally:\n    F = 1\n",
            "m:X = definition a:X@1 | value m:X@5\nm:Z = value m:Z@11 | definition a:X@1\n"
            "m:Y = value m:Y@13\nm:F = value m:F@15\n");
        row("an else clause that does not run",
            "== m.py\nold = 1\ntry:\n    import gone\nexcept ImportError:\n    X = old\nelse:\n    X = "
            "gone.X\n"
            "== p/__init__.py\nx = 1\ntry:\n    import gone\nexcept ImportError:\n    pass\nelse:\n"
            "    from .x import y\n== p/x.py\ny = 1\n",
            "m:X = external gone.X | value m:old@1\np:x = module p.x | value p:x@1\n");
        row("del under a condition",
            "== m.py\nA = 1\nif not A: del A\nB = 1\nif not A:\n    B = 2\n    del B\nC = 1\ndel C\n"
            "if A:\n    D = 1\n    E = D\n    del D\nfor i in (1, 2):\n    del i\n"
            "if A:\n    from s import *\n    G = g\n    del g\n== s.py\ndef g(): pass\ndef h(): pass\n",
            "m:A = value m:A@1\nm:B = value m:B@3\nm:C = unresolved m:C\nm:D = unresolved m:D\n"
            "m:E = value m:D@10\nm:i = unresolved m:i\nm:G = definition s:g@1\nm:g = unresolved m:g\n"
            "m:h = definition s:h@2\n");
        row("del in a try",
            "== m.py\ntry:\n    import a\n    del a\n    E = 1\nexcept ImportError:\n    E = 0\n"
            "try:\n    import gone\nexcept ImportError:\n    gone = None\nelse:\n    del gone\n"
            "try:\n    import a as b\nexcept ImportError:\n    pass\nelse:\n    B = b\n    del b\n"
            "try:\n    import a as c\n    import lost\nexcept ImportError:\n    pass\nelse:\n"
            "    del c, lost\n== a.py\n",
            "m:a = unresolved m:a\nm:E = value m:E@6 | value m:E@4\nm:gone = value m:gone@10\n"
            "m:b = unresolved m:b\nm:B = module a\nm:c = module a\nm:lost = unresolved m:lost\n");
        row("del of a submodule",
            "== p/__init__.py\nx = 1\nif not x:\n    from .x import y\n    del x\ny = x\nz = 1\n"
            "if not z:\n    from .x import z\n    del z\n== p/x.py\nz = 1\n",
            "p:x = value p:x@1\np:y = value p:x@1\np:z = value p:z@6\n");
        row("stars",
            "== m.py\nfrom a import *\nfrom b import *\nx = 1\nfrom c import *\n== a.py\ndef f(): pass\ndef "
            "g(): pass\n_h = 1\n"
            "== b.py\n__all__ = ['g', '_k']\ndef g(): pass\ndef f(): pass\n_k = 1\n== c.py\nfrom a import f "
            "as x\n"
            "if x:\n    g = 1\n",
            "m:f = definition a:f@1\nm:g = value c:g@3\nm:_h = unresolved m:_h\nm:_k = value b:_k@4\n"
            "m:x = definition a:f@1\n");
        row("stars of stars, in a circle",
            "== a.py\nfrom b import *\ndef f(): pass\n== b.py\nfrom a import *\ndef g(): pass\n",
            "!a:g = definition b:g@2\n!b:f = definition a:f@2\n!a:x = unresolved a:x\n");
        row("a computed __all__",
            "== m.py\nfrom a import *\n== a.py\nfrom b import *\nimport b\n__all__ = b.__all__ + ['f']\n"
            "def f(): pass\n== b.py\n__all__ = ['g']\ndef g(): pass\n",
            "m:f = definition a:f@4\nm:g = definition b:g@2\nm:h = unresolved m:h\n");
        row("circles of re-exports",
            "== a.py\nfrom b import X\n== b.py\nfrom c import X\n== c.py\nfrom a import X\n"
            "== d.py\nfrom e import Y\nY = 1\n== e.py\nfrom d import Y\n"
            "== f.py\ntry:\n    from g import Z\nexcept ImportError:\n    Z = 1\n"
            "== g.py\ntry:\n    from f import Z\nexcept ImportError:\n    Z = 2\n",
            "!a:X = cycle a:X\n!b:X = cycle b:X\n!d:Y = value d:Y@2\n!e:Y = value d:Y@2\n"
            "!f:Z = value f:Z@4 | value g:Z@4\n!g:Z = value g:Z@4 | value f:Z@4\n");
        row("submodules",
            "== p/__init__.py\nfrom . import a\nx = 1\nfrom .x import y\nfrom .z import z\nimport p.w\nw2 = "
            "w\nz2 = x\n"
            "== p/a.py\n== p/x.py\ny = 1\n== p/z.py\ndef z(): pass\n== p/w.py\n== p/v.py\n== q.py\nimport "
            "p.v\nV = p.v\nZ = p.z\n",
            "p:a = module p.a\np:x = module p.x\np:z = definition p.z:z@1\np:w = module p.w\np:w2 = module "
            "p.w\n"
            "p:z2 = module p.x\n!p:v = module p.v\nq:V = module p.v\nq:Z = definition p.z:z@1\nq:p = module "
            "p\n");
        row("a submodule in place of a name",
            "== p/__init__.py\ndef x(): pass\ndef y(): pass\n== p/x.py\n== p/y.py\n== q.py\nimport p.x\n",
            "p:x = definition p:x@1 | module p.x\np:y = definition p:y@2\n");
        row("a package asks itself",
            "== p/__init__.py\nx = 1\nfrom . import x as a\nx = 2\nfrom . import x as b, s\n== p/s.py\n",
            "!p:a = value p:x@1\n!p:b = value p:x@3\np:s = module p.s\n");
        row("type checkers, functions",
            "== m.py\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from n import T\n    from n "
            "import U\n"
            "def f():\n    global G, H\n    G = 1\n    H = 2\nU = 1\nH = None\n== n.py\nclass T: pass\nclass "
            "U: pass\n",
            "!m:T = typing-only m:T\nm:U = value m:U@9\n!m:G = value m:G@7\nm:H = value m:H@10\n");
        row("outside",
            "== m.py\nimport os.path\nimport os.path as p\nfrom os.path import join\nfrom os import path\nj "
            "= os.path.join\n"
            "j2 = p.join\nsep = path.sep\ntext = str\nint = int\n",
            "m:os = external os\nm:p = external os.path\nm:join = external os.path.join\nm:path = external "
            "os.path\n"
            "m:j = external os.path.join\nm:j2 = external os.path.join\nm:sep = external os.path.sep\nm:text "
            "= builtin str\n"
            "m:int = builtin int\n");
        row("what cannot be known",
            "== m.py\nfrom nowhere import *\n== g.py\ndef __getattr__(name):\n    return name\n== n.py\n"
            "from m import x\nfrom g import y\nfrom p.gone import z\nfrom p import gone\n== p/__init__.py\n"
            "== e.py\nexec('q = 1')\n",
            "!n:x = opaque m:x\n!n:y = getattr g:y\n!n:z = ghost\n!n:gone = ghost\n!e:q = opaque e:q\n");
        row("modules put into sys.modules",
            "== p/__init__.py\nimport sys\nfrom . import b as a\nsys.modules['p.a'] = a\n== p/b.py\nx = 1\n"
            "== m.py\nimport p.a\nimport p.a as k\nfrom p.a import x\n",
            "m:p = module p\nm:k = opaque p:p.a\nm:x = opaque p:x\n");
        row("a library's star",
            "== m.py\nfrom os import *\nif 0 in []:\n    def fspath(): pass\ndef getcwd(): pass\nfrom string "
            "import *\n",
            "m:fspath = definition m:fspath@3 | opaque m:fspath\nm:getcwd = definition m:getcwd@4\n!m:x = "
            "opaque m:x\n");
        row("a namespace", "== ns/a.py\nX = 1\n== m.py\nfrom ns import a\nfrom ns.a import X\nY = a.X\n",
            "m:a = module ns.a\nm:X = value ns.a:X@1\nm:Y = value ns.a:X@1\nns:b = unresolved ns:b\n");
    }

    void origins() {
        QFETCH(QString, project);
        QFETCH(QString, expected);
        graph::Symbols symbols(snapshotOf(qPrintable(project)));
        QString found;
        std::vector<Claim> claims;
        for (const QString& line : expected.split('\n', Qt::SkipEmptyParts)) {
            const bool forPython = !line.startsWith('!');
            const QString asked = line.mid(forPython ? 0 : 1).section(" = ", 0, 0);
            const auto module = symbols.snapshot().find(asked.section(':', 0, 0).toStdString());
            QVERIFY2(module, qPrintable(asked));
            const std::string name = asked.section(':', 1).toStdString();
            found += (forPython ? "" : "!") + asked + " = " +
                     QString::fromStdString(originsText(symbols, symbols.origins(*module, name))) + '\n';
            if (forPython)
                claims.push_back(claimFor(symbols, *module, name));
        }
        QCOMPARE(found.split('\n'), expected.split('\n'));
        const QTemporaryDir folder;
        write(folder.path(), qPrintable(project));
        const Judgement judgement = judgedByPython(claims, folder.path());
        QCOMPARE(judgement.wrong.join('\n'), QString());
        int asked = 0;
        for (const Claim& claim : claims)
            asked += claim.origins.empty() ? 0 : 1;
        QCOMPARE(judgement.agreed, asked);
    }

    // The order in which things are asked for makes no difference.
    void circlesInAnyOrder() {
        const auto snapshot = snapshotOf("== a.py\nfrom b import *\nfrom c import *\nA = 1\n== b.py\nfrom a "
                                         "import *\nfrom c import *\nB = 1\n"
                                         "== c.py\nfrom a import *\nfrom b import *\nC = 1\n");
        for (const char* name : {"A", "B", "C", "D"})
            for (const char* first : {"a", "b", "c"}) {
                graph::Symbols symbols(snapshot);
                (void)symbols.origins(*snapshot->find(first), name);
                for (const char* module : {"c", "b", "a"}) {
                    graph::Symbols fresh(snapshot);
                    QCOMPARE(originsText(symbols, symbols.origins(*snapshot->find(module), name)),
                             originsText(fresh, fresh.origins(*snapshot->find(module), name)));
                }
            }
    }

    void longChainsEnd() {
        std::string text = "== m.py\nA0 = 1\n";
        for (int i = 1; i < 5000; ++i)
            text += "A" + std::to_string(i) + " = A" + std::to_string(i - 1) + "\n";
        graph::Symbols symbols(snapshotOf(text.c_str()));
        const graph::ModuleId module = *symbols.snapshot().find("m");
        QCOMPARE(originsText(symbols, symbols.origins(module, "A300")), std::string("value m:A0@1"));
        QVERIFY(originsText(symbols, symbols.origins(module, "A4999")).starts_with("opaque m:"));
        text = "== m.py\n";
        for (int i = 0; i < 5000; ++i)
            text += "if i: A = B\nif i: B = A\n";
        graph::Symbols many(snapshotOf(text.c_str()));
        QVERIFY(!many.origins(*many.snapshot().find("m"), "A").empty());
    }

    void ofStatements() {
        graph::Symbols symbols(
            snapshotOf("== p/__init__.py\n== p/a.py\nclass A: pass\n== m.py\nimport p.a\nimport os.path\n"
                       "from p.a import A, B\nfrom p.a import *\nfrom ... import z\nfrom p import a\n"));
        const facts::FileId file = symbols.snapshot()[*symbols.snapshot().find("m")].file;
        QString found;
        const std::vector<std::pair<std::uint32_t, std::size_t>> asked{{0, 0}, {1, 0}, {2, 0}, {2, 1},
                                                                       {3, 0}, {4, 0}, {5, 0}};
        for (const auto& [statement, name] : asked)
            found +=
                QString::fromStdString(originsText(symbols, symbols.origins(file, statement, name))) + '\n';
        QCOMPARE(found,
                 "module p.a\nexternal os.path\ndefinition p.a:A@1\nunresolved p.a:B\n\n\nmodule p.a\n");
        const graph::ModuleId module = *symbols.snapshot().find("m");
        QCOMPARE(originsText(symbols, symbols.originsOfDotted(module, "p.a.A.method")),
                 std::string("definition p.a:A@1"));
    }

    void proofs() {
        graph::Symbols symbols(snapshotOf(
            "== p/__init__.py\nfrom .a import *\nimport p.b as low\nOld = low.New\nimport p.c\n== p/a.py\n"
            "from .b import A as B\n== p/b.py\nclass A: pass\ndef New(): pass\n== p/c.py\n== q.py\nfrom p "
            "import B, Old, x\n"));
        QCOMPARE(proofText(symbols, "q", "B"), "q:1 from p import B, Old, x\np:1 from .a import *\np.a:1 "
                                               "from .b import A as B\np.b:1 class or def A\n");
        QCOMPARE(proofText(symbols, "q", "Old"),
                 "q:1 from p import B, Old, x\np:3 Old = low.New\np:2 import p.b as low\n"
                 "p.b:2 class or def New\n");
        QCOMPARE(proofText(symbols, "q", "x"), "q:1 from p import B, Old, x\np:0 there is no 'x' in p\n");
        QCOMPARE(proofText(symbols, "p", "c"), "p:4 import p.c\n");
    }
};

QTEST_GUILESS_MAIN(SymbolsTest)
#include "symbols_test.moc"
