// The module graph of whole lines of commits, against each commit built by itself.
#include "graph/analysis/tangles.h"
#include "graph/history/measures.h"
#include "graph/history/random_line.h"
#include "graph/model/build.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

std::string kindsText(graph::KindSet plain, graph::KindSet parents, graph::KindSet strings) {
    return std::to_string(plain.bits) + '/' + std::to_string(parents.bits) + '/' +
           std::to_string(strings.bits);
}

std::string moduleText(const std::string& name, graph::ModuleKind kind, graph::PathClass cls,
                       bool unparsable) {
    return name + ' ' + std::string(graph::name(kind)) + ' ' + std::string(graph::name(cls)) +
           (unparsable ? " unparsable\n" : "\n");
}

std::string linesOf(const graph::Snapshot& snapshot) {
    std::string out;
    for (const graph::Module& module : snapshot.modules)
        out += moduleText(module.name, module.kind, module.cls, module.marks.has(graph::Mark::Unparsable));
    for (const graph::Edge& edge : snapshot.edges)
        out += snapshot[edge.from].name + " -> " + snapshot[edge.to].name + ' ' +
               kindsText(edge.plain, edge.implicitParents, edge.strings) + '\n';
    return out;
}

std::string linesOf(const graph::EdgeTimeline& timeline, std::uint32_t revision) {
    std::string out;
    for (const std::uint32_t i : timeline.modulesAt(revision)) {
        const graph::ModuleSpan& span = *timeline.at(timeline.modules[i], revision);
        out += moduleText(timeline.modules[i].name, span.kind, span.cls, span.unparsable);
    }
    for (const std::uint32_t i : timeline.edgesAt(revision)) {
        const graph::EdgeLife& edge = timeline.edges[i];
        const graph::EdgeSpan& span = *timeline.at(edge, revision);
        out += timeline.modules[edge.from].name + " -> " + timeline.modules[edge.to].name + ' ' +
               kindsText(span.plain, span.implicitParents, span.strings) + '\n';
    }
    return out;
}

graph::FileTotals totalsOf(const graph::Snapshot& snapshot) {
    graph::FileTotals out;
    std::set<std::pair<graph::FileId, std::uint32_t>> statements, onGhosts;
    for (const graph::Module& module : snapshot.modules)
        if (module.file.valid()) {
            ++out.files;
            out.unparsable += module.marks.has(graph::Mark::Unparsable) ? 1 : 0;
            out.lines += module.lines;
        }
    for (const graph::Edge& edge : snapshot.edges)
        for (const graph::StatementRef& s : snapshot.statementsOf(edge)) {
            if (s.flags.has(graph::Flag::String) || s.flags.has(graph::Flag::ImplicitParent))
                continue;
            statements.emplace(s.file, s.import);
            if (snapshot[edge.to].kind == graph::ModuleKind::Ghost)
                onGhosts.emplace(s.file, s.import);
        }
    out.statements = static_cast<std::uint32_t>(statements.size());
    out.ghostStatements = static_cast<std::uint32_t>(onGhosts.size());
    return out;
}

graph::TangleCounts tanglesOf(const graph::Snapshot& snapshot, const graph::EdgeFilter& filter) {
    graph::TangleCounts out;
    for (const graph::Tangle& tangle : graph::tangles(snapshot, filter)) {
        ++out.tangles;
        out.modules += static_cast<std::uint32_t>(tangle.modules.size());
        out.largest = std::max(out.largest, static_cast<std::uint32_t>(tangle.modules.size()));
    }
    return out;
}

void checkMeasures(const graph::Measures& found, const graph::Snapshot& snapshot) {
    graph::Measures expected;
    for (const graph::Module& module : snapshot.modules)
        ++expected.modules[static_cast<std::size_t>(module.kind)];
    for (const graph::Edge& edge : snapshot.edges)
        for (std::size_t kind = 0; kind < expected.edges.size(); ++kind)
            expected.edges[kind] += edge.plain.has(static_cast<graph::EdgeKind>(kind)) ? 1 : 0;
    QVERIFY(found.modules == expected.modules);
    QVERIFY(found.edges == expected.edges);
    graph::EdgeFilter filter;
    QVERIFY(found.atImport == tanglesOf(snapshot, filter));
    filter.kinds.add(graph::EdgeKind::Deferred);
    QVERIFY(found.withDeferred == tanglesOf(snapshot, filter));
}

// Text of the spans of a module or an edge: "0-2 module, 2-3 package".
std::string lifeOf(const graph::EdgeTimeline& timeline, const std::string& name) {
    std::string out;
    const auto found = timeline.find(name);
    for (const graph::ModuleSpan& span :
         found ? timeline.spansOf(timeline.modules[*found]) : std::span<const graph::ModuleSpan>{})
        out += (out.empty() ? "" : ", ") + std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ' +
               std::string(graph::name(span.kind));
    return out;
}

} // namespace

class EdgeTimelineTest : public QObject {
    Q_OBJECT
private slots:
    void livesTellWhatBecameOfAModule() {
        Line line;
        line.add("== a.py\nimport p.old\n== p/__init__.py\n== p/old.py\n");
        line.add("== a.py\nimport p.old\n== p/__init__.py\n");
        line.add("== a.py\nimport p.old\n== p/__init__.py\n== p/old/__init__.py\n");
        line.add("== a.py\n== p/__init__.py\n== p/old/__init__.py\n");
        line.add("== a.py\n== p/__init__.py\n");
        const graph::EdgeTimeline timeline = edgesOf(line, rooted(), 1);
        QCOMPARE(lifeOf(timeline, "p.old"), std::string("0-1 module, 1-2 ghost, 2-4 package"));
        QCOMPARE(lifeOf(timeline, "a"), std::string("0-5 module"));
        QCOMPARE(timeline.edges.size(), std::size_t{2}); // to p as its parent
        QCOMPARE(timeline.spansOf(timeline.edges[1]).size(), std::size_t{1});
        QCOMPARE(timeline.spansOf(timeline.edges[1])[0].end, 3U);
        QVERIFY(!timeline.at(timeline.edges[1], 3) && timeline.at(timeline.edges[1], 2));
        QVERIFY(!timeline.find("q"));
    }

    // Behind `from`, a module is missed only once there was one.
    void whatWasThereOnceIsMissed() {
        Line line;
        line.add("== a.py\nfrom p import old\n== p/__init__.py\n");
        line.add("== a.py\nfrom p import old\n== p/__init__.py\n== p/old.py\n");
        line.add("== a.py\nfrom p import old\n== p/__init__.py\n");
        line.add("== p/__init__.py\n");
        for (const unsigned threads : {1U, 4U})
            QCOMPARE(lifeOf(edgesOf(line, rooted(), threads), "p.old"), std::string("1-2 module, 2-3 ghost"));
    }

    void tangleMovesNameWhatClosedTheCycle() {
        Line line;
        line.add("== a.py\nimport b\n== b.py\n");
        line.add("== a.py\nimport b\n== b.py\nimport a\n");
        line.add("== a.py\nimport b\n== b.py\nimport a\nimport c\n== c.py\n");
        line.add("== a.py\nimport b\n== b.py\n== c.py\n");
        const graph::EdgeTimeline timeline = edgesOf(line, rooted(), 2);
        const auto measured = graph::measure(timeline, false);
        QCOMPARE(measured->tangleMoves.size(), std::size_t{1});
        const graph::TangleMove& move = measured->tangleMoves[0];
        QVERIFY(move.revision == 1 && move.came == 2 && move.before == 0 && move.after == 2);
        QCOMPARE(move.closing.size(), std::size_t{1});
        QCOMPARE(timeline.modules[timeline.edges[move.closing[0]].from].name, std::string("b"));
        QCOMPARE(measured->measures[3].atImport.modules, 0U);
    }

    void randomLinesGiveWhatEachCommitGivesByItself() {
        for (unsigned seed = 0; seed < 150; ++seed) {
            const RandomLine random(seed);
            const Line& line = random.line;
            const graph::Config& config = random.config;
            const graph::EdgeTimeline timeline = edgesOf(line, config, 1 + seed % 4);
            QCOMPARE(timeline.revisions, 25U);
            const auto measured = graph::measure(timeline, false);
            for (std::uint32_t i = 0; i < timeline.revisions; ++i) {
                const auto snapshot = snapshotAt(line, config, i);
                const std::string expected = linesOf(*snapshot), found = linesOf(timeline, i);
                if (expected != found)
                    qWarning("seed %u, commit %u\n%s\n--- found\n%s", seed, i, expected.c_str(),
                             found.c_str());
                QCOMPARE(found, expected);
                QVERIFY(timeline.totals[i] == totalsOf(*snapshot));
                checkMeasures(measured->measures[i], *snapshot);
                if (QTest::currentTestFailed())
                    return;
            }
            for (const graph::EdgeLife& life : timeline.edges)
                for (std::size_t i = 1; i < life.spanCount; ++i) {
                    graph::EdgeSpan before = timeline.spansOf(life)[i - 1], after = timeline.spansOf(life)[i];
                    QVERIFY(before.end <= after.begin);
                    const bool touch = before.end == after.begin;
                    before.begin = after.begin;
                    before.end = after.end;
                    QVERIFY(!touch || before != after);
                }
        }
    }
};

QTEST_APPLESS_MAIN(EdgeTimelineTest)
#include "edge_timeline_test.moc"
