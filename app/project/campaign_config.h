// Reading [[campaign]] tables.
#pragma once

#include "app/project/config_file.h"

#include <toml++/toml.h>

#include <string>

namespace espalier::project {

// Adds the campaign to the configuration. One without a name of its own is left out; wrong parts of another
// are. Both give problems.
void readCampaign(const toml::table& entry, const std::string& file, LoadedConfig& out);

} // namespace espalier::project
