// What stands in the way of deleting a module.
#include "graph/analysis/deletion.h"
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== p/__init__.py\n== p/a.py\nimport p.b\n== p/b.py\n== p/q/__init__.py\nfrom p import a\n== p/q/r.py\n"
    "== u.py\nfrom p.b import x\ndef f():\n    from p.q import r, s\n"
    "== v.py\nfrom unittest.mock import patch\npatch('p.b.x.y')\nimport "
    "importlib\nimportlib.import_module(patch)\n"
    "== free.py\nimport p.a\n== run/__init__.py\n== run/__main__.py\n== run/alone.py\n";
}

class DeletionTest : public QObject {
    Q_OBJECT

    static QString answer(const char* module) {
        graph::Config config;
        config.entryPoints = {{"setup.cfg", 3, "a", "run.alone", ""},
                              {"setup.cfg", 4, "b", "elsewhere", "f"}};
        const auto s = graph::buildSnapshot(projectFromText(kProject), config);
        const graph::Deletion deletion = graph::whatBreaksWithout(*s, *s->find(module));
        QString out = deletion.isSafe() ? "safe " : "";
        for (const auto* list : {&deletion.statements, &deletion.strings}) {
            for (const graph::StatementRef& ref : *list)
                out +=
                    QString::fromStdString(s->pathOf(ref)) + QString(":%1 ").arg(s->importOf(ref).span.line);
            out += "| ";
        }
        for (const graph::EntryPoint& entry : deletion.entries)
            out += QString("%1:%2 %3 ").arg(entry.path.c_str()).arg(entry.line).arg(entry.name.c_str());
        for (const graph::Problem& problem : deletion.computed)
            out += QString::fromStdString(problem.path) + QString(":%1 ").arg(problem.line);
        return out;
    }

private slots:
    void modules() {
        QCOMPARE(answer("free"), "safe | | v.py:4 ");
        QCOMPARE(answer("p.b"), "p/a.py:1 u.py:1 | v.py:2 | v.py:4 ");
        QCOMPARE(answer("p.a"), "free.py:1 p/q/__init__.py:1 | | v.py:4 ");
    }
    void entryPoints() {
        QCOMPARE(answer("run.alone"), "| | setup.cfg:3 a v.py:4 ");
        QCOMPARE(answer("run"), "| | setup.cfg:3 a run/__main__.py:1 python -m run v.py:4 ");
    }
    void packages() {
        QCOMPARE(answer("p.q"), "u.py:3 | | v.py:4 ");
        QCOMPARE(answer("p"), "free.py:1 u.py:1 u.py:3 | v.py:2 | v.py:4 ");
    }
};

QTEST_GUILESS_MAIN(DeletionTest)
#include "deletion_test.moc"
