// Whether two names are one object; and what only stands for another thing.
#include "graph/model/project_text.h"
#include "graph/symbols/find_symbol.h"
#include "graph/symbols/sameness.h"
#include "indexer/symbols/extractor.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

class SamenessTest : public QObject {
    Q_OBJECT

    // With stage two.
    static graph::SnapshotPtr snapshotOf(const char* text) {
        facts::ProjectFacts project = projectFromText(text);
        for (const auto& [path, content] : filesFromText(text))
            for (facts::SourceFile& file : project.files)
                if (file.path == path)
                    file.symbols = std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(content));
        return graph::buildSnapshot(std::move(project), {});
    }

private slots:
    void same_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* a, const char* b, const char* expected) {
            QTest::addRow("%s %s", a, b) << a << b << expected;
        };
        row("p:A", "p.a:A", "yes: both are class p.a:A");
        row("p:A", "p:B", "no: the first is class p.a:A, the second class p.b:B");
        row("p:join", "m:j", "yes: both are os.path.join, of another project");
        row("p:join", "p:A",
            "can't tell: two values, decorated or not of this project, may be one object: the first is "
            "os.path.join, of another project, the second class p.a:A");
        row("m:x", "m:y",
            "can't tell: two values, decorated or not of this project, may be one object: the first is value "
            "m:x, the second value m:y");
        row("m:f", "p:A",
            "can't tell: two values, decorated or not of this project, may be one object: the first is def "
            "m:f, "
            "the second class p.a:A");
        row("m:either", "p:A",
            "can't tell: which it is depends on conditions: the first is class p.b:B or class p.a:A, the "
            "second class p.a:A");
        row("m:either", "p.b:C", "no: the first is class p.b:B or class p.a:A, the second class p.b:C");
        row("p.gone", "p.gone", "can't tell: there is no 'gone' in p");
        row("p.a", "p:A", "no: the first is module p.a, the second class p.a:A");
    }
    void same() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, expected);
        graph::Symbols symbols(snapshotOf("== p/__init__.py\nfrom .a import A\nfrom .b import B\nfrom "
                                          "os.path import join\n== p/a.py\nclass A: pass\n"
                                          "== p/b.py\nclass B: pass\nclass C: pass\n"
                                          "== m.py\nimport os\nj = os.path.join\nx = 1\ny = 1\n@j\ndef f(): "
                                          "pass\nfrom p.a import A as either\n"
                                          "if x:\n    from p.b import B as either\n"));
        const std::string one = a.toStdString(), other = b.toStdString();
        const graph::Sameness answer =
            graph::same(symbols, graph::findSymbol(symbols.snapshot(), one).front(),
                        graph::findSymbol(symbols.snapshot(), other).front());
        QCOMPARE(QString::fromStdString(std::string(name(answer.verdict)) + ": " + answer.reason), expected);
    }

    void standIns() {
        graph::Symbols symbols(
            snapshotOf("== a.py\nclass A:\n    x = 1\ndef g(*a, **k): pass\ndef h(): pass\n"
                       "== b.py\nimport a\nfrom a import A, g, h\nclass B(A): pass\nclass C(a.A):\n    "
                       "'''Old name.'''\nclass D(A, object): pass\n"
                       "class E(A):\n    def m(self): pass\nclass F(Exception): pass\n"
                       "def f(*p, **k):\n    return g(*p, **k)\ndef i():\n    return g(h())\ndef j():\n    "
                       "return a.h()\ndef k():\n    return A\ndef m():\n    return A()\n"
                       "def l():\n    x = 1\n    y = 2\n    return g(x, y)\n"));
        QString found;
        for (const graph::StandIn& one : graph::standIns(symbols))
            found += QString::fromUtf8(symbols[one.definition].name) + (one.subclass ? " < " : " calls ") +
                     QString::fromUtf8(symbols[one.standsFor].name) + '\n';
        QStringList lines = found.split('\n', Qt::SkipEmptyParts);
        lines.sort();
        QCOMPARE(lines, (QStringList{"B < A", "C < A", "f calls g", "j calls h"}));
    }
};

QTEST_GUILESS_MAIN(SamenessTest)
#include "sameness_test.moc"
