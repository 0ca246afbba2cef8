#include "ui/cycles/cycle_answers.h"

#include "ui/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace espalier::ui {

namespace {

QString text(const QJsonValue& of, const char* name) {
    return of[QLatin1String(name)].toString();
}

CyclePlace place(const QJsonValue& of) {
    return {text(of, "path"), static_cast<std::uint32_t>(of[QLatin1String("line")].toInteger())};
}

ImportOutcome outcome(const QString& word) {
    return word == u"fails" ? ImportOutcome::Fails
           : word == u"ok"  ? ImportOutcome::Ok
                            : ImportOutcome::Unknown;
}

NamedEdge edge(const QJsonValue& of) {
    return {text(of, "from").toStdString(), text(of, "to").toStdString()};
}

EntryVerdict entryVerdict(const QJsonValue& json) {
    EntryVerdict out;
    out.entry = text(json, "entry");
    out.outcome = outcome(text(json, "outcome"));
    if (const QString error = text(json, "error"); !error.isEmpty())
        out.error = error + QStringLiteral(": ") + text(json, "message");
    out.at = place(json);
    for (const QJsonValue& frame : json[QLatin1String("stack")].toArray())
        out.stack.push_back({text(frame, "module"), text(frame, "function"), place(frame)});
    const QJsonValue unknown = json[QLatin1String("unknown")];
    out.unknown = text(unknown, "what");
    out.unknownAt = place(unknown);
    out.otherwise = outcome(text(unknown, "otherwise"));
    return out;
}

TangleVerdict tangleVerdict(const QJsonValue& json) {
    TangleVerdict out;
    for (const QJsonValue& verdict : json[QLatin1String("verdicts")].toArray())
        out.entries.push_back(entryVerdict(verdict));
    for (const QJsonValue& module : json[QLatin1String("import_calls")].toArray()) {
        ImportCalls calls{text(module, "module"), text(module, "path"), {}};
        for (const QJsonValue& call : module[QLatin1String("calls")].toArray())
            calls.calls.emplace_back(place(call).line, text(call, "call"));
        out.calls.push_back(std::move(calls));
    }
    return out;
}

CutAnswer::Cut cut(const QJsonValue& json) {
    CutAnswer::Cut out;
    out.edge = edge(json);
    constexpr std::array kHow{graph::CutKind::TypeChecking, graph::CutKind::Defer,
                              graph::CutKind::FromDefinition, graph::CutKind::MoveSymbol};
    for (const graph::CutKind how : kHow)
        if (toQt(graph::name(how)) == text(json, "how"))
            out.how = how;
    out.easy = json[QLatin1String("easy")].toBool();
    out.weight = json[QLatin1String("weight")].toInteger();
    for (const QJsonValue& symbol : json[QLatin1String("symbols")].toArray()) {
        out.symbols << text(symbol, "name");
        out.definedIn << text(symbol, "defined_in");
    }
    for (const QJsonValue& statement : json[QLatin1String("statements")].toArray())
        out.statements.push_back({place(statement), text(statement, "text")});
    for (const QJsonValue& size : json[QLatin1String("tangles_left")].toArray())
        out.tanglesLeft.push_back(static_cast<std::size_t>(size.toInteger()));
    return out;
}

CutAnswer cutAnswer(const QJsonValue& json) {
    const QJsonValue plan = json[QLatin1String("plan")];
    CutAnswer out;
    for (const QJsonValue& step : plan[QLatin1String("cuts")].toArray())
        out.cuts.push_back(cut(step));
    out.weight = plan[QLatin1String("weight")].toInteger();
    out.lowerBound = plan[QLatin1String("lower_bound")].toInteger();
    out.optimal = plan[QLatin1String("optimal")].toBool();
    for (const QJsonValue& kept : plan[QLatin1String("kept_cycle")].toArray())
        out.keptCycle.push_back(edge(kept));
    return out;
}

template <class T, class Read>
std::optional<std::vector<OfTangle<T>>> readTangles(const QByteArray& bytes, const Read& read) {
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (!json[QLatin1String("tangles")].isArray())
        return std::nullopt;
    std::vector<OfTangle<T>> out;
    for (const QJsonValue& tangle : json[QLatin1String("tangles")].toArray()) {
        OfTangle<T> one;
        for (const QJsonValue& module : tangle[QLatin1String("modules")].toArray())
            one.modules.push_back(module.toString().toStdString());
        one.answer = read(tangle);
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace

std::size_t TangleVerdict::count(ImportOutcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(entries, outcome, &EntryVerdict::outcome));
}

std::size_t TangleVerdict::countOtherwise(ImportOutcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count_if(entries, [outcome](const EntryVerdict& e) {
        return e.outcome == ImportOutcome::Unknown && e.otherwise == outcome;
    }));
}

ImportOutcome TangleVerdict::worst() const {
    return count(ImportOutcome::Fails) > 0     ? ImportOutcome::Fails
           : count(ImportOutcome::Unknown) > 0 ? ImportOutcome::Unknown
                                               : ImportOutcome::Ok;
}

std::optional<std::vector<OfTangle<TangleVerdict>>> readVerdicts(const QByteArray& json) {
    return readTangles<TangleVerdict>(json, tangleVerdict);
}

std::optional<std::vector<OfTangle<CutAnswer>>> readCuts(const QByteArray& json) {
    return readTangles<CutAnswer>(json, cutAnswer);
}

} // namespace espalier::ui
