// The claims of a tracker in words: as rows, and as Markdown.
#pragma once

#include "ui/models/tree_table.h"
#include "ui/trackers/tracker_answer.h"

#include <QStringList>

namespace espalier::ui {

[[nodiscard]] QString verdictWord(ClaimVerdict verdict); // "true", "partly true", …
// "no longer true since 3fcb7e3793", "moved to line 25"; empty: nothing has changed, or it cannot be told.
[[nodiscard]] QString claimChangeWords(const TrackerClaim& claim);
// "Then, in 3fcb7e3793: 20 true, …": a line for each of the two states.
[[nodiscard]] QString trackerSummary(const TrackerAnswer& answer);

inline constexpr int kNowColumn = 1; // has the sign
[[nodiscard]] QStringList claimHeaders();
// A row for each claim, in the tracker's order, with its position as index; its evidence below, with the
// paths of what is found now.
[[nodiscard]] std::vector<TreeRow> claimRows(const TrackerAnswer& answer, bool onlyUntrue);
[[nodiscard]] QString trackerMarkdown(const QString& title, const TrackerAnswer& answer, bool onlyUntrue);

} // namespace espalier::ui
