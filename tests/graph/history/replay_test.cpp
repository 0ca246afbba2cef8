// What a picture of a whole line shows at each revision, against each commit drawn by itself.
#include "graph/analysis/tangles.h"
#include "graph/history/moment.h"
#include "graph/history/random_line.h"
#include "graph/history/whole_line.h"
#include "graph/model/build.h"

#include <QTest>

#include <map>
#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

struct Played {
    graph::EdgeTimeline timeline;
    graph::SnapshotPtr whole;
    graph::DrawnView drawn;
    std::unique_ptr<graph::Replay> replay;

    Played(const Line& line, const graph::Config& config, const graph::ViewSpec& view)
        : timeline(edgesOf(line, config, 1)) {
        whole = graph::wholeLine(timeline, *snapshotAt(line, config, line.projects.size() - 1));
        const auto tangles = graph::tangleChanges(timeline, view.filter, false);
        const graph::DiffMarks marks = graph::marksOfWholeLine(timeline, tangles);
        drawn = graph::drawView(*whole, view, &marks);
        replay = std::make_unique<graph::Replay>(timeline, tangles, *whole, view, drawn);
    }
    [[nodiscard]] graph::Moment moment() const {
        return graph::momentOf(drawn.drawing, *replay,
                               {std::vector(drawn.drawing.boxes.size(), graph::DiffMark::None),
                                std::vector(drawn.drawing.lines.size(), graph::DiffMark::None)});
    }
    [[nodiscard]] const graph::Box& box(int i) const {
        return drawn.drawing.boxes[static_cast<std::size_t>(i)];
    }
};

struct Counts {
    int shown = 0, links = 0, files = 0, tests = 0, problems = 0, inTangles = 0;
    bool ghost = false;
    std::set<int> tangles;
};
struct LineCounts {
    int edges = 0, cyclic = 0, atImport = 0, ghosts = 0, tests = 0;
};

bool isTest(const graph::Module& module) {
    return module.cls == graph::PathClass::Tests;
}

// Both by the boxes of `played`, from a commit's own snapshot.
std::string expectedText(const Played& played, const graph::Snapshot& snapshot, const graph::ViewSpec& view) {
    const graph::Visibility visible = graph::visibility(snapshot, view);
    std::vector<std::uint32_t> idOf;
    for (const graph::Module& module : snapshot.modules)
        idOf.push_back(*played.timeline.find(module.name));
    std::map<int, Counts> boxes;
    for (std::size_t m = 0; m < snapshot.modules.size(); ++m) {
        const graph::Module& module = snapshot.modules[m];
        if (!visible.own[m])
            continue;
        const bool file =
            module.kind == graph::ModuleKind::Module || module.kind == graph::ModuleKind::Package;
        for (int b = played.drawn.frontier.innermost[idOf[m]]; b >= 0; b = played.box(b).parent) {
            Counts& counts = boxes[b];
            counts.shown +=
                module.kind != graph::ModuleKind::Namespace || !snapshot.incoming(graph::ModuleId(m)).empty();
            counts.files += file;
            counts.tests += file && isTest(module);
            counts.problems += module.marks.has(graph::Mark::Unparsable);
            counts.ghost |=
                module.kind == graph::ModuleKind::Ghost && played.box(b).module == graph::ModuleId(idOf[m]);
            if (visible.tangleOf[m] >= 0) {
                ++counts.inTangles;
                counts.tangles.insert(visible.tangleOf[m]);
            }
        }
    }
    std::map<std::pair<int, int>, LineCounts> lines;
    for (const graph::Edge& edge : snapshot.edges) {
        if (!visible.own[edge.from.value] || !visible.own[edge.to.value] || !view.filter.admits(edge))
            continue;
        const int from = played.drawn.frontier.boxOf[idOf[edge.from.value]],
                  to = played.drawn.frontier.boxOf[idOf[edge.to.value]];
        for (const int end : {from, to})
            if (edge.from != edge.to && played.box(end).key.ends_with(".~own"))
                ++boxes[end].links;
        const int tangle = visible.tangleOf[edge.from.value];
        LineCounts& counts = lines[{from, to}];
        ++counts.edges;
        counts.cyclic += tangle >= 0 && tangle == visible.tangleOf[edge.to.value] && edge.from != edge.to;
        graph::EdgeFilter atImport = view.filter;
        atImport.kinds = graph::KindSet::of(graph::EdgeKind::Import);
        counts.atImport += view.filter.kinds.has(graph::EdgeKind::Import) && atImport.admits(edge);
        counts.ghosts += snapshot[edge.to].kind == graph::ModuleKind::Ghost;
        counts.tests += isTest(snapshot[edge.from]);
    }
    std::string out;
    for (std::size_t i = 0; i < played.drawn.drawing.boxes.size(); ++i) {
        const Counts& c = boxes[static_cast<int>(i)];
        out += QStringLiteral("%1: %2 shown %3 links %4 files %5 tests %6 problems %7 tangled %8 %9\n")
                   .arg(QString::fromStdString(played.box(static_cast<int>(i)).key))
                   .arg(c.shown)
                   .arg(c.links)
                   .arg(c.files)
                   .arg(c.tests)
                   .arg(c.problems)
                   .arg(c.inTangles)
                   .arg(c.tangles.size())
                   .arg(c.ghost)
                   .toStdString();
    }
    for (const graph::Line& line : played.drawn.drawing.lines) {
        const LineCounts& c = lines[{line.from, line.to}];
        out += QStringLiteral("%1>%2: %3 cyclic %4 import %5 ghosts %6 tests %7\n")
                   .arg(line.from)
                   .arg(line.to)
                   .arg(c.edges)
                   .arg(c.cyclic)
                   .arg(c.atImport)
                   .arg(c.ghosts)
                   .arg(c.tests)
                   .toStdString();
    }
    return out;
}

std::string foundText(const Played& played) {
    using graph::BoxCount, graph::LineCount;
    const graph::Replay& r = *played.replay;
    std::string out;
    for (std::size_t i = 0; i < played.drawn.drawing.boxes.size(); ++i)
        out += QStringLiteral("%1: %2 shown %3 links %4 files %5 tests %6 problems %7 tangled %8 %9\n")
                   .arg(QString::fromStdString(played.box(static_cast<int>(i)).key))
                   .arg(r.count(i, BoxCount::Shown))
                   .arg(r.count(i, BoxCount::Links))
                   .arg(r.count(i, BoxCount::Modules))
                   .arg(r.count(i, BoxCount::Tests))
                   .arg(r.count(i, BoxCount::Problems))
                   .arg(r.count(i, BoxCount::InTangles))
                   .arg(r.count(i, BoxCount::Tangles))
                   .arg(r.count(i, BoxCount::Ghost))
                   .toStdString();
    for (std::size_t i = 0; i < played.drawn.drawing.lines.size(); ++i)
        out += QStringLiteral("%1>%2: %3 cyclic %4 import %5 ghosts %6 tests %7\n")
                   .arg(played.drawn.drawing.lines[i].from)
                   .arg(played.drawn.drawing.lines[i].to)
                   .arg(r.count(i, LineCount::Edges))
                   .arg(r.count(i, LineCount::Cyclic))
                   .arg(r.count(i, LineCount::AtImport))
                   .arg(r.count(i, LineCount::ToGhosts))
                   .arg(r.count(i, LineCount::Tests))
                   .toStdString();
    return out;
}

// Boxes with their second lines, and lines with how they look, by key.
std::set<std::string> looks(const graph::Drawing& drawing) {
    std::set<std::string> out;
    for (const graph::Box& box : drawing.boxes)
        out.insert(box.key + " " + box.label + " " + box.detail + (box.marks.cycle ? " cycle" : "") +
                   (box.marks.ghost ? " ghost" : "") + (box.marks.test ? " test" : "") +
                   (box.marks.problem ? " problem" : "") + (box.marks.external ? " external" : ""));
    for (const graph::Line& line : drawing.lines)
        out.insert(drawing.boxes[static_cast<std::size_t>(line.from)].key + ">" +
                   drawing.boxes[static_cast<std::size_t>(line.to)].key + " " +
                   std::to_string(line.statements) + (line.cycle ? " cycle" : "") +
                   (line.ghost ? " ghost" : "") + (line.deferredOnly ? " deferred" : "") +
                   (line.fromTests ? " tests" : ""));
    return out;
}

std::vector<graph::ViewSpec> views() {
    graph::ViewSpec closed, open, wide, small, tangles;
    open.open = {"app", "app.sub", "ns", "lib"};
    open.ghosts = false;
    wide.open = {"app", "src"};
    wide.externals = true;
    wide.tests = false;
    wide.filter.kinds = graph::KindSet::all();
    wide.filter.implicitParents = wide.filter.strings = true;
    small.open = {"app", "ns"};
    small.maxBoxes = 6;
    tangles.tanglesOnly = true;
    tangles.open = {"app", "app.a", "app.sub"};
    tangles.filter.kinds = graph::KindSet::all();
    return {closed, open, wide, small, tangles};
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT

    void check(Played& played, const std::vector<std::string>& expected, std::uint32_t revision) {
        played.replay->moveTo(revision);
        QCOMPARE(played.replay->revision(), revision);
        const std::string found = foundText(played);
        const QStringList lines = QString::fromStdString(found).split('\n'),
                          wanted = QString::fromStdString(expected[revision]).split('\n');
        for (qsizetype i = 0; i < wanted.size(); ++i)
            if (lines[i] != wanted[i])
                qWarning("revision %u: %s, expected %s", revision, qPrintable(lines[i]),
                         qPrintable(wanted[i]));
        QVERIFY(found == expected[revision]);
    }

private slots:
    void everyRevisionIsWhatItsCommitIs() {
        std::mt19937 random(1);
        for (unsigned seed = 0; seed < 60; ++seed) {
            const RandomLine one(seed);
            for (const graph::ViewSpec& view : views()) {
                Played played(one.line, one.config, view);
                std::vector<std::string> expected;
                for (std::size_t i = 0; i < one.line.projects.size(); ++i)
                    expected.push_back(expectedText(played, *snapshotAt(one.line, one.config, i), view));
                const auto last = static_cast<std::uint32_t>(expected.size() - 1);
                for (std::uint32_t i = 0; i <= last && !QTest::currentTestFailed(); ++i)
                    check(played, expected, i);
                for (int i = 0; i < 20 && !QTest::currentTestFailed(); ++i)
                    check(played, expected, static_cast<std::uint32_t>(random() % (last + 1)));
                for (std::uint32_t i = last; i > 0 && !QTest::currentTestFailed(); --i)
                    check(played, expected, i - 1);
                for (std::uint32_t i = 1; i <= last; ++i)
                    QVERIFY(expected[i] == expected[i - 1] ||
                            std::ranges::binary_search(played.replay->changes(), i));
                if (QTest::currentTestFailed()) {
                    qWarning("seed %u", seed);
                    return;
                }
            }
        }
    }

    void aMomentLooksLikeTheDrawingOfItsCommit() {
        Line line;
        line.add("== web/__init__.py\n== web/a.py\nimport db.x\n== db/__init__.py\n== db/x.py\n");
        line.add("== web/__init__.py\n== web/a.py\nimport db.x\nimport db.y\n== db/__init__.py\n== db/x.py\n"
                 "== db/y.py\nimport web.a\n== tests/test_a.py\nimport web.a\n");
        line.add("== web/__init__.py\n== web/a.py\nimport db.x\nimport db.y\n== db/__init__.py\n== db/x.py\n"
                 "== tests/test_a.py\nimport web.a\n== cli.py\ndef f():\n    import web.a\n");
        line.add("== web/__init__.py\n== web/a.py\n== cli.py\nimport (\n");
        for (const bool isOpen : {false, true}) {
            graph::ViewSpec view;
            view.filter.kinds.add(graph::EdgeKind::Deferred);
            if (isOpen)
                view.open = {"web", "db", "tests"};
            Played played(line, rooted(), view);
            for (std::uint32_t i = 0; i < 4; ++i) {
                played.replay->moveTo(i);
                const auto expected = looks(graph::makeDrawing(*snapshotAt(line, rooted(), i), view));
                const auto found = looks(played.moment().drawing);
                for (const std::string& look : expected)
                    QVERIFY2(found.contains(look), look.c_str());
                QCOMPARE(found.size(), expected.size());
            }
        }
    }

    void whatIsGoneIsDrawnAsLongAsItIsMarked() {
        Line line;
        line.add("== a.py\nimport b\n== b.py\n");
        line.add("== b.py\n");
        Played played(line, rooted(), {});
        played.replay->moveTo(1);
        QCOMPARE(played.moment().drawing.boxes.size(), std::size_t{1});
        QCOMPARE(played.moment().boxes, std::vector<int>{1});
        graph::RecentChanges recent{{graph::DiffMark::Removed, graph::DiffMark::None},
                                    {graph::DiffMark::Removed}};
        const graph::Moment moment = graph::momentOf(played.drawn.drawing, *played.replay, recent);
        QCOMPARE(moment.drawing.boxes.size(), std::size_t{2});
        QCOMPARE(moment.drawing.boxes[0].marks.change, graph::DiffMark::Removed);
        QCOMPARE(moment.drawing.lines.size(), std::size_t{1});
        QCOMPARE(moment.drawing.lines[0].change, graph::DiffMark::Removed);
    }

    void theWholeLineHoldsWhatEachCommitHolds() {
        // Where there is one source root; a module of several may lie in what another name leads to.
        for (unsigned seed = 0; seed < 120; seed += 3) {
            const RandomLine one(seed);
            const graph::EdgeTimeline timeline = edgesOf(one.line, one.config, 1);
            const auto present = snapshotAt(one.line, one.config, one.line.projects.size() - 1);
            const auto whole = graph::wholeLine(timeline, *present);
            for (std::size_t i = 0; i < one.line.projects.size(); ++i) {
                const auto snapshot = snapshotAt(one.line, one.config, i);
                for (std::size_t m = 0; m < snapshot->modules.size(); ++m) {
                    const graph::Module& module = snapshot->modules[m];
                    const auto id = whole->find(module.name);
                    QVERIFY(id);
                    // A folder may have had several names, and other names lead to what a ghost lies in.
                    if (module.name.find('/') != std::string::npos || module.kind == graph::ModuleKind::Ghost)
                        continue;
                    if (module.parent.valid())
                        QVERIFY2(whole->within(*id, *whole->find((*snapshot)[module.parent].name)),
                                 (module.name + " in " + (*snapshot)[module.parent].name).c_str());
                    else
                        QVERIFY2(!(*whole)[*id].parent.valid(), module.name.c_str());
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(ReplayTest)
#include "replay_test.moc"
