// What the command line program tells of a tracker (`espalier verify`), as plain values.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace espalier::ui {

// In the order in which they sort.
enum class ClaimVerdict { False, Partly, Unknown, True };

struct ClaimEvidence {
    QString path; // relative to the project; empty: `text` is a sentence
    int line = 0; // 0: the file as a whole
    QString text; // the statement, or what there is to say
    friend bool operator==(const ClaimEvidence&, const ClaimEvidence&) = default;
};

struct ClaimAnswer {
    ClaimVerdict verdict = ClaimVerdict::Unknown;
    std::vector<ClaimEvidence> evidence;
};

struct TrackerClaim {
    int line = 0; // of the tracker
    QString text, kind;
    std::optional<ClaimAnswer> then; // nothing: it is not known which commit the tracker is about
    ClaimAnswer now;
    enum class Change { Same, Moved, NoLongerTrue, TrueNow, Unknown };
    Change change = Change::Unknown;
    QString commit;  // of NoLongerTrue; empty: not known
    int newLine = 0; // of Moved
};

struct TrackerAnswer {
    QString thenCommit; // empty: not known
    QString nowCommit;  // empty: the working tree
    std::vector<TrackerClaim> claims;
};

inline constexpr qsizetype kMaxAnswerBytes = 5'000'000;
// Nothing if the output is none of `espalier verify`, or is larger than that.
[[nodiscard]] std::optional<TrackerAnswer> readTrackerAnswer(const QByteArray& json);

} // namespace espalier::ui
