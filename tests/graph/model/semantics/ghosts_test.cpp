// Imports of what is not there: ghosts of the project, and libraries that share a name with a folder.
#include "graph/model/former_modules.h"
#include "graph/model/semantics/semantic_case.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

class GhostsTest : public QObject {
    Q_OBJECT
private slots:
    void ghosts_data() {
        caseColumns();
        addCase({.name = "a function taken for a module",
                 .project = "== a/__init__.py\n== a/b.py\ndef func(): pass\n== main.py\nimport a.b.func\n",
                 .edges = R"(
main -> a import implicit-parent main.py:1 (a.b.func)
main -> a.b import implicit-parent main.py:1 (a.b.func)
main -> a.b.func import main.py:1 (a.b.func)
)",
                 .problems = "main.py:1 unresolved-import: there is no module 'a.b.func'\n",
                 .python = "ModuleNotFoundError main.py:1",
                 .shown = {false, true}});
        addCase({.name = "a module that is gone",
                 .project = "== a/__init__.py\n== main.py\nfrom a.gone import x, y\n",
                 .edges = "main -> a.gone import main.py:1 (x, y)\n",
                 .problems = "main.py:1 unresolved-import: there is no module 'a.gone'\n",
                 .python = "ModuleNotFoundError main.py:1"});
        addCase({.name = "one below a namespace of a package",
                 .project = "== a/__init__.py\n== a/ns/m.py\n== main.py\nfrom a.ns.gone import z\n",
                 .edges = "main -> a.ns.gone import main.py:1 (z)\n",
                 .problems = "main.py:1 unresolved-import: there is no module 'a.ns.gone'\n",
                 .python = "ModuleNotFoundError main.py:1"});
        addCase(
            {.name = "one that is only tried",
             .project =
                 "== a/__init__.py\n== main.py\ntry:\n    import a.maybe\nexcept ImportError:\n    pass\n",
             .edges = "main -> a.maybe import optional main.py:2 (a.maybe)\n",
             .problems =
                 "main.py:2 unresolved-import: there is no module 'a.maybe' (optional: the failure is "
                 "caught)\n"});
        addCase({.name = "behind from, known as a module by another statement",
                 .project = "== p/__init__.py\n== main.py\nfrom p import gone\n== b.py\nimport p.gone.deep\n",
                 .edges =
                     "b -> p.gone.deep import b.py:1 (p.gone.deep)\nmain -> p.gone import main.py:1 (gone)\n",
                 .problems = "b.py:1 unresolved-import: there is no module 'p.gone.deep'\n"
                             "main.py:1 unresolved-import: there is no module 'p.gone'\n",
                 .python = "ImportError main.py:1"});
        addCase({.name = "behind from, known to nobody",
                 .project = "== p/__init__.py\n== main.py\nfrom p import never\n",
                 .edges = "main -> p import main.py:1 (never)\n",
                 .problems = "main.py:1 unresolved-name: 'p' has no name 'never' and no such module\n",
                 .python = "ImportError main.py:1"});
    }
    void ghosts() { checkCase(); }

    // What the statement does is told by the case "behind from, known to nobody": it fails.
    void whatHistoryKnew() {
        const auto former = std::make_shared<graph::FormerModules>();
        former->setRemovals(
            {{std::string(40, '1'), "2025-09-01", "Ann"}, {std::string(40, '2'), "2025-09-14", "Bo"}});
        for (const char* path : {"p/gone.py", "p/bound.py", "p/served.py", "q.py", "n/x.txt"})
            former->add(path, 0);
        former->add("p/sub/deep.py", 1);
        former->add("p/sub/__init__.py", 0);
        former->add("p/fast.cpython-311-x86_64-linux-gnu.so");
        graph::Config config;
        config.former = former;
        const auto lines = [&](const char* text) {
            const auto snapshot = graph::buildSnapshot(projectFromText(text), config);
            return QString::fromStdString(edgeLines(*snapshot) + problemLines(*snapshot));
        };
        QCOMPARE(lines("== p/__init__.py\n== main.py\nfrom p import gone, never\n"),
                 "main -> p import main.py:1 (never)\nmain -> p.gone import main.py:1 (gone)\n"
                 "main.py:1 unresolved-import: there is no module 'p.gone': removed in 1111111111, "
                 "2025-09-01, by Ann\n"
                 "main.py:1 unresolved-name: 'p' has no name 'never' and no such module\n");
        QCOMPARE(lines("== p/__init__.py\n== main.py\nfrom p.sub import deep\nfrom p import fast\n"),
                 "main -> p.fast import main.py:2 (fast)\nmain -> p.sub.deep import main.py:1 (deep)\n"
                 "main.py:1 unresolved-import: there is no module 'p.sub': removed in 2222222222, "
                 "2025-09-14, by Bo\n"
                 "main.py:2 unresolved-import: there is no module 'p.fast'\n");
        // A name that is bound, or may be, is no module.
        QCOMPARE(lines("== p/__init__.py\nbound = 1\n== main.py\nfrom p import bound\n"),
                 "main -> p import main.py:1 (bound)\n");
        QCOMPARE(
            lines("== p/__init__.py\ndef __getattr__(name): return 1\n== main.py\nfrom p import served\n"),
            "main -> p import main.py:1 (served)\n");
        QCOMPARE(lines("== p.py\n== main.py\nfrom p import gone\n"), // no package any more
                 "main -> p.gone import main.py:1 (gone)\n"
                 "main.py:1 unresolved-import: there is no module 'p.gone': removed in 1111111111, "
                 "2025-09-01, by Ann\n");
        const auto ghost = graph::buildSnapshot(
            projectFromText("== p/__init__.py\n== main.py\nimport p.gone, p.other\n"), config);
        QCOMPARE(ghost->removalOf(*ghost->find("p.gone"))->author, std::string("Ann"));
        QVERIFY(!ghost->removalOf(*ghost->find("p.other")) && !ghost->removalOf(*ghost->find("p")));
    }

    void everyStatementStaysAtItsGhost() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText(
                "== shop/__init__.py\n== a.py\nimport shop.old\n== b.py\ndef f():\n    from shop import old\n"
                "== c.py\nfrom shop.old import x, y\nfrom shop.old import z\n"),
            {});
        QCOMPARE(QString::fromStdString(edgeLines(*snapshot)), "a -> shop.old import a.py:1 (shop.old)\n"
                                                               "b -> shop.old deferred b.py:2 (old)\n"
                                                               "c -> shop.old import c.py:1 (x, y)\n"
                                                               "c -> shop.old import c.py:2 (z)\n");
        const graph::Module& ghost = (*snapshot)[*snapshot->find("shop.old")];
        QCOMPARE(ghost.kind, graph::ModuleKind::Ghost);
        QCOMPARE((*snapshot)[ghost.parent].name, std::string("shop"));
    }
    void ghostsLieInTheNextPackage() {
        const auto snapshot = graph::buildSnapshot(
            projectFromText(
                "== a/__init__.py\n== a/b.py\n== a/ns/m.py\n== main.py\nimport a.b.func, a.ns.gone\n"),
            {});
        QCOMPARE((*snapshot)[(*snapshot)[*snapshot->find("a.ns.gone")].parent].name, std::string("a.ns"));
        QCOMPARE((*snapshot)[(*snapshot)[*snapshot->find("a.b.func")].parent].name, std::string("a"));
    }
    void configuredModules() {
        graph::Config config;
        config.deprecated = {{"p.listed", "", "", ""}, {"lost.thing", "", "", ""}, {"nowhere", "", "", ""}};
        const auto snapshot =
            graph::buildSnapshot(projectFromText("== p/__init__.py\n== d.py\nfrom p import listed\n"
                                                 "== e.py\nfrom lost import thing\nimport lost.thing\n"),
                                 config);
        QCOMPARE(QString::fromStdString(edgeLines(*snapshot)),
                 "d -> p.listed import d.py:1 (listed)\n"
                 "e -> lost.thing import e.py:1 (thing)\n"
                 "e -> lost.thing import e.py:2 (lost.thing)\n");
        QVERIFY(
            QString::fromStdString(problemLines(*snapshot))
                .contains("unknown-deprecated: 'nowhere' is configured as deprecated, but does not exist and "
                          "nothing imports it\n"));
    }

    void librariesThatShareAName_data() {
        caseColumns();
        addCase({.name = "a bare folder captures what lies below it",
                 .project = "== alembic/env.py\n== alembic/sub/m.py\n== main.py\nfrom alembic import env\n"
                            "from alembic.sub import m\nimport alembic.sub\n",
                 .edges = R"(
main -> alembic.env import main.py:1 (env)
main -> alembic.sub import main.py:3 (alembic.sub)
main -> alembic.sub.m import main.py:2 (m)
)"});
        // Without the library python3 fails; with it, the library's package wins over the bare folder.
        addCase(
            {.name = "everything else is the library's",
             .project = "== alembic/env.py\n== main.py\nfrom alembic import context\nimport alembic\n"
                        "import alembic.config\nimport numpy.linalg\n",
             .edges = R"(
main -> alembic (external) import main.py:1 (context)
main -> alembic (external) import main.py:2 (alembic)
main -> alembic (external) import main.py:3 (alembic.config)
main -> numpy import main.py:4 (numpy.linalg)
)",
             .problems =
                 "main.py:1 ambiguous-external: 'alembic' is a folder without __init__.py, and nothing in it "
                 "answers to 3 imports, which are taken for a library's (this is the first)\n",
             .python = "ImportError main.py:1",
             .shown = {true}});
    }
    void librariesThatShareAName() { checkCase(); }
};

QTEST_GUILESS_MAIN(GhostsTest)
#include "ghosts_test.moc"
