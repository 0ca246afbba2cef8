// Random projects full of import cycles: what python3 does with each module that is imported first, against
// what is foretold.
#include "graph/execution/outline_files.h"
#include "graph/model/project_text.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

// The message is not compared: the versions of Python word it differently.
std::string withoutMessage(const QList<QByteArray>& fields) {
    std::string out = fields[2].toStdString();
    for (qsizetype i = 3; i < fields.size(); ++i)
        if (i != 4)
            out += '\t' + fields[i].toStdString();
    return out;
}

} // namespace

class GeneratedTest : public QObject {
    Q_OBJECT
private slots:
    // ESPALIER_GENERATED="FIRST COUNT" takes other seeds than the usual ones.
    void verdictsAreWhatPythonDoes() {
        const QStringList range =
            qEnvironmentVariable("ESPALIER_GENERATED", "1 300").split(' ', Qt::SkipEmptyParts);
        QCOMPARE(range.size(), 2);
        QTemporaryDir folder;
        QProcess process;
        process.start("python3",
                      {"-S", "-I", "-B", ESPALIER_SOURCE_DIR "/tests/graph/execution/generate_cycles.py",
                       folder.path(), range[0], range[1]});
        QVERIFY(process.waitForFinished(600000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        int ok = 0, fails = 0, unknown = 0, differences = 0;
        QByteArray seed;
        graph::SnapshotPtr snapshot;
        std::unique_ptr<graph::Symbols> symbols;
        std::unique_ptr<graph::FirstImport> firstImport;
        for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> fields =
                line.split('\t'); // seed, module, outcome, error, message, frames
            if (fields.size() < 3 || fields[2] == "endless" ||
                (fields.size() > 3 && fields[3] == "TypeError"))
                continue;
            if (fields[0] != seed) {
                seed = fields[0];
                const std::string project = (folder.path() + '/' + seed).toStdString();
                firstImport.reset();
                snapshot = graph::buildSnapshot(projectFromFolder(project), {});
                symbols = std::make_unique<graph::Symbols>(snapshot);
                firstImport =
                    std::make_unique<graph::FirstImport>(*symbols, outlinesBelow(*snapshot, project));
            }
            const auto entry = snapshot->find(fields[1].toStdString());
            QVERIFY2(entry, line.constData());
            const std::string last =
                fields.size() > 5 ? fields.back().split(':')[0].toStdString() : std::string();
            if (!last.empty() && !firstImport->follows(*snapshot->find(last)))
                continue; // it fails by itself
            const graph::Verdict verdict = firstImport->of(*entry);
            const std::string foretold = verdictLine(*snapshot, verdict), real = withoutMessage(fields);
            ok += foretold == "ok" ? 1 : 0;
            fails += verdict.outcome == graph::Outcome::Fails ? 1 : 0;
            if (verdict.outcome == graph::Outcome::Unknown)
                ++unknown;
            else if (foretold == real)
                continue;
            if (++differences <= 20)
                qWarning("%s\n  foretold: %s (%s, line %u)", line.constData(), foretold.c_str(),
                         (verdict.message + verdict.unknown).c_str(), verdict.line);
        }
        qInfo("%d ok, %d fail, %d unknown; %d differences", ok, fails, unknown, differences);
        QCOMPARE(differences, 0);
        QVERIFY(ok > 0 && fails > 0);
    }
};

QTEST_GUILESS_MAIN(GeneratedTest)
#include "generated_test.moc"
