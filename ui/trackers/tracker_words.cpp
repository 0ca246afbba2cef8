#include "ui/trackers/tracker_words.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace espalier::ui {

namespace {

struct TrackerWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(TrackerWords)
};

constexpr qsizetype kShownOfCommit = 10;

bool left(const TrackerClaim& claim, bool onlyUntrue) {
    return !onlyUntrue || claim.now.verdict != ClaimVerdict::True;
}

QString sign(ClaimVerdict verdict) {
    switch (verdict) {
    case ClaimVerdict::True:
        return QStringLiteral("verdict-ok");
    case ClaimVerdict::False:
        return QStringLiteral("verdict-fails");
    case ClaimVerdict::Partly:
        return QStringLiteral("warning");
    case ClaimVerdict::Unknown:
        break;
    }
    return QStringLiteral("verdict-unknown");
}

QString evidenceWords(const ClaimEvidence& evidence) {
    if (evidence.path.isEmpty())
        return evidence.text;
    const QString where = evidence.line > 0
                              ? place(toUtf8(evidence.path), static_cast<std::uint32_t>(evidence.line))
                              : evidence.path;
    const QString text = evidence.text.simplified();
    return text.isEmpty() ? where : where + QStringLiteral("  ") + text;
}

std::vector<TreeRow> evidenceRows(const TrackerClaim& claim, int index) {
    std::vector<TreeRow> out;
    const auto add = [&](const QString& text) -> TreeRow& {
        TreeRow& row = out.emplace_back();
        row.cells = {text};
        row.toolTip = text;
        row.index = index;
        return row;
    };
    for (const ClaimEvidence& evidence : claim.now.evidence) {
        TreeRow& row = add(evidenceWords(evidence));
        row.path = evidence.path;
        row.line = evidence.line;
    }
    if (claim.then && claim.then->evidence != claim.now.evidence)
        for (const ClaimEvidence& evidence : claim.then->evidence)
            add(TrackerWords::tr("then: %1", "what spoke for or against a claim")
                    .arg(evidenceWords(evidence)));
    return out;
}

QString verdictCounts(const TrackerAnswer& answer, bool then) {
    std::array<std::size_t, 4> counts{};
    for (const TrackerClaim& claim : answer.claims)
        if (!then || claim.then)
            ++counts.at(static_cast<std::size_t>(then ? claim.then->verdict : claim.now.verdict));
    QStringList out;
    for (const ClaimVerdict verdict :
         {ClaimVerdict::True, ClaimVerdict::Partly, ClaimVerdict::False, ClaimVerdict::Unknown})
        if (const std::size_t n = counts.at(static_cast<std::size_t>(verdict)); n > 0)
            out << TrackerWords::tr("%1 %2", "3 partly true").arg(number(n), verdictWord(verdict));
    return out.isEmpty() ? TrackerWords::tr("nothing that can be checked") : out.join(QStringLiteral(", "));
}

// A cell of a table.
QString cell(QString text) {
    return text.replace(u'|', QStringLiteral("\\|"));
}

} // namespace

QString verdictWord(ClaimVerdict verdict) {
    switch (verdict) {
    case ClaimVerdict::True:
        return TrackerWords::tr("true");
    case ClaimVerdict::Partly:
        return TrackerWords::tr("partly true");
    case ClaimVerdict::False:
        return TrackerWords::tr("false");
    case ClaimVerdict::Unknown:
        break;
    }
    return TrackerWords::tr("can't be told");
}

QString claimChangeWords(const TrackerClaim& claim) {
    switch (claim.change) {
    case TrackerClaim::Change::Moved:
        return TrackerWords::tr("moved to line %1").arg(claim.newLine);
    case TrackerClaim::Change::NoLongerTrue:
        return claim.commit.isEmpty()
                   ? TrackerWords::tr("no longer true")
                   : TrackerWords::tr("no longer true since %1").arg(claim.commit.left(kShownOfCommit));
    case TrackerClaim::Change::TrueNow:
        return claim.now.verdict == ClaimVerdict::True ? TrackerWords::tr("true now")
                                                       : TrackerWords::tr("more true now");
    case TrackerClaim::Change::Same:
    case TrackerClaim::Change::Unknown:
        break;
    }
    return {};
}

QString trackerSummary(const TrackerAnswer& answer) {
    const QString now = verdictCounts(answer, false);
    const QString second =
        answer.nowCommit.isEmpty()
            ? TrackerWords::tr("Now, in the working tree: %1").arg(now)
            : TrackerWords::tr("Now, in %1: %2").arg(answer.nowCommit.left(kShownOfCommit), now);
    const QString first = answer.thenCommit.isEmpty()
                              ? TrackerWords::tr("Then: not known which commit it is about")
                              : TrackerWords::tr("Then, in %1: %2")
                                    .arg(answer.thenCommit.left(kShownOfCommit), verdictCounts(answer, true));
    return first + u'\n' + second;
}

QStringList claimHeaders() {
    return {TrackerWords::tr("Claim"), TrackerWords::tr("Now"), TrackerWords::tr("Then"),
            TrackerWords::tr("What has changed")};
}

std::vector<TreeRow> claimRows(const TrackerAnswer& answer, bool onlyUntrue) {
    std::vector<TreeRow> out;
    for (std::size_t i = 0; i < answer.claims.size(); ++i) {
        const TrackerClaim& claim = answer.claims[i];
        if (!left(claim, onlyUntrue))
            continue;
        TreeRow& row = out.emplace_back();
        row.cells = {TrackerWords::tr("%1: %2", "line of a tracker: claim").arg(claim.line).arg(claim.text),
                     verdictWord(claim.now.verdict),
                     claim.then ? verdictWord(claim.then->verdict) : QStringLiteral("–"),
                     claimChangeWords(claim)};
        row.order = {claim.line, static_cast<int>(claim.now.verdict),
                     claim.then ? static_cast<int>(claim.then->verdict) : -1, QVariant()};
        row.toolTip = row.cells.front();
        row.index = static_cast<int>(i);
        row.sign = sign(claim.now.verdict);
        row.alarming = claim.now.verdict == ClaimVerdict::False;
        row.details = evidenceRows(claim, row.index);
        const auto place = std::ranges::find_if(
            claim.now.evidence, [](const ClaimEvidence& evidence) { return !evidence.path.isEmpty(); });
        if (place != claim.now.evidence.end()) {
            row.path = place->path;
            row.line = place->line;
        }
    }
    return out;
}

QString trackerMarkdown(const QString& title, const TrackerAnswer& answer, bool onlyUntrue) {
    QString out = QStringLiteral("### ") + title + QStringLiteral("\n\n");
    for (const QString& line : trackerSummary(answer).split(u'\n'))
        out += QStringLiteral("- ") + line + u'\n';
    out += QStringLiteral("\n| %1 | %2 | %3 | %4 | %5 |\n|---|---|---|---|---|\n")
               .arg(TrackerWords::tr("Line"), TrackerWords::tr("Claim"), TrackerWords::tr("Then"),
                    TrackerWords::tr("Now"), TrackerWords::tr("What has changed"));
    for (const TrackerClaim& claim : answer.claims)
        if (left(claim, onlyUntrue))
            out += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                       .arg(QString::number(claim.line), cell(markdownCode(claim.text)),
                            claim.then ? verdictWord(claim.then->verdict) : QStringLiteral("–"),
                            verdictWord(claim.now.verdict), claimChangeWords(claim));
    return out;
}

} // namespace espalier::ui
