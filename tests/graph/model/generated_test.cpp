// Random projects that python3 really imports: the modules it loads against the closure that the graph
// predicts.
#include "graph/model/project_text.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

// Whether the statement runs for sure when its module is imported.
bool isCertain(const graph::StatementRef& ref) {
    return !ref.flags.has(facts::Flag::Optional) && !ref.flags.has(facts::Flag::Conditional) &&
           !ref.flags.has(facts::Flag::Ambiguous);
}

// The modules with source that importing `entry` loads: for sure, or at most.
std::set<std::string> closure(const graph::Snapshot& snapshot, graph::ModuleId entry, bool certainOnly) {
    std::vector<graph::ModuleId> work;
    for (graph::ModuleId at = entry; at.valid(); at = snapshot[at].parent)
        work.push_back(at);
    std::set<graph::ModuleId> seen(work.begin(), work.end());
    while (!work.empty()) {
        const graph::ModuleId module = work.back();
        work.pop_back();
        for (const graph::EdgeId id : snapshot.outgoing(module))
            for (const graph::StatementRef& ref : snapshot.statementsOf(snapshot[id]))
                if (graph::EdgeFilter{graph::KindSet::of(graph::EdgeKind::Import), true, false}.admits(ref) &&
                    (!certainOnly || isCertain(ref)) && seen.insert(snapshot[id].to).second)
                    work.push_back(snapshot[id].to);
    }
    std::set<std::string> names;
    for (const graph::ModuleId module : seen)
        if (snapshot[module].file.valid())
            names.insert(snapshot[module].name);
    return names;
}

std::string joined(const std::set<std::string>& names) {
    std::string out;
    for (const std::string& name : names)
        out += name + ' ';
    return out;
}

bool isPart(const std::set<std::string>& part, const std::set<std::string>& whole) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

} // namespace

class GeneratedTest : public QObject {
    Q_OBJECT
private slots:
    void loadedModulesAreThePredictedOnes() {
        constexpr int kProjects = 300;
        QTemporaryDir folder;
        QProcess process;
        process.start("python3", {"-S", "-I", ESPALIER_SOURCE_DIR "/tests/graph/model/generate_packages.py",
                                  folder.path(), QString::number(kProjects), "1"});
        QVERIFY(process.waitForFinished(120000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        int exact = 0, ok = 0, total = 0;
        for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
            const QList<QByteArray> fields = line.split('\t');
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
            const std::set<std::string> most = closure(*snapshot, *entry, false),
                                        least = closure(*snapshot, *entry, true);
            const std::string about = "project " + fields[0].toStdString() + ", entry " +
                                      fields[1].toStdString() + "\nloaded   " + joined(loaded) +
                                      "\nat least " + joined(least) + "\nat most  " + joined(most) + "\n" +
                                      edgeLines(*snapshot, {false, true, false});
            QVERIFY2(isPart(loaded, most), about.c_str());
            if (fields[2] != "ok")
                continue;
            ++ok;
            QVERIFY2(isPart(least, loaded), about.c_str());
            exact += least == most ? 1 : 0;
        }
        qInfo("%d projects, %d imported without an error, %d of them predicted exactly", total, ok, exact);
        QCOMPARE(total, kProjects);
        QVERIFY(ok > kProjects / 2 && exact > kProjects / 4);
    }
};

QTEST_GUILESS_MAIN(GeneratedTest)
#include "generated_test.moc"
