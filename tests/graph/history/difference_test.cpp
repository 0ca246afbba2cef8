// Two states of a project, held against each other.
#include "graph/history/difference.h"
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

QString names(const graph::Snapshot& snapshot, const std::vector<graph::ModuleId>& modules) {
    QStringList out;
    for (const graph::ModuleId module : modules)
        out << QString::fromStdString(snapshot[module].name);
    return out.join(' ');
}

QString edges(const graph::Snapshot& snapshot, const std::vector<graph::EdgeId>& list) {
    QStringList out;
    for (const graph::EdgeId edge : list)
        out << QString::fromStdString(snapshot[snapshot[edge].from].name + ">" +
                                      snapshot[snapshot[edge].to].name);
    return out.join(' ');
}

QString violationLines(const std::vector<graph::Violation>& violations) {
    QStringList out;
    for (const graph::Violation& violation : violations)
        out << QString::fromStdString(violation.key.path + ' ' + violation.key.target + ' ' +
                                      violation.key.name +
                                      (violation.key.scope.empty() ? "" : " in " + violation.key.scope));
    return out.join('\n');
}

struct Sides {
    graph::SnapshotPtr before, after;
    graph::Difference difference;
};

Sides sides(const char* before, const char* after, const graph::Renames& renames = {},
            const graph::Config& config = {}) {
    Sides out{graph::buildSnapshot(projectFromText(before), config),
              graph::buildSnapshot(projectFromText(after), config),
              {}};
    out.difference = graph::difference(*out.before, *out.after, renames, {});
    return out;
}

graph::Config deprecating(const char* module, const char* symbol = "") {
    graph::Config config;
    config.deprecated.push_back({module, symbol, {}, {}});
    return config;
}

QString tangleLines(const graph::Snapshot& snapshot,
                    const std::vector<graph::Difference::TangleChange>& changes) {
    QStringList out;
    for (const auto& change : changes)
        out << names(snapshot, change.tangle.modules) + (change.grown ? " part " : " whole ") +
                   names(snapshot, change.joined);
    return out.join('\n');
}

} // namespace

class DifferenceTest : public QObject {
    Q_OBJECT
private slots:
    void agesOfTangles() {
        const Sides s = sides("== a.py\nimport b\n== b.py\nimport a\n== c.py\nimport d\n== d.py\nimport c\n"
                              "== e.py\n== f.py\nimport e\n== g.py\n",
                              "== a.py\nimport b\n== b.py\nimport a\n== c.py\nimport d\n== d.py\nimport g\n"
                              "== e.py\nimport f\n== f.py\nimport e\n== g.py\nimport c\n");
        const auto tangles = graph::tangles(*s.after, {});
        const auto ages = graph::agesOf(tangles, s.difference);
        QStringList told;
        for (std::size_t i = 0; i < tangles.size(); ++i)
            told << names(*s.after, tangles[i].modules) + ' ' +
                        QStringList{"known", "grown", "new"}[static_cast<int>(ages[i])];
        QCOMPARE(told.join('\n'), "c d g grown\na b known\ne f new");
    }
    void modulesAndEdges() {
        const Sides s =
            sides("== a.py\nimport b\nimport c\n== b.py\n== c.py\nimport d\n",
                  "== a.py\nimport b\ndef f():\n    import c\n== b.py\nimport e\n== c.py\n== e.py\n");
        QCOMPARE(names(*s.after, s.difference.addedModules), "e");
        QCOMPARE(names(*s.before, s.difference.removedModules), "");
        QCOMPARE(edges(*s.after, s.difference.addedEdges), "b>e");
        QCOMPARE(edges(*s.before, s.difference.removedEdges), "a>c c>d"); // one is deferred now
        const Sides same = sides("== a.py\nimport b\n== b.py\n", "== a.py\nimport b\n== b.py\n");
        QVERIFY(same.difference.addedModules.empty() && same.difference.addedEdges.empty() &&
                same.difference.removedEdges.empty());
    }

    // What is renamed keeps its edges, as long as both ends are known by their new names.
    void renamed() {
        const Sides s = sides("== a.py\nimport old\n== old.py\nimport b\n== b.py\n",
                              "== a.py\nimport new\n== new.py\nimport b\n== b.py\n", {{"old.py", "new.py"}});
        QCOMPARE(names(*s.after, s.difference.addedModules), "");
        QCOMPARE(names(*s.before, s.difference.removedModules), "");
        QCOMPARE(s.difference.renamedModules.size(), 1U);
        QVERIFY(s.difference.addedEdges.empty() && s.difference.removedEdges.empty());
    }

    // A module that is gone, and that somebody still imports, stays as a ghost: it is removed all the same.
    void ghosts() {
        const Sides s = sides("== p/__init__.py\n== p/a.py\nimport p.b\n== p/b.py\n",
                              "== p/__init__.py\n== p/a.py\nimport p.b\n== p/c.py\n", {{"p/b.py", "p/c.py"}});
        QCOMPARE(names(*s.before, s.difference.removedModules), "");
        QCOMPARE(s.difference.renamedModules.size(), 1U);
        QCOMPARE(edges(*s.after, s.difference.addedEdges), "p.a>p.b");
        const Sides gone = sides("== p/__init__.py\n== p/a.py\nimport p.b\n== p/b.py\n",
                                 "== p/__init__.py\n== p/a.py\nimport p.b\n");
        QCOMPARE(names(*gone.before, gone.difference.removedModules), "p.b");
        QCOMPARE(edges(*gone.after, gone.difference.addedEdges), "");
    }

    void tangles() {
        const Sides fresh = sides("== a.py\nimport b\n== b.py\n", "== a.py\nimport b\n== b.py\nimport a\n");
        QCOMPARE(tangleLines(*fresh.after, fresh.difference.worseTangles), "a b whole a b");
        QCOMPARE(tangleLines(*fresh.before, fresh.difference.betterTangles), "");
        const Sides grown = sides("== a.py\nimport b\n== b.py\nimport a, c\n== c.py\n",
                                  "== a.py\nimport b\n== b.py\nimport a, c\n== c.py\nimport b\n");
        QCOMPARE(tangleLines(*grown.after, grown.difference.worseTangles), "a b c part c");
        const Sides shrunk = sides("== a.py\nimport b\n== b.py\nimport a, c\n== c.py\nimport b\n",
                                   "== a.py\nimport b\n== b.py\nimport a, c\n== c.py\n");
        QCOMPARE(tangleLines(*shrunk.after, shrunk.difference.worseTangles), "");
        QCOMPARE(tangleLines(*shrunk.before, shrunk.difference.betterTangles), "a b c part c");
        // Two tangles that become one: the smaller has joined.
        const Sides joined = sides("== a.py\nimport b\n== b.py\nimport a, c\n== c.py\nimport d\n== "
                                   "d.py\nimport c\n== e.py\nimport a\n",
                                   "== a.py\nimport b, e\n== b.py\nimport a, c\n== c.py\nimport d\n== "
                                   "d.py\nimport c, a\n== e.py\nimport a\n");
        QCOMPARE(tangleLines(*joined.after, joined.difference.worseTangles).count("part"), 1);
        const Sides moved = sides("== a.py\nimport b\n== b.py\nimport a\n== u.py\n",
                                  "== a.py\nimport c\n== c.py\nimport a\n== u.py\n", {{"b.py", "c.py"}});
        QVERIFY(moved.difference.worseTangles.empty() && moved.difference.betterTangles.empty());
    }

    // Lines may move, files may be renamed: only what is imported, where, and how often, counts.
    void violations() {
        const Sides s = sides("== old.py\nx = y = 1\n== a.py\nfrom old import x\n== b.py\nimport old\n== "
                              "c.py\nfrom old import x\n",
                              "== old.py\nx = y = 1\n== a.py\n'''Text'''\n\nfrom old import x, y\ndef f():\n "
                              "   from old import x\n"
                              "== b2.py\n\nimport old\n== c.py\n",
                              {{"b.py", "b2.py"}}, deprecating("old"));
        QCOMPARE(violationLines(s.difference.newViolations), "a.py old y\na.py old x in f");
        QCOMPARE(violationLines(s.difference.fixedViolations), "c.py old x");
    }

    void violationsOfASymbol() {
        const Sides s =
            sides("== old.py\nx = y = 1\n== a.py\nfrom old import y\n",
                  "== old.py\nx = y = 1\n== a.py\nfrom old import y, x\n== b.py\nfrom old import *\n", {},
                  deprecating("old", "x"));
        QCOMPARE(violationLines(s.difference.newViolations), "a.py old:x x\nb.py old:x *");
    }

    // A campaign's word counts as any other; a module that is not there any more can be imported all the
    // same.
    void campaigns() {
        graph::Config config;
        graph::Campaign campaign;
        campaign.name = "one";
        campaign.deprecated = {"p.gone", "p:f"};
        config.campaigns.push_back(campaign);
        const Sides s =
            sides("== p/__init__.py\ndef f(): pass\n",
                  "== p/__init__.py\ndef f(): pass\n== a.py\nimport p.gone\nfrom p import f\n", {}, config);
        QCOMPARE(violationLines(s.difference.newViolations), "a.py p.gone p.gone\na.py p:f f");
        QCOMPARE(graph::deprecatedTargets(*s.after).size(), 2U);
    }
};

QTEST_GUILESS_MAIN(DifferenceTest)
#include "difference_test.moc"
