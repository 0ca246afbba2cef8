#include "ui/trackers/tracker_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace espalier::ui {

namespace {

QString text(const QJsonValue& of, const char* name) {
    return of[QLatin1String(name)].toString();
}

int line(const QJsonValue& of) {
    return std::max(0, of[QLatin1String("line")].toInt());
}

ClaimVerdict verdict(const QString& word) {
    return word == u"true"          ? ClaimVerdict::True
           : word == u"partly true" ? ClaimVerdict::Partly
           : word == u"false"       ? ClaimVerdict::False
                                    : ClaimVerdict::Unknown;
}

TrackerClaim::Change change(const QString& word) {
    using Change = TrackerClaim::Change;
    return word == u"same"             ? Change::Same
           : word == u"moved"          ? Change::Moved
           : word == u"no longer true" ? Change::NoLongerTrue
           : word == u"true now"       ? Change::TrueNow
                                       : Change::Unknown;
}

ClaimAnswer claimAnswer(const QJsonValue& json) {
    ClaimAnswer out;
    out.verdict = verdict(text(json, "verdict"));
    for (const QJsonValue& one : json[QLatin1String("evidence")].toArray()) {
        const QString statement = text(one, "statement");
        ClaimEvidence evidence{text(one, "path"), line(one),
                               statement.isEmpty() ? text(one, "text") : statement};
        if (!evidence.path.isEmpty() || !evidence.text.isEmpty())
            out.evidence.push_back(std::move(evidence));
    }
    return out;
}

TrackerClaim trackerClaim(const QJsonValue& json) {
    TrackerClaim out;
    out.line = line(json);
    out.text = text(json, "text").simplified();
    out.kind = text(json, "kind");
    if (json[QLatin1String("then")].isObject())
        out.then = claimAnswer(json[QLatin1String("then")]);
    out.now = claimAnswer(json[QLatin1String("now")]);
    const QJsonValue what = json[QLatin1String("change")];
    out.change = change(text(what, "what"));
    out.commit = text(what, "commit");
    out.newLine = line(what);
    return out;
}

} // namespace

std::optional<TrackerAnswer> readTrackerAnswer(const QByteArray& bytes) {
    if (bytes.size() > kMaxAnswerBytes)
        return std::nullopt;
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (!json[QLatin1String("claims")].isArray())
        return std::nullopt;
    TrackerAnswer out;
    out.thenCommit = json[QLatin1String("then_commit")].toString();
    out.nowCommit = json[QLatin1String("now_commit")].toString();
    for (const QJsonValue& claim : json[QLatin1String("claims")].toArray())
        if (claim.isObject())
            out.claims.push_back(trackerClaim(claim));
    return out;
}

} // namespace espalier::ui
