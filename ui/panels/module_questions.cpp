#include "ui/panels/module_questions.h"

#include "graph/analysis/deletion.h"
#include "graph/analysis/protection.h"
#include "ui/foreign_words.h"
#include "ui/models/obstacles.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <set>

namespace espalier::ui {

namespace {

struct ModuleQuestions { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(ModuleQuestions)
};

graph::EdgeFilter whatTestsRun() {
    graph::EdgeFilter filter;
    filter.kinds.add(graph::EdgeKind::Deferred);
    return filter;
}

void addModule(Answer& answer, const graph::Snapshot& s, graph::ModuleId module, QStringList further,
               std::vector<QVariant> order) {
    const auto index = static_cast<int>(answer.targets.size());
    answer.targets.push_back({module, {}});
    order.insert(order.begin(), QVariant());
    answer.rows.push_back({QStringList{toQt(s[module].name)} + further, toQt(s.pathOf(module)),
                           toQt(s.pathOf(module)), 1, 1, std::move(order), index});
}

} // namespace

Answer testsAnswer(const graph::Snapshot& s, graph::ModuleId module) {
    Answer out;
    out.headers = {ModuleQuestions::tr("Test"), ModuleQuestions::tr("Imports away")};
    out.numbers = {1};
    const auto found = graph::testsFor(s, module, whatTestsRun());
    for (const graph::Protection& one : found)
        addModule(out, s, one.test, {number(one.distance)}, {one.distance});
    out.verdict = found.empty()
                      ? ModuleQuestions::tr("No test reaches it by imports.")
                      : counted(found.size(), ModuleQuestions::tr("1 test module reaches it by imports."),
                                ModuleQuestions::tr("%1 test modules reach it by imports.", nullptr,
                                                    plural(found.size())));
    return out;
}

Answer untestedAnswer(const graph::Snapshot& s, graph::ModuleId package) {
    Answer out;
    out.headers = {ModuleQuestions::tr("Module"), ModuleQuestions::tr("Lines")};
    out.numbers = {1};
    for (const graph::ModuleId m : graph::untested(s, whatTestsRun()))
        if (s.within(m, package))
            addModule(out, s, m, {number(s[m].lines)}, {s[m].lines});
    const std::size_t all = out.rows.size();
    out.verdict = all == 0 ? ModuleQuestions::tr("Tests reach every production module in it.")
                           : counted(all, ModuleQuestions::tr("No test reaches 1 production module in it."),
                                     ModuleQuestions::tr("No test reaches %1 production modules in it.",
                                                         nullptr, plural(all)));
    return out;
}

Answer deletionAnswer(const graph::Snapshot& s, graph::ModuleId module) {
    Answer out;
    out.headers = {ModuleQuestions::tr("Where"), ModuleQuestions::tr("What"),
                   ModuleQuestions::tr("Statement")};
    const graph::Deletion deletion = graph::whatBreaksWithout(s, module);
    for (const graph::StatementRef& ref : deletion.statements)
        addStatement(out, s, ref, ModuleQuestions::tr("imports it, %1").arg(kindWord(ref.kind)));
    for (const graph::StatementRef& ref : deletion.strings)
        addStatement(out, s, ref, ModuleQuestions::tr("names it in a string"));
    addEntryPoints(out, deletion.entries);
    for (const graph::Problem& problem : deletion.computed)
        out.addPlace(problem.path, problem.line, problem.column,
                     {ModuleQuestions::tr("may name it"), foreignWords(problem.message)});
    out.verdict = deletion.isSafe() ? ModuleQuestions::tr("Nothing outside of it imports or names it.")
                                    : obstacleWords({.statements = deletion.statements.size(),
                                                     .strings = deletion.strings.size(),
                                                     .entryPoints = deletion.entries.size()});
    if (const std::size_t computed = deletion.computed.size(); computed > 0)
        out.verdict +=
            u' ' + counted(computed, ModuleQuestions::tr("1 import of a computed name may mean it."),
                           ModuleQuestions::tr("%1 imports of computed names may mean it.", nullptr,
                                               plural(computed)));
    return out;
}

Answer symbolsAnswer(const graph::Snapshot& s, const std::vector<graph::SpreadRow>& rows) {
    Answer out;
    out.headers = {ModuleQuestions::tr("Symbol"), ModuleQuestions::tr("Kind"), ModuleQuestions::tr("Paths"),
                   ModuleQuestions::tr("Statements"), ModuleQuestions::tr("Compliance")};
    out.numbers = {2, 3, 4};
    std::size_t imported = 0;
    for (const graph::SpreadRow& row : rows) {
        const std::string& path = s.pathOf(row.symbol.module);
        const bool any = !row.ways.empty();
        imported += any ? 1 : 0;
        const auto index = static_cast<int>(out.targets.size());
        out.targets.push_back({row.symbol.module, row.symbol.name});
        out.rows.push_back(
            {{toQt(row.symbol.name), symbolKindWord(row.symbol.kind), number(row.ways.size()),
              number(row.statements), any ? percent(row.compliance()) : QString()},
             any ? QString(place(path, row.symbol.line) + u'\n' +
                           ModuleQuestions::tr("canonical: %1").arg(canonicalWords(row)))
                 : place(path, row.symbol.line),
             toQt(path),
             row.symbol.line,
             1,
             {{}, {}, QVariant::fromValue(row.ways.size()), row.statements, any ? row.compliance() : 2.0},
             index});
    }
    out.verdict = ModuleQuestions::tr("%1, %2 imported by name", "12 symbols, 3 of them")
                      .arg(counted(rows.size(), ModuleQuestions::tr("1 symbol"),
                                   ModuleQuestions::tr("%1 symbols", nullptr, plural(rows.size()))),
                           number(imported));
    return out;
}

} // namespace espalier::ui
