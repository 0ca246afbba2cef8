// Reading [[campaign]] tables.
//
// The phases of a campaign are names, or tables:
//
//     phases = [
//         "audit",                                                    # left to people
//         { name = "plan", done = true },                             # ticked by one
//         "remediate",                                                # as if done_when = "no production
//         violations" { name = "tests too", done_when = "no violations" }, { name = "close", done_when =
//         ["target met", "module gone"] },
//     ]
//
// Without done_when, "remediate", "stabilise" and "remove" mean what graph::usualConditions() says.
#pragma once

#include "app/project/config_file.h"

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace espalier::project {

inline constexpr std::string_view kByHand = "by hand"; // done_when of a phase that only people can tick
// All that done_when may say: "\"no violations\", …, \"by hand\"".
[[nodiscard]] std::string phaseConditions();

// Adds the campaign to the configuration. One without a name of its own is left out; wrong parts of another
// are. Both give problems.
void readCampaign(const toml::table& entry, const std::string& file, LoadedConfig& out);

} // namespace espalier::project
