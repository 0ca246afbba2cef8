#include "graph/model/semantics/real_import.h"

#include "graph/model/project_text.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace espalier::test {
namespace {

using graph::EdgeKind;
using graph::KindSet;

// Whether the statement runs for sure when its module is imported.
bool isCertain(const graph::StatementRef& ref) {
    return !ref.flags.has(facts::Flag::Optional) && !ref.flags.has(facts::Flag::Conditional) &&
           !ref.flags.has(facts::Flag::Ambiguous);
}

std::set<std::string> closure(const graph::Snapshot& snapshot, std::vector<graph::ModuleId> work,
                              KindSet firstKinds, bool certainOnly) {
    std::set<graph::ModuleId> seen(work.begin(), work.end());
    const graph::ModuleId entry = work.front();
    while (!work.empty()) {
        const graph::ModuleId module = work.back();
        work.pop_back();
        const graph::EdgeFilter filter{module == entry ? firstKinds : KindSet::of(EdgeKind::Import), true,
                                       false};
        for (const graph::EdgeId id : snapshot.outgoing(module))
            for (const graph::StatementRef& ref : snapshot.statementsOf(snapshot[id]))
                if (filter.admits(ref) && (!certainOnly || isCertain(ref)) &&
                    seen.insert(snapshot[id].to).second)
                    work.push_back(snapshot[id].to);
    }
    std::set<std::string> paths;
    for (const graph::ModuleId module : seen)
        if (snapshot[module].file.valid())
            paths.insert(snapshot.pathOf(module));
    return paths;
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

bool writeFiles(std::string_view project, const QString& folder) {
    for (const auto& [path, content] : filesFromText(project)) {
        const QString whole = folder + '/' + QString::fromStdString(path);
        QFile file(whole);
        if (!QDir().mkpath(QFileInfo(whole).path()) || !file.open(QIODevice::WriteOnly) ||
            file.write(content.data(), static_cast<qint64>(content.size())) < 0)
            return false;
    }
    return true;
}

} // namespace

RealImport importForReal(std::string_view project, const std::string& entry,
                         const std::vector<std::string>& searched) {
    const QTemporaryDir folder;
    if (!writeFiles(project, folder.path()))
        return {"cannot write the project", {}, {}};
    QStringList arguments{"-I",          "-S",
                          "-B",          ESPALIER_SOURCE_DIR "/tests/graph/model/semantics/record_imports.py",
                          folder.path(), QString::fromStdString(entry)};
    for (const std::string& part : searched)
        arguments << QString::fromStdString(part);
    QProcess process;
    process.start("python3", arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {"python3 failed: " + process.readAllStandardError().toStdString(), {}, {}};
    RealImport result;
    const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split('\n');
    result.outcome = lines.front().toStdString();
    for (const QString& line : lines) {
        if (line.startsWith("loaded\t"))
            result.loaded.insert(line.section('\t', 1).toStdString());
        else if (line.startsWith("warned\t"))
            result.warnings.push_back(
                (line.section('\t', 1, 1) + ": " + line.section('\t', 2)).toStdString());
    }
    return result;
}

PredictedImport predictedImport(const graph::Snapshot& snapshot, graph::ModuleId entry) {
    std::vector<graph::ModuleId> first;
    for (graph::ModuleId at = entry; at.valid(); at = snapshot[at].parent)
        first.push_back(at);
    const KindSet kinds = KindSet::of(EdgeKind::Import);
    return {closure(snapshot, first, kinds, true), closure(snapshot, first, kinds, false)};
}

PredictedImport predictedRun(const graph::Snapshot& snapshot, graph::ModuleId entry) {
    const KindSet kinds = KindSet::of(EdgeKind::Import).add(EdgeKind::Script);
    PredictedImport out{closure(snapshot, {entry}, kinds, true), closure(snapshot, {entry}, kinds, false)};
    out.least.erase(snapshot.pathOf(entry));
    out.most.erase(snapshot.pathOf(entry));
    return out;
}

std::string disagreement(const PredictedImport& predicted, const std::set<std::string>& loaded, bool failed) {
    if (isPart(loaded, predicted.most) && (failed || isPart(predicted.least, loaded)))
        return {};
    return "loaded   " + joined(loaded) + "\nat least " + joined(predicted.least) + "\nat most  " +
           joined(predicted.most) + '\n';
}

} // namespace espalier::test
