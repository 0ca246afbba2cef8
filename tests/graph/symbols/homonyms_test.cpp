// One name, several definitions.
#include "graph/model/project_text.h"
#include "graph/symbols/homonyms.h"
#include "indexer/symbols/extractor.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

class HomonymsTest : public QObject {
    Q_OBJECT

    static QString found(const char* text) {
        facts::ProjectFacts project = projectFromText(text);
        for (const auto& [path, content] : filesFromText(text))
            for (facts::SourceFile& file : project.files)
                if (file.path == path)
                    file.symbols = std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(content));
        graph::Symbols symbols(graph::buildSnapshot(std::move(project), {}));
        const graph::Fragmentation fragmentation(symbols, graph::EdgeFilter::everything());
        QString found;
        for (const graph::Homonym& homonym : graph::homonyms(symbols, fragmentation)) {
            found += QString::fromUtf8(homonym.name) + ':';
            for (const graph::Homonym::One& one : homonym.definitions)
                found +=
                    QString(" %1 %2")
                        .arg(QString::fromStdString(symbols.snapshot()[symbols[one.definition].module].name))
                        .arg(one.statements);
            for (const std::string_view member : homonym.members)
                found += " ." + QString::fromUtf8(member);
            found += '\n';
        }
        return found;
    }

private slots:
    void listed() {
        const char* text =
            "== a.py\nclass Manager:\n    def send(self): pass\n    def close(self): pass\ndef once(): pass\n"
            "== b.py\nclass Manager:\n    def send(self):\n        def inner(): pass\n    def open(self): "
            "pass\ndef main(): pass\n"
            "== c.py\nfrom a import Manager\nfrom b import Manager as M\ndef main(): pass\n"
            "== d.py\nfrom b import Manager\nclass Gone: pass\nGone = 1\n== e.py\nfrom d import Gone\nclass "
            "Gone: pass\n"
            "== tests/test_a.py\nclass Manager: pass\n";
        QCOMPARE(found(text), QString("Manager: b 2 a 1 .send\n"));
    }
    void thoseOverWhichImportersAreMostDividedComeFirst() {
        const char* text =
            "== a.py\ndef one(): pass\ndef two(): pass\ndef three(): pass\ndef four(): pass\n"
            "== b.py\ndef one(): pass\ndef two(): pass\ndef three(): pass\ndef four(): pass\n"
            "== c.py\ndef three(): pass\ndef one(): pass\n"
            "== u.py\nfrom a import one, two, three, four\nfrom a import one\nfrom a import one\n"
            "== v.py\nfrom b import two, three\nfrom a import two\n";
        // One: three statements for one of three. Two and three: one statement divides from the others; of
        // three there are more definitions.
        QCOMPARE(found(text), QString("three: a 1 b 1 c 0\ntwo: a 2 b 1\none: a 3 b 0 c 0\nfour: a 1 b 0\n"));
    }
};

QTEST_GUILESS_MAIN(HomonymsTest)
#include "homonyms_test.moc"
