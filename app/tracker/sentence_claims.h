// The claims of one sentence.
#pragma once

#include "app/tracker/claims.h"
#include "app/tracker/words.h"

#include <string>
#include <vector>

namespace espalier::tracker {

// Relations, cycles and counts. `about` is the file that the sentence is about unless it says another; may be
// empty. Claims have no line and no text yet.
[[nodiscard]] std::vector<Claim> claimsOf(const Sentence& sentence, const std::string& about);

} // namespace espalier::tracker
