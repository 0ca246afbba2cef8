// Who uses what in Python's own library, against reference/, which knows Python's scopes by its own means.
#include "graph/model/project_text.h"
#include "graph/model/reference_projects.h"
#include "graph/symbols/origin_text.h"
#include "graph/symbols/uses.h"
#include "indexer/scan/decode.h"
#include "indexer/symbols/extractor.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

constexpr std::size_t kMost = 1500; // definitions that are asked about
using Places = std::set<QString>;   // "path:line:column"

graph::SnapshotPtr snapshotOf(const QString& folder) {
    facts::ProjectFacts project = projectFromFolder(folder.toStdString());
    for (facts::SourceFile& file : project.files) {
        QFile in(folder + '/' + QString::fromStdString(file.path));
        if (!file.facts || !in.open(QIODevice::ReadOnly))
            continue;
        const std::string bytes = in.readAll().toStdString();
        file.symbols =
            std::make_shared<facts::SymbolFacts>(symbols::extractSymbols(scan::decodeSource(bytes).text));
    }
    return graph::buildSnapshot(std::move(project), {});
}

struct Reference {
    std::map<QString, Places> uses; // by origin
    Places unknown;
    std::set<QString> unparsable; // modules
};

Reference read(const QStringList& lines) {
    Reference out;
    for (const QString& line : lines) {
        const QString first = line.section('\t', 0, 0), second = line.section('\t', 1);
        if (first == "unparsable")
            out.unparsable.insert(second);
        else if (second == "?")
            out.unknown.insert(first);
        else
            for (const QString& origin : second.split(" | "))
                out.uses[origin].insert(first);
    }
    return out;
}

} // namespace

class UsesReferenceTest : public QObject {
    Q_OBJECT
private slots:
    void uses() {
        const QString folder = standardLibrary();
        const ReferenceLines lines = referenceLines("graph/symbols/reference", {folder, "--uses"});
        QVERIFY(lines.ok);
        const Reference reference = read(lines.lines);
        QVERIFY(reference.uses.size() > 5000);
        const graph::SnapshotPtr snapshot = snapshotOf(folder);
        graph::Symbols symbols(snapshot);
        (void)symbols.importsOf(graph::OriginId(0)); // resolves all imported names
        std::map<QString, graph::OriginId> asked;
        for (std::size_t i = 0; i < symbols.originCount(); ++i)
            if (const QString text = QString::fromStdString(originText(symbols, graph::OriginId(i)));
                graph::bindingOf(*snapshot, symbols[graph::OriginId(i)]) && reference.uses.contains(text))
                asked.emplace(text, graph::OriginId(i));
        const std::size_t step = asked.size() / kMost + 1;
        std::size_t number = 0;
        int differences = 0, agreed = 0;
        for (const auto& [text, id] : asked) {
            const graph::Origin& origin = symbols[id];
            if (number++ % step != 0 || !origin.module.valid() ||
                reference.unparsable.contains(QString::fromStdString((*snapshot)[origin.module].name)))
                continue;
            Places found;
            for (const graph::SymbolUse& use : graph::uses(symbols, {&id, 1})) {
                const QString place = QString("%1:%2:%3")
                                          .arg(QString::fromStdString(snapshot->pathOf(use.module)))
                                          .arg(use.line)
                                          .arg(use.column);
                if (use.kind != graph::UseKind::Patched && !reference.unknown.contains(place) &&
                    !reference.unparsable.contains(QString::fromStdString((*snapshot)[use.module].name)))
                    found.insert(place);
            }
            const Places& expected = reference.uses.at(text);
            const auto report = [&, &name = text](const char* what, const Places& here, const Places& there) {
                for (const QString& place : here)
                    if (!there.contains(place) && ++differences <= 400)
                        qWarning("%s %s %s", what, qPrintable(name), qPrintable(place));
            };
            report("missing", expected, found);
            report("not in the reference", found, expected);
            agreed += static_cast<int>(found.size());
        }
        QCOMPARE(differences, 0);
        QVERIFY(agreed > 3000);
        qInfo("%d uses agree", agreed);
    }
};

QTEST_GUILESS_MAIN(UsesReferenceTest)
#include "uses_reference_test.moc"
