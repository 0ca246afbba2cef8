// Every edge of Python's own library against reference.py, an independent resolver on Python's parser.
#include "graph/model/project_text.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

// Differences that are known and right, as "from to line kind flag"; of Python 3.11's library there are none.
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

    static QString python(const QStringList& arguments) {
        QProcess process;
        process.start("python3", arguments);
        if (!process.waitForFinished(300000) || process.exitCode() != 0)
            qWarning("python3: %s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private slots:
    void standardLibrary() {
        const QString folder =
            python({"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"}).trimmed();
        QVERIFY2(!folder.isEmpty(), "needs python3");
        std::set<QString> expected, unparsable;
        for (const QString& line : python({ESPALIER_SOURCE_DIR "/tests/graph/model/reference.py", folder})
                                       .split('\n', Qt::SkipEmptyParts)) {
            if (line.startsWith("unparsable\t"))
                unparsable.insert(line.section('\t', 1));
            else
                expected.insert(line);
        }
        QVERIFY(expected.size() > 500); // a Debian without its test suite still has that many
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
