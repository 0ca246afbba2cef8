// Every edge of Python's own library and of some real projects against reference/, an independent resolver on
// Python's parser.
#include "graph/model/project_text.h"
#include "graph/model/reference_projects.h"

#include <QTest>

#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

// Differences that are known and right, as "from to line kind flag"; there are none.
const std::set<QString> kExplained{};

std::set<QString> ourLines(const graph::Snapshot& snapshot, const std::set<QString>& unparsable) {
    std::set<QString> out;
    for (const graph::Edge& edge : snapshot.edges) {
        if (snapshot[edge.to].kind == graph::ModuleKind::External)
            continue;
        for (const graph::StatementRef& ref : snapshot.statementsOf(edge)) {
            const facts::ImportStatement& statement = snapshot.importOf(ref);
            const bool isStatement =
                statement.form == facts::ImportForm::Import || statement.form == facts::ImportForm::From;
            if (!isStatement || ref.flags.has(facts::Flag::ImplicitParent) ||
                unparsable.contains(QString::fromStdString(snapshot.pathOf(ref))))
                continue;
            out.insert(QString::fromStdString(snapshot[edge.from].name + '\t' + snapshot[edge.to].name +
                                              '\t' + std::to_string(statement.span.line) + '\t' +
                                              std::string(name(ref.kind)) + '\t' +
                                              (ref.flags.has(facts::Flag::Ambiguous) ? "ambiguous" : "-")));
        }
    }
    return out;
}

} // namespace

class ReferenceTest : public QObject {
    Q_OBJECT
private slots:
    void edges_data() { addReferenceProjects(500, 2000); }

    void edges() {
        QFETCH(QString, folder);
        QFETCH(int, atLeast);
        if (folder.isEmpty())
            QSKIP("needs python3 and the projects that packaging/corpora.sh fetches");
        const ReferenceLines lines = referenceLines("graph/model/reference", {folder});
        QVERIFY(lines.ok);
        std::set<QString> expected, unparsable;
        for (const QString& line : lines.lines) {
            if (line.startsWith("unparsable\t"))
                unparsable.insert(line.section('\t', 1));
            else
                expected.insert(line);
        }
        QVERIFY(expected.size() > std::size_t(atLeast));
        const auto snapshot = graph::buildSnapshot(projectFromFolder(folder.toStdString()), {});
        const std::set<QString> found = ourLines(*snapshot, unparsable);
        int differences = 0;
        const auto report = [&](const char* what, const std::set<QString>& here,
                                const std::set<QString>& there) {
            for (const QString& line : here)
                if (!there.contains(line) && !kExplained.contains(line) && ++differences <= 20)
                    qWarning("%s %s", what, qPrintable(line));
        };
        report("missing", expected, found);
        report("not in the reference", found, expected);
        QCOMPARE(differences, 0);
        qInfo("%zu edges agree", found.size());
    }
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
