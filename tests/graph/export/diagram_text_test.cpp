#include "graph/export/picture.h"
#include "graph/export/picture_input.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace espalier::graph;

namespace {

std::string dense(int nodes) {
    std::string text;
    for (int i = 0; i < nodes; ++i)
        for (int j = 0; j < nodes; ++j)
            if (i != j)
                text += "p.module_number_" + std::to_string(100 + i) + " > p.module_number_" +
                        std::to_string(100 + j) + ",";
    return text;
}

Drawing hostile() {
    Drawing d = picture("a.x > a.y, a.z > a.y");
    d.title = "t\"\\N\nx";
    d.boxes[0].label = "</script> ]]> \" } \\";
    d.boxes[1].label = "a\x01\n\"] --> n7[\"b #quot;";
    d.boxes[1].key = "k\" \\l";
    return d;
}

} // namespace

class DiagramTextTest : public QObject {
    Q_OBJECT
private slots:
    void dotNestsPackages() {
        const QString dot =
            QString::fromStdString(toDot(picture("a.b.c > a.b.d *3, a.b.d > a.b.c, e > a.b.c")));
        QCOMPARE(dot.count("subgraph cluster_"), 2);
        QCOMPARE(dot.count('{'), dot.count('}'));
        QVERIFY(dot.contains("label=\"c ↻\", tooltip=\"a.b.c\""));
        QVERIFY(dot.contains("tooltip=\"a.b.c imports a.b.d: 3 statements\", color=\"#b71c1c\""));
    }
    void dotEscapes() {
        const QString dot = QString::fromStdString(toDot(hostile()));
        QVERIFY(dot.contains("label=\"</script> ]]> \\\" } \\\\\""));
        QVERIFY(!dot.contains(QChar(1)));
    }
    void dotIsAcceptedByDot() {
        const QString program = QStandardPaths::findExecutable("dot");
        if (program.isEmpty())
            QSKIP("the program dot is not installed");
        for (const Drawing& d : {picture(kEverything), hostile(), picture("")}) {
            QProcess process;
            process.start(program, {"-Tsvg"});
            process.write(QByteArray::fromStdString(toDot(d)));
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitCode(), 0);
            QCOMPARE(process.readAllStandardError(), QByteArray());
        }
    }

    void mermaid() {
        QCOMPARE(QString::fromStdString(toMermaid(picture("a.b > a.c, a.c > a.b, d ~> a.b, d"))),
                 "%% demo — 4 modules · 1 tangle · imports: import time + deferred + typing + script\n"
                 "flowchart TB\n"
                 "  subgraph n0[\"a\"]\n"
                 "    n2[\"b ↻\"]\n"
                 "    n3[\"c ↻\"]\n"
                 "  end\n"
                 "  n1[\"d\"]\n"
                 "  classDef cycle fill:#fdeaea,stroke:#b71c1c\n"
                 "  class n2,n3 cycle\n"
                 "  n2 ==> n3\n"
                 "  n3 ==> n2\n"
                 "  n1 -.-> n2\n"
                 "  linkStyle 0 stroke:#b71c1c\n"
                 "  linkStyle 1 stroke:#b71c1c\n");
    }
    void notesAreListed() {
        Drawing d = picture("a.b > a.c");
        for (Box& b : d.boxes)
            b.note = "moves\nto \"d\"";
        const QString dot = QString::fromStdString(toDot(d)), mermaid = QString::fromStdString(toMermaid(d));
        QVERIFY2(dot.contains("label=\"b\\n✎ moves\\nto \\\"d\\\"\""), qPrintable(dot));
        QCOMPARE(dot.count("✎"), 3);
        QVERIFY2(mermaid.contains("n1[\"b ✎ moves to #34;d#34;\"]"), qPrintable(mermaid));
        QCOMPARE(mermaid.count("✎"), 3);
    }
    void mermaidStaysWithinItsLimits() {
        const Drawing d = picture(dense(25));
        QVERIFY(d.lines.size() > 300);
        const QString text = QString::fromStdString(toMermaid(d));
        QVERIFY(text.toUtf8().size() <= 40000);
        QCOMPARE(text.count(" --> ") + text.count(" ==> "), 250);
        QVERIFY(text.contains(
            QString("%% %1 lines and 0 boxes left out").arg(d.lines.size() + d.omittedLines - 250)));
        QVERIFY(text.contains("omitted["));
    }
    void mermaidWithEndlessNames() {
        Drawing d = picture(dense(20));
        for (Box& b : d.boxes)
            b.label = std::string(5000, '"');
        QVERIFY(toMermaid(d).size() <= 40000);
    }
    void mermaidEscapes() {
        const QString text = QString::fromStdString(toMermaid(hostile()));
        // Between quotes nothing is left that could end a label or begin markup.
        const QRegularExpression label("\\[\"([^\"]*)\"\\]");
        auto labels = label.globalMatch(text);
        int count = 0;
        while (labels.hasNext()) {
            const QString inside = labels.next().captured(1);
            QVERIFY2(!inside.contains(QRegularExpression("[<>\\[\\]{}\\\\\\x01]")), qPrintable(inside));
            ++count;
        }
        QCOMPARE(count, 4);
        QCOMPARE(text.count(QRegularExpression("^  n\\d+ --> n\\d+$", QRegularExpression::MultilineOption)),
                 2);
    }
};

QTEST_APPLESS_MAIN(DiagramTextTest)
#include "diagram_text_test.moc"
