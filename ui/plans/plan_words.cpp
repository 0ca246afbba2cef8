#include "ui/plans/plan_words.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::ui {

namespace {

struct PlanWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

// Leaves out as much of the beginning of modules' names.
struct Change {
    std::size_t leftOut = 0;

    [[nodiscard]] QString module(std::string_view name) const { return toQt(name.substr(leftOut)); }

    QString operator()(const graph::CutEdge& cut) const {
        const QString edge = module(cut.from) + QStringLiteral(" → ") + module(cut.to);
        switch (cut.way) {
        case graph::CutWay::Defer:
            return PlanWords::tr("Defer %1").arg(edge);
        case graph::CutWay::TypeChecking:
            return PlanWords::tr("Move %1 under TYPE_CHECKING").arg(edge);
        case graph::CutWay::Remove:
            break;
        }
        return PlanWords::tr("Remove %1").arg(edge);
    }
    QString operator()(const graph::RedirectNames& redirect) const {
        QStringList names;
        for (const std::string& name : redirect.names)
            names << toQt(name);
        return PlanWords::tr("In %1, import %2 from %3 instead of %4")
            .arg(module(redirect.from), names.join(QStringLiteral(", ")), module(redirect.into),
                 module(redirect.to));
    }
    QString operator()(const graph::MoveSymbol& move) const {
        return PlanWords::tr("Move %1 of %2 to %3")
            .arg(toQt(move.symbol), module(move.module), module(move.into));
    }
    QString operator()(const graph::MergeModules& merge) const {
        return PlanWords::tr("Merge %1 into %2").arg(module(merge.module), module(merge.into));
    }
};

struct Modules {
    using Names = std::vector<std::string_view>;
    Names operator()(const graph::CutEdge& cut) const { return {cut.from, cut.to}; }
    Names operator()(const graph::RedirectNames& redirect) const {
        return {redirect.from, redirect.to, redirect.into};
    }
    Names operator()(const graph::MoveSymbol& move) const { return {move.module, move.into}; }
    Names operator()(const graph::MergeModules& merge) const { return {merge.module, merge.into}; }
};

QString remarkPattern(graph::PlanRemark remark) {
    using graph::PlanRemark;
    switch (remark) {
    case PlanRemark::NoModule:
        return PlanWords::tr("there is no module %1");
    case PlanRemark::NotOwn:
        return PlanWords::tr("%1 is no module with code of its own");
    case PlanRemark::NoImport:
        return PlanWords::tr("there is no such import: %1");
    case PlanRemark::OnlyImplied:
        return PlanWords::tr("%1 is only there because something below it is imported");
    case PlanRemark::NoName:
        return PlanWords::tr("there is no such name: %1");
    case PlanRemark::SameModule:
        return PlanWords::tr("it is already in %1");
    case PlanRemark::HasModulesBelow:
        return PlanWords::tr("%1 has modules in it, which would have to be moved first");
    case PlanRemark::NoPackage:
        return PlanWords::tr("there is no package for a new module %1");
    case PlanRemark::UsesUnknown:
        return PlanWords::tr("what it uses is not known, for not all of %1 could be read");
    case PlanRemark::ImportersUnknown:
        return PlanWords::tr("what %1 uses of the module is not known");
    case PlanRemark::NameTwice:
        return PlanWords::tr("both modules have a name %1");
    }
    return {};
}

std::ptrdiff_t minus(std::size_t a, std::size_t b) {
    return static_cast<std::ptrdiff_t>(a) - static_cast<std::ptrdiff_t>(b);
}

std::size_t tickedOf(const TriedPlan& plan) {
    return static_cast<std::size_t>(std::ranges::count(plan.items, true, &TriedPlan::Item::ticked));
}

} // namespace

QString changeWords(const graph::Change& change) {
    return std::visit(Change(), change);
}

QString shortChangeWords(const graph::Change& change) {
    const std::vector<std::string_view> modules = std::visit(Modules(), change);
    const std::size_t shared = sharedPackage(modules);
    const QString words = std::visit(Change{shared}, change);
    return shared == 0 ? words
                       : PlanWords::tr("%1 (in %2)", "a change of a plan, and the package it is made in")
                             .arg(words, toQt(modules.front().substr(0, shared - 1)));
}

QString remarkWords(const graph::ChangeOutcome::Remark& remark) {
    const QString said = remarkPattern(remark.remark).arg(toQt(remark.what));
    return graph::isRefusal(remark.remark) ? PlanWords::tr("Left out: %1").arg(said)
                                           : PlanWords::tr("Made, but %1").arg(said);
}

QString changeInWords(const TriedPlan& a, const TriedPlan& b) {
    const std::size_t before = a.items.size(), after = b.items.size();
    if (after == before + 1)
        return PlanWords::tr("plan: %1").arg(changeWords(b.items.back().change));
    if (after > before)
        return PlanWords::tr("%1 changes in the plan", nullptr, plural(after - before))
            .arg(number(after - before));
    if (after < before)
        return after == 0 ? PlanWords::tr("empty the plan") : PlanWords::tr("take changes out of the plan");
    if (a.tried != b.tried)
        return b.tried ? PlanWords::tr("try the plan") : PlanWords::tr("back to what is");
    if (tickedOf(a) != tickedOf(b))
        return tickedOf(b) > tickedOf(a) ? PlanWords::tr("tick a change of the plan")
                                         : PlanWords::tr("untick a change of the plan");
    return a == b ? QString() : PlanWords::tr("change of the plan");
}

QString countWords(const graph::TangleCount& count) {
    if (count.tangles.empty())
        return PlanWords::tr("no tangle is left");
    constexpr std::size_t kMost = 8;
    QStringList sizes;
    for (std::size_t i = 0; i < std::min(kMost, count.tangles.size()); ++i)
        sizes << number(count.tangles[i]);
    if (count.tangles.size() > kMost)
        sizes << QStringLiteral("…");
    return PlanWords::tr("%1 in %2 of %3 modules", "12 imports in 2 tangles of 7, 2 modules")
        .arg(counted(count.edges, PlanWords::tr("1 import"),
                     PlanWords::tr("%1 imports", nullptr, plural(count.edges))),
             counted(count.tangles.size(), PlanWords::tr("1 tangle"),
                     PlanWords::tr("%1 tangles", nullptr, plural(count.tangles.size()))),
             sizes.join(QStringLiteral(", ")));
}

QString differenceWords(const graph::TangleCount& before, const graph::TangleCount& after) {
    if (after.tangles.empty() && !before.tangles.empty())
        return PlanWords::tr("no tangle is left");
    if (const auto fewer = minus(before.tangles.size(), after.tangles.size()); fewer > 0)
        return counted(static_cast<std::size_t>(fewer), PlanWords::tr("1 tangle fewer"),
                       PlanWords::tr("%1 tangles fewer", nullptr, static_cast<int>(fewer)));
    else if (fewer < 0)
        return counted(static_cast<std::size_t>(-fewer), PlanWords::tr("1 tangle more"),
                       PlanWords::tr("%1 tangles more", nullptr, static_cast<int>(-fewer)));
    if (const auto fewer = minus(before.edges, after.edges); fewer > 0)
        return counted(static_cast<std::size_t>(fewer), PlanWords::tr("1 import fewer in tangles"),
                       PlanWords::tr("%1 imports fewer in tangles", nullptr, static_cast<int>(fewer)));
    else if (fewer < 0)
        return counted(static_cast<std::size_t>(-fewer), PlanWords::tr("1 import more in tangles"),
                       PlanWords::tr("%1 imports more in tangles", nullptr, static_cast<int>(-fewer)));
    return PlanWords::tr("as much in tangles as before");
}

QString madeWords(std::size_t made, std::size_t all) {
    return made == all
               ? counted(all, PlanWords::tr("1 change"), PlanWords::tr("%1 changes", nullptr, plural(all)))
               : PlanWords::tr("%1 of %2 changes", nullptr, plural(all)).arg(number(made), number(all));
}

} // namespace espalier::ui
