#include "ui/trackers/claim_place.h"

#include "ui/text.h"

#include <QRegularExpression>

namespace espalier::ui {

namespace {

// Of the line; an import that is only implied says less than one that is written there.
graph::ModuleId importedAt(const graph::Snapshot& s, graph::ModuleId from, int line) {
    graph::ModuleId implied;
    for (const graph::EdgeId edge : s.outgoing(from))
        for (const graph::StatementRef& ref : s.statementsOf(s[edge])) {
            if (static_cast<int>(s.importOf(ref).span.line) != line)
                continue;
            if (!ref.flags.has(graph::Flag::ImplicitParent))
                return s[edge].to;
            implied = s[edge].to;
        }
    return implied;
}

std::optional<ClaimPlace> placeOfAnswer(const graph::Snapshot& s, const ClaimAnswer& answer) {
    for (const ClaimEvidence& evidence : answer.evidence)
        if (const auto place = placeOfEvidence(s, evidence.path, evidence.line))
            return place;
    return std::nullopt;
}

} // namespace

std::optional<ClaimPlace> placeOfEvidence(const graph::Snapshot& s, const QString& path, int line) {
    const auto module = path.isEmpty() ? std::nullopt : s.find(toUtf8(path));
    if (!module)
        return std::nullopt;
    return ClaimPlace{*module, line > 0 ? importedAt(s, *module, line) : graph::ModuleId()};
}

std::optional<ClaimPlace> placeOfClaim(const graph::Snapshot& s, const TrackerClaim& claim) {
    if (const auto place = placeOfAnswer(s, claim.now))
        return place;
    if (const auto place = claim.then ? placeOfAnswer(s, *claim.then) : std::nullopt)
        return ClaimPlace{place->from, {}}; // its lines were other ones
    static const QRegularExpression name(QStringLiteral("[\\w./-]*[./][\\w./-]*\\w"));
    for (auto it = name.globalMatch(claim.text); it.hasNext();)
        if (const auto module = s.find(toUtf8(it.next().captured())))
            return ClaimPlace{*module, {}};
    return std::nullopt;
}

} // namespace espalier::ui
