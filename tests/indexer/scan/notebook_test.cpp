#include "indexer/scan/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace espalier::scan_test;

class NotebookTest : public QObject {
    Q_OBJECT
    static espalier::facts::SourceFacts scanCells(const QStringList& cells) {
        QJsonArray array{QJsonObject{{"cell_type", "markdown"}, {"source", "import no"}}};
        for (const QString& cell : cells)
            array << QJsonObject{{"cell_type", "code"}, {"source", cell}};
        const auto json =
            QJsonDocument(QJsonObject{{"nbformat", 4}, {"cells", array}}).toJson().toStdString();
        return espalier::scan::scanNotebook(json);
    }
private slots:
    void cells() {
        const auto facts = scanCells({"import a\nfrom b import c", "", "def f():\n    import d\n"});
        QCOMPARE(lines(facts.imports),
                 QByteArray(
                     "1:1-1:9 import import a\n2:1-2:16 import from b: c\n4:5-4:13 deferred import d @ f\n"));
        QCOMPARE(lines(facts.problems), QByteArray());
        QCOMPARE(facts.lines, 4U);
    }
    void magic() {
        const auto facts = scanCells({"%matplotlib inline\n!pip install \\\n  import x\n?help\nimport a\nif "
                                      "a:\n    !ls\n    b?\nx = !ls 'it\ny = %time z(\nimport b",
                                      "%%bash\nimport no", "%%time\nimport c", "x = (1\n  % 2)\nimport d"});
        QCOMPARE(lines(facts.problems), QByteArray());
        QCOMPARE(lines(facts.imports), QByteArray("5:1-5:9 import import a\n11:1-11:9 import import b\n"
                                                  "15:1-15:9 import import c\n18:1-18:9 import import d\n"));
    }
    void brokenCellsEndThere() {
        const auto facts = scanCells({"x = (", "import a", "if x:\n    y = '''", "import b"});
        QCOMPARE(lines(facts.imports), QByteArray("2:1-2:9 import import a\n5:1-5:9 import import b\n"));
        QCOMPARE(facts.problems.size(), std::size_t{2});
    }
    void formatThree() {
        const auto facts = espalier::scan::scanNotebook(
            R"({"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["import a\n", "import b"]}]}]})");
        QCOMPARE(lines(facts.imports), QByteArray("1:1-1:9 import import a\n2:1-2:9 import import b\n"));
    }
    void noNotebook() {
        for (const char* text : {"", "{", "[]", "null", "{\"cells\": 3}",
                                 "{\"cells\": [1, {\"cell_type\": \"code\", \"source\": 5}]}"}) {
            const auto facts = espalier::scan::scanNotebook(text);
            QVERIFY(facts.imports.empty());
            QCOMPARE(facts.broken, text[0] != '{' || text[1] == '\0');
        }
    }
};

QTEST_APPLESS_MAIN(NotebookTest)
#include "notebook_test.moc"
