#include "ui/cycles/cycle_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace espalier::ui {

namespace {

struct CycleWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(CycleWords)
};

template <class Part>
QString someNames(const graph::Snapshot& s, const std::vector<graph::ModuleId>& modules, const Part& part) {
    constexpr std::size_t kMost = 4;
    QStringList names;
    for (std::size_t i = 0; i < std::min(kMost, modules.size()); ++i)
        names << toQt(part(std::string_view(s[modules[i]].name)));
    if (modules.size() > kMost)
        names << QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

} // namespace

QString tangleName(const graph::Snapshot& s, const std::vector<graph::ModuleId>& modules) {
    std::vector<std::string_view> names;
    for (const graph::ModuleId m : modules)
        names.push_back(s[m].name);
    const std::size_t shared = sharedPackage(names);
    const QString list =
        someNames(s, modules, [shared](std::string_view name) { return name.substr(shared); });
    return shared == 0 ? list
                       : toQt(std::string_view(s[modules.front()].name).substr(0, shared - 1)) +
                             QStringLiteral(": ") + list;
}

QString shortTangleName(const graph::Snapshot& s, const std::vector<graph::ModuleId>& modules) {
    return someNames(s, modules, [](std::string_view name) { return shortName(name); });
}

QString chainWords(const graph::Snapshot& s, const std::vector<graph::EdgeId>& cycle, bool shortNames) {
    QStringList names;
    const auto add = [&](graph::ModuleId m) {
        names << toQt(shortNames ? shortName(s[m].name) : std::string_view(s[m].name));
    };
    for (const graph::EdgeId edge : cycle)
        add(s[edge].from);
    if (!cycle.empty())
        add(s[cycle.back()].to);
    return names.join(QStringLiteral(" → "));
}

VerdictBadge verdictBadge(VerdictState state, const TangleVerdict* verdict) {
    switch (state) {
    case VerdictState::Untested:
        return {QStringLiteral("verdict-open"), CycleWords::tr("not tested"), false, 4};
    case VerdictState::Testing:
        return {QStringLiteral("verdict-open"), CycleWords::tr("testing …"), false, 4};
    case VerdictState::Failed:
        return {QStringLiteral("verdict-unknown"), CycleWords::tr("no answer"), false, 4};
    case VerdictState::Told:
        break;
    }
    switch (verdict->worst()) {
    case ImportOutcome::Fails:
        return {QStringLiteral("verdict-fails"),
                verdict->count(ImportOutcome::Fails) == verdict->entries.size()
                    ? CycleWords::tr("always fails")
                    : CycleWords::tr("can fail"),
                true, 0};
    case ImportOutcome::Unknown:
        if (verdict->countOtherwise(ImportOutcome::Fails) > 0)
            return {QStringLiteral("verdict-unknown"), CycleWords::tr("may fail"), true, 1};
        if (verdict->countOtherwise(ImportOutcome::Unknown) > 0)
            return {QStringLiteral("verdict-unknown"), CycleWords::tr("cannot be told"), false, 2};
        return {QStringLiteral("verdict-unknown"), CycleWords::tr("no failure found"), false, 3};
    case ImportOutcome::Ok:
        break;
    }
    return {QStringLiteral("verdict-ok"), CycleWords::tr("never fails"), false, 5};
}

QString verdictSentence(const TangleVerdict& verdict) {
    const std::size_t all = verdict.entries.size();
    const auto entries = [&](const auto& counts) {
        constexpr int kMost = 3;
        QStringList names;
        for (const EntryVerdict& entry : verdict.entries)
            if (counts(entry) && names.size() <= kMost)
                names << (names.size() == kMost ? QStringLiteral("…") : entry.entry);
        return names.join(QStringLiteral(", "));
    };
    const auto otherwise = [](ImportOutcome outcome) {
        return [outcome](const EntryVerdict& e) {
            return e.outcome == ImportOutcome::Unknown && e.otherwise == outcome;
        };
    };
    if (const std::size_t fails = verdict.count(ImportOutcome::Fails); fails > 0)
        return CycleWords::tr("Fails if first imported through %1 (%2 of %3 modules)")
            .arg(entries([](const EntryVerdict& e) { return e.outcome == ImportOutcome::Fails; }),
                 number(fails), number(all));
    if (const std::size_t may = verdict.countOtherwise(ImportOutcome::Fails); may > 0)
        return CycleWords::tr("Fails if first imported through %1 (%2 of %3 modules), unless code that "
                              "cannot be followed imports some of them before")
            .arg(entries(otherwise(ImportOutcome::Fails)), number(may), number(all));
    if (const std::size_t open = verdict.countOtherwise(ImportOutcome::Unknown); open > 0)
        return CycleWords::tr("Cannot be told for %2 of %3 modules as the first import: %1")
            .arg(entries(otherwise(ImportOutcome::Unknown)), number(open), number(all));
    if (const std::size_t open = verdict.count(ImportOutcome::Unknown); open > 0)
        return CycleWords::tr("No failure found. For %1 of %2 first imports that rests on code that cannot "
                              "be followed importing nothing from here")
            .arg(number(open), number(all));
    return CycleWords::tr("Never fails, whichever of its modules is imported first");
}

QString cutWord(graph::CutKind how) {
    switch (how) {
    case graph::CutKind::TypeChecking:
        return CycleWords::tr("move under TYPE_CHECKING");
    case graph::CutKind::Defer:
        return CycleWords::tr("move into the functions that need it");
    case graph::CutKind::FromDefinition:
        return CycleWords::tr("import from the definition");
    case graph::CutKind::MoveSymbol:
        return CycleWords::tr("move what is imported");
    case graph::CutKind::Remove:
        break;
    }
    return CycleWords::tr("remove: no easy way is proven");
}

QString shortCutWord(graph::CutKind how) {
    switch (how) {
    case graph::CutKind::TypeChecking:
        return CycleWords::tr("under TYPE_CHECKING");
    case graph::CutKind::Defer:
        return CycleWords::tr("defer");
    case graph::CutKind::FromDefinition:
        return CycleWords::tr("from the definition");
    case graph::CutKind::MoveSymbol:
        return CycleWords::tr("move a symbol");
    case graph::CutKind::Remove:
        break;
    }
    return CycleWords::tr("remove");
}

QString symbolWords(const CutAnswer::Cut& cut) {
    QStringList out;
    for (qsizetype i = 0; i < cut.symbols.size(); ++i)
        out << (cut.definedIn[i].isEmpty() ? cut.symbols[i]
                                           : CycleWords::tr("%1 of %2", "a symbol of a module")
                                                 .arg(cut.symbols[i], cut.definedIn[i]));
    return out.join(QStringLiteral(", "));
}

QString proofSentence(const CutAnswer& cuts) {
    const auto weight = [](qint64 n) { return number(static_cast<std::size_t>(n)); };
    const QString what = CycleWords::tr("Cut %1 of weight %2", "3 imports of weight 12")
                             .arg(counted(cuts.cuts.size(), CycleWords::tr("1 import"),
                                          CycleWords::tr("%1 imports", nullptr, plural(cuts.cuts.size()))),
                                  weight(cuts.weight));
    if (cuts.optimal)
        return CycleWords::tr("%1: proven, no cheaper set breaks all cycles").arg(what);
    const double gap =
        100.0 * static_cast<double>(cuts.weight - cuts.lowerBound) / static_cast<double>(cuts.weight);
    return CycleWords::tr("%1: none can weigh less than %2, %3 % below")
        .arg(what, weight(cuts.lowerBound), QLocale().toString(gap, 'f', 1));
}

QString leftWords(const std::vector<std::size_t>& sizes) {
    if (sizes.empty())
        return CycleWords::tr("no tangle is left");
    constexpr std::size_t kMost = 6;
    QStringList out;
    for (std::size_t i = 0; i < std::min(sizes.size(), kMost); ++i)
        out << number(sizes[i]);
    if (sizes.size() > kMost)
        out << QStringLiteral("…");
    return CycleWords::tr("tangles left: %1", "followed by numbers of modules")
        .arg(out.join(QStringLiteral(", ")));
}

} // namespace espalier::ui
