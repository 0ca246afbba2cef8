#include "ui/symbols/symbol_answers.h"

#include "graph/symbols/find_symbol.h"
#include "graph/symbols/removal.h"
#include "graph/symbols/sameness.h"
#include "ui/foreign_words.h"
#include "ui/models/obstacles.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

struct SymbolAnswers { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(SymbolAnswers)
};

constexpr std::size_t kMostCompared = 20; // things of one name

void addSteps(Answer& out, graph::Symbols& symbols, const graph::ImportPath& path) {
    const graph::Snapshot& s = symbols.snapshot();
    const QString of = toQt(graph::text(s, path));
    const auto origins = symbols.origins(path.module, path.name);
    for (const graph::OriginId origin : std::vector(origins.begin(), origins.end()))
        for (const graph::Step& step : symbols.proof(path.module, path.name, origin))
            out.addPlace(s.pathOf(step.module), step.line, 1,
                         {of, step.line > 0 ? toQt(step.text).simplified() : foreignWords(step.text)});
}

QString sameWord(graph::Same verdict) {
    switch (verdict) {
    case graph::Same::Yes:
        return SymbolAnswers::tr("the same object");
    case graph::Same::No:
        return SymbolAnswers::tr("another object");
    case graph::Same::CantTell:
        break;
    }
    return SymbolAnswers::tr("this cannot be told");
}

} // namespace

Answer removalAnswer(graph::Symbols& symbols, const graph::ImportPath& path) {
    const graph::Snapshot& s = symbols.snapshot();
    Answer out;
    out.headers = {SymbolAnswers::tr("Where"), SymbolAnswers::tr("What"), SymbolAnswers::tr("Text")};
    const auto origins = symbols.origins(path.module, path.name);
    std::vector<graph::OriginId> definitions(origins.begin(), origins.end());
    std::erase_if(definitions, [&](graph::OriginId id) { return !graph::bindingOf(s, symbols[id]); });
    if (definitions.empty()) {
        out.verdict = SymbolAnswers::tr("It is nothing that this project defines.");
        return out;
    }
    const graph::Removal removal = graph::whatBreaksWithout(symbols, definitions);
    out.verdict = removal.isSafe() ? SymbolAnswers::tr("Nothing outside of it imports, uses or names it.")
                                   : obstacleWords({.statements = removal.importers.size(),
                                                    .uses = removal.uses.size(),
                                                    .entryPoints = removal.entries.size(),
                                                    .inAll = !removal.listed.empty()});
    for (const auto& importer : removal.importers)
        addStatement(out, s, importer.statement,
                     importer.handsOn
                         ? SymbolAnswers::tr("hands it on to others")
                         : SymbolAnswers::tr("imports it, %1").arg(kindWord(importer.statement.kind)));
    for (const graph::SymbolUse& use : removal.uses)
        out.addPlace(s.pathOf(use.module), use.line, use.column, {useKindWord(use.kind), toQt(use.text)});
    for (const graph::ModuleId module : removal.listed)
        out.addPlace(s.pathOf(module), 0, 0, {SymbolAnswers::tr("names it in its __all__"), QString()});
    addEntryPoints(out, removal.entries);
    for (const graph::StatementRef& ref : removal.dynamic)
        addStatement(out, s, ref, SymbolAnswers::tr("imports its module by a call, and may take it"));
    for (const graph::Problem& problem : removal.computed)
        out.addPlace(problem.path, problem.line, problem.column,
                     {SymbolAnswers::tr("may name its module"), foreignWords(problem.message)});
    if (const std::size_t maybe = removal.dynamic.size() + removal.computed.size(); maybe > 0)
        out.verdict +=
            u' ' + counted(maybe, SymbolAnswers::tr("1 import by a call may take it."),
                           SymbolAnswers::tr("%1 imports by a call may take it.", nullptr, plural(maybe)));
    return out;
}

Answer samenessAnswer(graph::Symbols& symbols, const graph::ImportPath& path, const QString& other) {
    const graph::Snapshot& s = symbols.snapshot();
    Answer out;
    out.headers = {SymbolAnswers::tr("Where"), SymbolAnswers::tr("Of"), SymbolAnswers::tr("Statement")};
    const std::string text = toUtf8(other.trimmed());
    if (text.empty()) {
        out.verdict = SymbolAnswers::tr("Give another name, as shop.orders:Order or Order alone.");
        return out;
    }
    std::vector<graph::ImportPath> things = graph::findSymbol(s, text);
    if (things.empty())
        out.verdict = SymbolAnswers::tr("Nothing is called “%1” here.").arg(other.trimmed());
    QStringList verdicts;
    const std::size_t all = things.size();
    things.resize(std::min(all, kMostCompared));
    for (const graph::ImportPath& thing : things) {
        const graph::Sameness same = graph::same(symbols, path, thing);
        verdicts << SymbolAnswers::tr("%1: %2 – %3.", "shop:Order: the same object – both are …")
                        .arg(toQt(graph::text(s, thing)), sameWord(same.verdict), foreignWords(same.reason));
    }
    if (all > things.size())
        verdicts << SymbolAnswers::tr("+%1 more of this name").arg(number(all - things.size()));
    if (!things.empty()) {
        out.verdict = verdicts.join(u'\n');
        addSteps(out, symbols, path);
    }
    for (const graph::ImportPath& thing : things)
        if (!(thing.module == path.module && thing.name == path.name))
            addSteps(out, symbols, thing);
    return out;
}

} // namespace espalier::ui
