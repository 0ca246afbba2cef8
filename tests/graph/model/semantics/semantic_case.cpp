#include "graph/model/semantics/semantic_case.h"

#include "graph/model/semantics/real_import.h"

#include <QTest>

namespace espalier::test {
namespace {

std::string_view withoutFirstLineEnd(std::string_view text) {
    return text.starts_with('\n') ? text.substr(1) : text;
}

QString asText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void caseColumns() {
    QTest::addColumn<SemanticCase>("entry");
}

void addCase(const SemanticCase& entry) {
    QTest::newRow(entry.name) << entry;
}

void checkCase() {
    QFETCH(SemanticCase, entry);
    const auto snapshot = graph::buildSnapshot(projectFromText(entry.project), {});
    QCOMPARE(asText(edgeLines(*snapshot, entry.shown)), asText(withoutFirstLineEnd(entry.edges)));
    QCOMPARE(asText(problemLines(*snapshot)), asText(withoutFirstLineEnd(entry.problems)));
    if (std::string_view(entry.python) == kNotRun)
        return;
    std::vector<std::string> searched;
    for (const graph::SourceRoot& root : snapshot->roots)
        searched.push_back(root.path);
    const RealImport real = importForReal(entry.project, entry.entry, searched);
    const QString expected = asText(entry.python), outcome = asText(real.outcome);
    QCOMPARE(expected.contains(' ') ? outcome : outcome.section(' ', 0, 0), expected);
    const auto module = snapshot->find(entry.entry);
    QVERIFY2(module, "the graph does not know the module that was imported");
    const bool script = std::string_view(entry.entry).ends_with(".py");
    const std::string difference =
        disagreement(script ? predictedRun(*snapshot, *module) : predictedImport(*snapshot, *module),
                     real.loaded, real.outcome != "ok");
    QVERIFY2(difference.empty(), difference.c_str());
}

} // namespace espalier::test
