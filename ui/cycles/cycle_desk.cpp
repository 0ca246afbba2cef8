#include "ui/cycles/cycle_desk.h"

#include "graph/analysis/cycles.h"
#include "ui/text.h"

#include <algorithm>

namespace espalier::ui {

namespace {

const QString kCycles = QStringLiteral("cycles");
const QString kAll = QStringLiteral("verdicts"), kOne = QStringLiteral("a verdict"),
              kCuts = QStringLiteral("cuts");

} // namespace

CycleDesk::CycleDesk(Queries* queries, QObject* parent)
    : QObject(parent)
    , queries_(queries)
    , finding_(this) {}

void CycleDesk::setFindings(FindingsPtr findings) {
    for (const QString& topic : {kAll, kOne, kCuts})
        queries_->drop(kCycles, topic);
    finding_.cancel();
    findings_ = std::move(findings);
    known_.assign(findings_ ? findings_->tangles.size() : 0, {});
    one_ = solving_ = -1;
    trouble_.clear();
}

// As the window counts.
QStringList CycleDesk::question(const QString& what) const {
    const graph::EdgeFilter& filter = findings_->filter;
    QStringList kinds, with;
    for (int i = 0; i < facts::kEdgeKindCount; ++i)
        if (const auto kind = static_cast<graph::EdgeKind>(i); filter.kinds.has(kind))
            kinds << toQt(facts::name(kind));
    QStringList out{
        kCycles,         what, QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--kinds"),
        kinds.join(u','), QStringLiteral("--no-baseline")};
    if (filter.implicitParents)
        with << QStringLiteral("implicit-parents");
    if (filter.strings)
        with << QStringLiteral("strings");
    if (!with.isEmpty())
        out << QStringLiteral("--with") << with.join(u',');
    return out;
}

QString CycleDesk::firstModule(int tangle) const {
    const graph::Tangle& t = findings_->tangles[static_cast<std::size_t>(tangle)];
    return toQt((*findings_->snapshot)[t.modules.front()].name);
}

void CycleDesk::testAll() {
    if (planned_)
        return;
    std::vector<int> open;
    for (int i = 0; i < static_cast<int>(known_.size()); ++i)
        if (of(i).state == VerdictState::Untested &&
            findings_->tangles[static_cast<std::size_t>(i)].modules.size() <= kTestedUnasked)
            open.push_back(i);
    if (!open.empty())
        askVerdicts(open, {QStringLiteral("--at-most"), QString::number(kTestedUnasked)}, kAll);
}

void CycleDesk::test(int tangle) {
    if (planned_ || of(tangle).state == VerdictState::Testing || of(tangle).state == VerdictState::Told)
        return;
    if (one_ >= 0 && of(one_).state == VerdictState::Testing) // that question is dropped
        of(one_).state = VerdictState::Untested;
    one_ = tangle;
    askVerdicts({tangle}, {QStringLiteral("--through"), firstModule(tangle)}, kOne);
}

void CycleDesk::askVerdicts(const std::vector<int>& tangles, const QStringList& further,
                            const QString& topic) {
    for (const int tangle : tangles)
        of(tangle).state = VerdictState::Testing;
    tested_ = {};
    queries_->ask(
        question(QStringLiteral("--explain")) + further +
            QStringList{QStringLiteral("--progress"), QStringLiteral("json")},
        [this, tangles](const facts::Result<QByteArray>& output) { takeVerdicts(output, tangles); }, topic,
        [this](qint64 done, qint64 total) {
            tested_ = {done, total};
            emit testedMore();
        });
    emit verdictsChanged();
}

void CycleDesk::takeVerdicts(const facts::Result<QByteArray>& output, const std::vector<int>& asked) {
    trouble_ = output ? QString() : toQt(output.error().text());
    for (auto& told :
         (output ? readVerdicts(*output) : std::nullopt).value_or(std::vector<OfTangle<TangleVerdict>>()))
        if (const int tangle = find(told.modules); tangle >= 0) {
            of(tangle).verdict = std::move(told.answer);
            of(tangle).state = VerdictState::Told;
        }
    for (const int tangle : asked) // the files may have changed meanwhile
        if (of(tangle).state == VerdictState::Testing)
            of(tangle).state = VerdictState::Failed;
    emit verdictsChanged();
}

// The one of just these modules; -1: none.
int CycleDesk::find(const std::vector<std::string>& modules) const {
    const graph::Snapshot& s = *findings_->snapshot;
    const auto first = modules.empty() ? std::nullopt : s.find(modules.front());
    const int tangle = first ? findings_->tangleOf[first->value] : -1;
    if (tangle < 0)
        return -1;
    const auto& known = findings_->tangles[static_cast<std::size_t>(tangle)].modules;
    const auto same = [&](const std::string& name) {
        const auto module = s.find(name);
        return module && findings_->tangleOf[module->value] == tangle;
    };
    return known.size() == modules.size() && std::ranges::all_of(modules, same) ? tangle : -1;
}

const TangleVerdict* CycleDesk::verdict(int tangle) const {
    return of(tangle).verdict ? &*of(tangle).verdict : nullptr;
}

QString CycleDesk::tested() const {
    const auto [done, all] = tested_;
    return all == 0 ? QString()
                    : tr("%1 of %2 modules", nullptr, static_cast<int>(all))
                          .arg(number(static_cast<std::size_t>(done)), number(static_cast<std::size_t>(all)));
}

bool CycleDesk::testing() const {
    return std::ranges::count(known_, VerdictState::Testing, &Known::state) > 0;
}

void CycleDesk::findCycles(int tangle) {
    finding_.start(
        [findings = findings_, tangle] {
            return graph::shortestCycles(
                *findings->snapshot, findings->tangles[static_cast<std::size_t>(tangle)], findings->filter);
        },
        [this, tangle](const Cycles& cycles) { emit cyclesFound(tangle, cycles); });
}

void CycleDesk::suggestCuts(int tangle) {
    if (planned_)
        return;
    QStringList asked = question(QStringLiteral("--suggest"));
    asked << QStringLiteral("--through") << firstModule(tangle);
    for (const auto& [edge, pin] : pinsOf(tangle))
        asked << (pin == CutPin::Keep ? QStringLiteral("--keep") : QStringLiteral("--cut"))
              << toQt(edge.first) << toQt(edge.second);
    solving_ = tangle;
    trouble_.clear();
    queries_->ask(
        asked, [this, tangle](const facts::Result<QByteArray>& output) { takeCuts(output, tangle); }, kCuts);
    emit cutsChanged();
}

void CycleDesk::takeCuts(const facts::Result<QByteArray>& output, int tangle) {
    solving_ = -1;
    auto told = output ? readCuts(*output) : std::nullopt;
    if (told && told->size() == 1 && find(told->front().modules) == tangle)
        of(tangle).cuts = std::move(told->front().answer);
    else
        trouble_ = output ? tr("The files have changed meanwhile.") : toQt(output.error().text());
    emit cutsChanged();
}

const CutAnswer* CycleDesk::cuts(int tangle) const {
    return of(tangle).cuts ? &*of(tangle).cuts : nullptr;
}

int CycleDesk::tangleOf(const NamedEdge& edge) const {
    if (!findings_)
        return -1;
    const graph::Snapshot& s = *findings_->snapshot;
    const auto from = s.find(edge.first), to = s.find(edge.second);
    const auto id = from && to && from != to ? s.edge(*from, *to) : std::nullopt;
    const int tangle = id && findings_->filter.admits(s[*id]) ? findings_->tangleOf[from->value] : -1;
    return tangle >= 0 && findings_->tangleOf[to->value] == tangle ? tangle : -1;
}

CutPins CycleDesk::pinsOf(int tangle) const {
    CutPins out;
    for (const auto& [edge, pin] : pins_)
        if (tangleOf(edge) == tangle)
            out.emplace(edge, pin);
    return out;
}

void CycleDesk::pin(const NamedEdge& edge, std::optional<CutPin> pin) {
    if (pin)
        pins_[edge] = *pin;
    else
        pins_.erase(edge);
    if (const int tangle = tangleOf(edge); tangle >= 0)
        suggestCuts(tangle);
}

} // namespace espalier::ui
