// Which kinds of import count decides what a tangle is: those of Python's own library, for each choice,
// against an independent computation on Python's parser.
#include "graph/analysis/tangles.h"
#include "graph/model/project_text.h"

#include <QProcess>
#include <QTest>

#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

QString python(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start("python3", QStringList{"-B"} + arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(300000) && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

// The independent resolver reads statements only: calls of import_module() and the like are left out here,
// too.
facts::ProjectFacts withoutCalls(facts::ProjectFacts project) {
    for (facts::SourceFile& file : project.files) {
        if (!file.facts)
            continue;
        auto changed = std::make_shared<facts::SourceFacts>(*file.facts);
        for (facts::ImportStatement& statement : changed->imports) {
            if (statement.form != facts::ImportForm::Call)
                continue;
            statement.form = facts::ImportForm::String;
            statement.flags.set(facts::Flag::String);
        }
        file.facts = changed;
    }
    return project;
}

void addTangles(std::set<QString>& lines, const graph::Snapshot& snapshot, const QString& kinds,
                const graph::EdgeFilter& filter) {
    for (const graph::Tangle& tangle : graph::tangles(snapshot, filter)) {
        QString line = kinds + (filter.implicitParents ? "\tparents" : "\t-");
        for (const graph::ModuleId module : tangle.modules)
            line += '\t' + QString::fromStdString(snapshot[module].name);
        lines.insert(line);
    }
}

} // namespace

class TanglesTest : public QObject {
    Q_OBJECT
private slots:
    void ofTheStandardLibrary() {
        const QString folder =
            python({"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"}).trimmed();
        const QString edges = python({ESPALIER_SOURCE_DIR "/tests/graph/model/reference", folder});
        QVERIFY2(!edges.isEmpty(), "needs python3");
        const QString printed =
            python({ESPALIER_SOURCE_DIR "/tests/graph/model/semantics/tangles.py", folder}, edges.toUtf8());
        std::set<QString> expected;
        for (const QString& line : printed.split('\n', Qt::SkipEmptyParts))
            expected.insert(line);

        const auto snapshot = graph::buildSnapshot(withoutCalls(projectFromFolder(folder.toStdString())), {});
        std::set<QString> found;
        using graph::EdgeKind;
        using graph::KindSet;
        for (const bool parents : {false, true}) {
            addTangles(found, *snapshot, "import", {KindSet::of(EdgeKind::Import), parents});
            addTangles(found, *snapshot, "import,deferred",
                       {KindSet::of(EdgeKind::Import).add(EdgeKind::Deferred), parents});
            addTangles(found, *snapshot, "import,deferred,typing,script", {KindSet::all(), parents});
        }
        for (const QString& line : expected)
            QVERIFY2(found.contains(line), qPrintable("missing: " + line));
        QCOMPARE(found.size(), expected.size());
        // More kinds, larger tangles: otherwise the comparison would show little.
        QVERIFY(found.size() > 10);
        qInfo("%zu tangles agree", found.size());
    }
};

QTEST_GUILESS_MAIN(TanglesTest)
#include "tangles_test.moc"
