// Two states of a project in one graph, and the picture of it.
#include "graph/drawing/drawing.h"
#include "graph/history/joined.h"
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

QString sign(graph::DiffMark mark) {
    return QStringList{"", "+", "-", "~"}[static_cast<int>(mark)];
}

struct Made {
    graph::SnapshotPtr before, after;
    graph::Joined joined;

    QStringList modules() const {
        QStringList out;
        for (std::size_t i = 0; i < joined.snapshot->modules.size(); ++i)
            out << sign(joined.changes.modules[i]) + QString::fromStdString(joined.snapshot->modules[i].name);
        return out;
    }
    // With the places of the statements.
    QStringList edges() const {
        const graph::Snapshot& s = *joined.snapshot;
        QStringList out;
        for (std::size_t i = 0; i < s.edges.size(); ++i) {
            QString text = sign(joined.changes.edges[i]) +
                           QString::fromStdString(s[s.edges[i].from].name + ">" + s[s.edges[i].to].name);
            for (const graph::StatementRef& statement : s.statementsOf(s.edges[i]))
                text += QString::fromStdString(" " + s.pathOf(statement)) + ':' +
                        QString::number(s.importOf(statement).span.line);
            out << text;
        }
        return out;
    }
};

Made made(const char* before, const char* after, const graph::Renames& renames = {},
          const graph::EdgeFilter& filter = {}) {
    Made out{graph::buildSnapshot(projectFromText(before), {}),
             graph::buildSnapshot(projectFromText(after), {}),
             {}};
    out.joined = graph::joined(*out.before, *out.after,
                               graph::difference(*out.before, *out.after, renames, filter), filter);
    return out;
}

QStringList boxes(const graph::Drawing& drawing) {
    QStringList out;
    for (const graph::Box& box : drawing.boxes)
        out << sign(box.marks.change) +
                   QString::fromStdString(box.key + (box.detail.empty() ? "" : " (" + box.detail + ")"));
    return out;
}

QStringList lines(const graph::Drawing& drawing) {
    QStringList out;
    for (const graph::Line& line : drawing.lines)
        out << sign(line.change) +
                   QString::fromStdString(drawing.boxes[static_cast<std::size_t>(line.from)].key + ">" +
                                          drawing.boxes[static_cast<std::size_t>(line.to)].key);
    return out;
}

} // namespace

class JoinedTest : public QObject {
    Q_OBJECT

private slots:
    void bothStatesAreThere() {
        const Made m = made("== a.py\nimport b\nimport c\n== b.py\n== c.py\n",
                            "== a.py\n\nimport c\nimport d\n== c.py\nimport d\n== d.py\n");
        QCOMPARE(m.modules(), (QStringList{"a", "-b", "c", "+d"}));
        QCOMPARE(m.edges(), (QStringList{"-a>b a.py:1", "a>c a.py:2", "+a>d a.py:3", "+c>d c.py:1"}));
    }
    // The file that a path leads to is that of the newer state.
    void filesOfBothAreFound() {
        const Made m = made("== a.py\nimport b\n== b.py\n", "== a.py\nx = 1\n== aa.py\n");
        QCOMPARE(m.edges(), QStringList{"-a>b a.py:1"});
        const graph::Snapshot& s = *m.joined.snapshot;
        QCOMPARE(s.project.files.size(), 3U); // a.py twice
        const auto a = s.find("a.py");
        QVERIFY(a && s[*a].name == "a");
        QVERIFY(s.project.files[s[*a].file.value].facts->imports.empty());
    }
    void whatIsRenamedIsOneModule() {
        const Made m = made("== p/__init__.py\n== p/old.py\nimport x\n== x.py\nimport p.old\n",
                            "== p/__init__.py\n== p/new.py\nimport x\n== x.py\nimport p.new\n",
                            {{"p/old.py", "p/new.py"}});
        QCOMPARE(m.modules(), (QStringList{"p", "p.new", "x"}));
        QCOMPARE(m.edges().filter("+") + m.edges().filter("-"), QStringList{});
    }
    void packagesThatAreGoneHoldTheirModules() {
        const Made m = made("== p/__init__.py\n== p/q/__init__.py\n== p/q/m.py\n== z.py\n", "== z.py\n");
        QCOMPARE(m.modules(), (QStringList{"-p", "-p.q", "-p.q.m", "z"}));
        const graph::Snapshot& s = *m.joined.snapshot;
        QCOMPARE(s[s[*s.find("p.q.m")].parent].name, "p.q");
        QCOMPARE(s[s[*s.find("p.q")].parent].name, "p");
    }
    void aModuleThatIsStillImportedIsAGhost() {
        const Made m = made("== a.py\nimport p.b\n== p/__init__.py\n== p/b.py\n",
                            "== a.py\nimport p.b\n== p/__init__.py\n");
        QVERIFY(m.modules().contains("-p.b"));
        QVERIFY(m.joined.snapshot->modules[m.joined.snapshot->find("p.b")->value].kind ==
                graph::ModuleKind::Ghost);
    }
    // An import that became deferred is gone for who counts import time.
    void theFilterDecides() {
        const char *before = "== a.py\nimport b\n== b.py\n",
                   *after = "== a.py\ndef f():\n    import b\n== b.py\n";
        QCOMPARE(made(before, after).edges(), (QStringList{"-a>b a.py:2 a.py:1"}));
        QCOMPARE(made(before, after, {}, graph::EdgeFilter::everything()).edges(), QStringList{"a>b a.py:2"});
    }
    void theSameTwiceIsTheSame() {
        const char* text = "== a.py\nimport b\n== b.py\nimport a\n== p/__init__.py\nimport gone.x\n";
        const Made m = made(text, text);
        QCOMPARE(m.joined.snapshot->edges.size(), m.after->edges.size());
        QCOMPARE(m.modules().filter("+") + m.modules().filter("-"), QStringList{});
    }

    void thePictureMarksBoxesAndLines() {
        const Made m =
            made("== a.py\nimport p.x\nimport b\n== b.py\n== p/__init__.py\n== p/x.py\n== p/y.py\n",
                 "== a.py\nimport p.x\nimport n.m\n== n/__init__.py\n== n/m.py\n== p/__init__.py\n== "
                 "p/x.py\n== p/z.py\nimport n.m\n");
        const graph::Drawing d = graph::makeDrawing(*m.joined.snapshot, {}, &m.joined.changes);
        QCOMPARE(boxes(d), (QStringList{"a", "-b", "+n (2 modules)", "~p (4 modules · +1 −1)"}));
        QCOMPARE(lines(d), (QStringList{"-a>b", "+a>n", "a>p", "+p>n"}));
        QStringList legend;
        for (const graph::LegendEntry& entry : d.legend)
            legend << QString::fromStdString(entry.text);
        for (const char* words :
             {"new", "gone", "has new or lost modules", "new import", "import that is gone"})
            QVERIFY2(legend.contains(words), words);
        graph::ViewSpec open;
        open.open = {"p"};
        const QStringList inside = boxes(graph::makeDrawing(*m.joined.snapshot, open, &m.joined.changes));
        QVERIFY2(inside.contains("-p.y") && inside.contains("+p.z") && inside.contains("p.x"),
                 qPrintable(inside.join('\n')));
    }
    // A circle that never was at one time is none.
    void tanglesAreThoseOfTheNewerState() {
        const Made m = made("== a.py\nimport b\n== b.py\n", "== a.py\n== b.py\nimport a\n");
        const graph::Drawing d = graph::makeDrawing(*m.joined.snapshot, {}, &m.joined.changes);
        for (const graph::Line& line : d.lines)
            QVERIFY(!line.cycle);
        QVERIFY(graph::makeDrawing(*m.joined.snapshot, {}).lines.front().cycle);
    }
};

QTEST_GUILESS_MAIN(JoinedTest)
#include "joined_test.moc"
