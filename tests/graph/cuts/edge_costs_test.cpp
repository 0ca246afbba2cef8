// What it costs to cut an edge, and which easy way is proven, for projects as text.
#include "graph/cuts/cut_plan.h"
#include "graph/model/project_text.h"
#include "indexer/symbols/extractor.h"

#include <QTest>

using namespace espalier;
using namespace espalier::graph;
using namespace espalier::test;

namespace {

SnapshotPtr snapshotOf(const std::string& text, bool stageTwo = true) {
    facts::ProjectFacts project = projectFromText(text);
    for (const auto& [path, content] : filesFromText(text))
        for (facts::SourceFile& file : project.files)
            if (file.path == path && stageTwo)
                file.symbols = std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(content));
    return buildSnapshot(std::move(project), {});
}

// "a > b: defer 2 (x, y@c); …", the edges of the first tangle that leave `from`.
QString costs(const std::string& text, const char* from = "a", const EdgeFilter& filter = {},
              bool stageTwo = true, const CutWeights& weights = {}) {
    Symbols symbols(snapshotOf(text, stageTwo));
    const Snapshot& s = symbols.snapshot();
    const auto found = tangles(s, filter);
    if (found.empty())
        return "no tangle";
    EdgeCosts costs(symbols, filter, found[0], weights);
    QString out;
    for (const EdgeId id : found[0].edges) {
        if (s[s[id].from].name != from)
            continue;
        const EdgeCut cut = costs.of(id);
        std::string names;
        for (const EdgeCut::Symbol& symbol : cut.symbols)
            names += (names.empty() ? "" : ", ") + std::string(symbol.name) +
                     (symbol.definedIn.valid() ? "@" + s[symbol.definedIn].name : "");
        out += (out.isEmpty() ? "" : "; ") +
               QString::fromStdString(s[s[id].from].name + " > " + s[s[id].to].name) + ": " +
               QString::fromUtf8(graph::name(cut.kind)) + ' ' + QString::number(cut.weight) + " (" +
               QString::fromStdString(names) + ")";
    }
    return out;
}

// A module a, and a b that imports it and has what the rest says.
std::string aAndB(const std::string& a, const std::string& b = "class X: pass\nclass Y(a.Base): pass\n") {
    return "== a.py\n" + a + "== b.py\nimport a\n" + b;
}

EdgeFilter with(EdgeKind kind) {
    EdgeFilter filter;
    filter.kinds.add(kind);
    return filter;
}

} // namespace

class EdgeCostsTest : public QObject {
    Q_OBJECT

private slots:
    void statementsAreCounted() {
        const std::string y = "from b import Y\nY()\n", yy = y + "from b import Y as Z\nZ()\n";
        QCOMPARE(costs(aAndB(y)), "a > b: remove the import 4 (Y)");
        QCOMPARE(costs(aAndB(yy)), "a > b: remove the import 8 (Y)");
        QCOMPARE(costs("== test_a.py\n" + y + "== b.py\nimport test_a\nclass Y(test_a.B): pass\n", "test_a"),
                 "test_a > b: remove the import 2 (Y)");
        QCOMPARE(costs(aAndB(yy), "a", {}, true, {.production = 7}), "a > b: remove the import 14 (Y)");
        QCOMPARE(costs(aAndB("from b import Y\ndef f(): Y()\n"), "a", {}, true, {.production = 7}),
                 "a > b: defer 4 (Y)"); // rounded up
    }
    void typing() {
        const std::string only = "from b import Y\ndef f(y: Y) -> Y: ...\n";
        const QString easy = "a > b: move under TYPE_CHECKING 2 (Y)", hard = "a > b: remove the import 4 (Y)";
        QCOMPARE(costs(aAndB(only)), easy);
        QCOMPARE(costs(aAndB("import b\ndef f(y: b.Y) -> b.Y: ...\n")),
                 "a > b: move under TYPE_CHECKING 2 ()");
        QCOMPARE(costs(aAndB(only + "Y.z\n")), hard);
        QCOMPARE(costs(aAndB(only), "a", {}, false), hard); // nothing is known of the uses
        QCOMPARE(costs(aAndB(only), "a", with(EdgeKind::Typing)), "a > b: defer 2 (Y)");
        QCOMPARE(costs(aAndB("from b import Y\n@g\ndef f(y: Y): ...\n")), hard);
        QCOMPARE(costs(aAndB("from b import Y\nclass C:\n    y: Y\n")), hard);
        QCOMPARE(costs(aAndB("from b import Y\n")), hard); // for what running it does
        QCOMPARE(costs(aAndB("from b import Y, X\ndef f(y: Y): ...\nX()\n")),
                 "a > b: remove the import 4 (X, Y)");
        QCOMPARE(costs(aAndB(only + "def ((:\n")), hard); // not all could be read
    }
    void handedOn() {
        const std::string only = "from b import Y\ndef f(y: Y) -> Y: ...\n";
        const QString hard = "a > b: remove the import 4 (Y)";
        QCOMPARE(costs(aAndB(only + "__all__ = ['Y']\n")), hard);
        QCOMPARE(costs(aAndB(only + "Z = Y\n")), hard);
        QCOMPARE(costs(aAndB(only) + "== c.py\nfrom a import Y\n"), hard);
        QCOMPARE(costs(aAndB(only) + "== c.py\nimport a\na.Y()\n"), hard);
        QCOMPARE(costs(aAndB(only) + "== c.py\nfrom a import *\n"), "a > b: move under TYPE_CHECKING 2 (Y)");
        QCOMPARE(costs(aAndB(only) + "== c.py\nfrom a import *\nY()\n"), hard);
        QCOMPARE(costs("== a/__init__.py\n" + only + "== b.py\nimport a\nclass Y(a.B): ...\n"), hard);
    }
    void deferred() {
        const QString easy = "a > b: defer 2 (Y)", hard = "a > b: remove the import 4 (Y)";
        QCOMPARE(costs(aAndB("from b import Y\ndef f(y: Y): return Y()\n")), easy);
        QCOMPARE(costs(aAndB("from b import Y\nf = lambda: Y\n")), easy);
        QCOMPARE(costs(aAndB("from b import Y\ndef f(y=Y): ...\n")), hard);
        QCOMPARE(costs(aAndB("from b import Y\nclass C(Y): ...\n")), hard);
        QCOMPARE(costs(aAndB("try:\n    from b import Y\nexcept ImportError: Y = 0\ndef f(): Y()\n")), hard);
        QCOMPARE(costs(aAndB("if x:\n    from b import Y\ndef f(): Y()\n")), hard);
        QCOMPARE(costs(aAndB("from b import Y\ndef f(): Y()\n"), "a", with(EdgeKind::Deferred)), hard);
        QCOMPARE(costs(aAndB("from b import *\ndef f(): Y()\n")), "a > b: remove the import 4 (*)");
    }
    void fromTheDefinition() {
        const std::string base = "== base.py\nclass Base: ...\n";
        const std::string uses = "from b import Base\nclass A(Base): ...\n";
        QCOMPARE(costs(aAndB(uses, "from base import Base\n") + base),
                 "a > b: import from the definition 2 (Base@base)");
        QCOMPARE(costs(aAndB(uses, "from base import Base as B\nBase = B\n") + base),
                 "a > b: import from the definition 2 (Base@base)");
        QCOMPARE(costs(aAndB(uses, "from base import Base\n") + base + "import a\n"),
                 "a > b: remove the import 4 (Base)"); // base is in the tangle, and a does not import it yet
        QCOMPARE(costs(aAndB("import base\n" + uses, "from base import Base\n") + base + "import a\n"),
                 "a > b: import from the definition 2 (Base@base); a > base: remove the import 4 ()");
        QCOMPARE(
            costs(aAndB(uses, "try:\n    from base import Base\nexcept ImportError:\n    Base = 0\n") + base),
            "a > b: remove the import 4 (Base)"); // one of two
        QCOMPARE(costs(aAndB("from b import Base, Y\nclass A(Base, Y): ...\n",
                             "from base import Base\nclass Y(a.B): ...\n") +
                       base),
                 "a > b: remove the import 4 (Base, Y)");
    }
    void aSymbolThatCanMove() {
        const std::string uses = "from b import X\nclass A(X): ...\n";
        const QString easy = "a > b: move the symbol 2 (X@b)", hard = "a > b: remove the import 4 (X)";
        QCOMPARE(costs(aAndB(uses, "import os\nclass X:\n    def f(self): return X, os.sep, len\n")), easy);
        QCOMPARE(costs(aAndB(uses, "class X:\n    def f(self): return a.b\n")), hard);
        QCOMPARE(costs(aAndB(uses, "def g(): ...\nclass X:\n    def f(self): g()\n")), hard);
        QCOMPARE(costs(aAndB(uses, "class X:\n    def f(self):\n        import a\n")), hard);
        QCOMPARE(costs(aAndB(uses, "X = 1\n")), hard);
        // What it uses is a library's, but comes by way of the tangle.
        QCOMPARE(costs(aAndB("import os\n" + uses, "from a import os\nclass X:\n    def f(self): os.sep\n")),
                 hard);
        QCOMPARE(costs(aAndB("from b import P, Q, R\nclass A(P, Q, R): ...\n",
                             "class P: ...\nclass Q: ...\nclass R: ...\n")),
                 "a > b: remove the import 4 (P, Q, R)");
        QCOMPARE(costs(aAndB("from b import P, Q\nclass A(P, Q): ...\n", "class P: ...\nclass Q: ...\n")),
                 "a > b: move the symbol 2 (P@b, Q@b)");
    }
    // a can have Y from c, where it has X from, as long as it goes on to import c.
    void whatIsDefinedWhereNothingIsImportedAnyMore() {
        Symbols symbols(snapshotOf("== a.py\nfrom b import Y\nfrom c import X\nclass A(X, Y): ...\n"
                                   "== b.py\nimport a\nfrom c import Y\nprint(a, Y)\n"
                                   "== c.py\nimport a\nclass Y: a.A\nclass X: a.A\n"));
        const Snapshot& s = symbols.snapshot();
        const Tangle tangle = tangles(s, {}).at(0);
        EdgeCosts costs(symbols, {}, tangle);
        std::vector<EdgeCut> cuts = edgeCuts(costs, tangle);
        const auto arc = [&](const char* from, const char* to) {
            const auto at = std::ranges::find(tangle.edges, *s.edge(*s.find(from), *s.find(to)));
            return static_cast<int>(at - tangle.edges.begin());
        };
        const auto easy = static_cast<std::size_t>(arc("a", "b"));
        QVERIFY(cuts[easy].kind == CutKind::FromDefinition);
        ArcSet set;
        set.arcs = {arc("a", "b")};
        QVERIFY(!withdrawImpossible(costs, s, set, cuts));
        QVERIFY(cuts[easy].kind == CutKind::FromDefinition);
        set.arcs = {arc("a", "b"), arc("a", "c")};
        QVERIFY(withdrawImpossible(costs, s, set, cuts));
        QVERIFY(cuts[easy].kind == CutKind::Remove);
        QCOMPARE(cuts[easy].weight, 4);
        QVERIFY(!withdrawImpossible(costs, s, set, cuts));
    }
};

QTEST_GUILESS_MAIN(EdgeCostsTest)
#include "edge_costs_test.moc"
