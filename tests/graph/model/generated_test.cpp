// Random projects that python3 really imports: the modules it loads against the closure that the graph
// predicts.
#include "graph/model/project_text.h"
#include "graph/model/semantics/real_import.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

class GeneratedTest : public QObject {
    Q_OBJECT
private slots:
    // ESPALIER_GENERATED="FIRST COUNT" takes other seeds than the usual ones.
    void loadedModulesAreThePredictedOnes() {
        const QStringList range =
            qEnvironmentVariable("ESPALIER_GENERATED", "1 300").split(' ', Qt::SkipEmptyParts);
        QCOMPARE(range.size(), 2);
        QTemporaryDir folder;
        QProcess process;
        process.start("python3",
                      {"-S", "-I", "-B", ESPALIER_SOURCE_DIR "/tests/graph/model/generate_packages.py",
                       folder.path(), range[0], range[1]});
        QVERIFY(process.waitForFinished(600000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        int exact = 0, ok = 0, total = 0, differences = 0;
        for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> fields = line.split('\t'); // seed, entry, result, the files loaded
            if (fields.size() < 3)
                continue;
            ++total;
            const auto snapshot =
                graph::buildSnapshot(projectFromFolder((folder.path() + '/' + fields[0]).toStdString()), {});
            std::set<std::string> loaded;
            for (int i = 3; i < fields.size(); ++i)
                loaded.insert(fields[i].toStdString());
            const auto entry = snapshot->find(fields[1].toStdString());
            QVERIFY2(entry, line.constData());
            const PredictedImport predicted = predictedImport(*snapshot, *entry);
            const bool succeeded = fields[2] == "ok";
            const std::string difference = disagreement(predicted, loaded, !succeeded);
            if (!difference.empty() && ++differences <= 5)
                qWarning("seed %s, entry %s\n%s%s", fields[0].constData(), fields[1].constData(),
                         difference.c_str(), edgeLines(*snapshot, {false, true, false}).c_str());
            ok += succeeded ? 1 : 0;
            exact += succeeded && predicted.least == predicted.most ? 1 : 0;
        }
        qInfo("%d projects, %d imported without an error, %d of them predicted exactly", total, ok, exact);
        QCOMPARE(differences, 0);
        QCOMPARE(total, range[1].toInt());
        QVERIFY(ok > total / 2 && exact > total / 4);
    }
};

QTEST_GUILESS_MAIN(GeneratedTest)
#include "generated_test.moc"
