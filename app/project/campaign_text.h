// A campaign, and its parts, as TOML.
#pragma once

#include "graph/model/config.h"

#include <string>
#include <utility>
#include <vector>

namespace espalier::project {

// Each as a value.
[[nodiscard]] std::vector<std::string> stringTexts(const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> phaseTexts(const std::vector<graph::Phase>& phases);
[[nodiscard]] std::string listText(const std::vector<std::string>& values);
// Key and value; those that are not set have an empty one.
[[nodiscard]] std::vector<std::pair<std::string, std::string>>
targetParts(const graph::Campaign::Target& target);
[[nodiscard]] std::string targetText(const graph::Campaign::Target& target); // empty without any
// The lines below [[campaign]].
[[nodiscard]] std::string campaignText(const graph::Campaign& campaign);

} // namespace espalier::project
