#include "app/project/layout_protocol.h"

#include <QTest>

using namespace espalier;

class LayoutProtocolTest : public QObject {
    Q_OBJECT
private slots:
    void jobComesBackAsItWas() {
        project::LayoutJob job;
        job.number = 7;
        job.input.boxes = {{"a\"\n", -1, {10, 20}}, {"a.b", 0, {30.5, 40}, graph::Point{-3, 1.5}}};
        job.input.lines = {{0, 1, 3}};
        job.input.seeds = {{"a.b", {1.25, -2}}};
        job.input.bundled = true;
        const std::string line = project::writeJob(job);
        QVERIFY(line.find('\n') == std::string::npos);
        const auto read = project::readJob(line);
        QVERIFY(read.ok());
        QCOMPARE(read->number, 7U);
        QCOMPARE(read->input.boxes, job.input.boxes);
        QCOMPARE(read->input.lines[0].weight, 3);
        QCOMPARE(read->input.seeds, job.input.seeds);
        QVERIFY(read->input.bundled);
    }

    void answerComesBackAsItWas() {
        project::LayoutAnswer answer;
        answer.number = 9;
        answer.result.size = {100, 50};
        answer.result.boxes = {{1, 2, 3, 4}};
        answer.result.lines = {{{0, 0}, {1, 1}, {2, 2}, {3, 3.5}}, {}};
        const auto read = project::readAnswer(project::writeAnswer(answer));
        QVERIFY(read.ok());
        QCOMPARE(read->number, 9U);
        QCOMPARE(read->result.size, answer.result.size);
        QCOMPARE(read->result.boxes, answer.result.boxes);
        QCOMPARE(read->result.lines, answer.result.lines);

        const auto error = project::readAnswer(project::writeAnswer({3, "no Graphviz", {}}));
        QVERIFY(error.ok());
        QCOMPARE(error->error, std::string("no Graphviz"));
    }

    void badMessagesAreRefused_data() {
        QTest::addColumn<QString>("line");
        QTest::newRow("empty") << "";
        QTest::newRow("cut") << R"({"job": 1, "boxes": [["a", -1, 1)";
        QTest::newRow("no number") << R"({"boxes": [], "lines": [], "seeds": []})";
        QTest::newRow("parent after child")
            << R"({"job": 1, "boxes": [["a", 0, 1, 1]], "lines": [], "seeds": []})";
        QTest::newRow("line to nowhere")
            << R"({"job": 1, "boxes": [["a", -1, 1, 1]], "lines": [[0, 1, 1]], "seeds": []})";
        QTest::newRow("short box") << R"({"job": 1, "boxes": [["a", -1]], "lines": [], "seeds": []})";
        QTest::newRow("half a place")
            << R"({"job": 1, "boxes": [["a", -1, 1, 1, 5]], "lines": [], "seeds": []})";
        QTest::newRow("not finite")
            << R"({"job": 1, "boxes": [["a", -1, 1e999, 1]], "lines": [], "seeds": []})";
    }
    void badMessagesAreRefused() {
        QFETCH(QString, line);
        QVERIFY(!project::readJob(line.toStdString()).ok());
    }
};

QTEST_APPLESS_MAIN(LayoutProtocolTest)
#include "layout_protocol_test.moc"
