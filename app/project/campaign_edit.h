// Campaigns created, changed and removed in the text of a configuration. Only what has to change is touched:
// comments, order and layout of everything else stay, byte by byte. A comment on the line of a key, or of an
// element of a list, that is taken out goes with it; so do comments between the lines of a campaign that is
// removed.
#pragma once

#include "app/project/config_file.h"
#include "indexer/facts/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace espalier::project {

// The file that says what a project's campaigns are.
struct CampaignFile {
    std::string path;     // espalier.toml if it is there, else pyproject.toml if that is, else the former
    bool topLevel = true; // keys at the top, else below [tool.espalier]
    std::optional<std::string> text; // none: there is no such file yet
};
// `file`: another espalier.toml; empty: of the folder `root`. Errors: it cannot be read.
[[nodiscard]] facts::Result<CampaignFile> campaignFile(const std::string& root, const std::string& file = {});

// The text with the campaign: `old` names the one that it replaces, empty: it is new. Errors, with the line
// where there is one: the text is no TOML; there is no such campaign, or another of that name; a value is not
// as it should be; campaigns are written as an inline list, which is left to people.
[[nodiscard]] facts::Result<std::string> withCampaign(std::string_view text, bool topLevel,
                                                      const graph::Campaign& campaign,
                                                      const std::string& old = {});
// The text without it. Errors: as above.
[[nodiscard]] facts::Result<std::string> withoutCampaign(std::string_view text, bool topLevel,
                                                         const std::string& name);

// Writes it, whole or not at all. Errors: the file has changed since it was read, and what the file system
// says.
[[nodiscard]] facts::Status saveCampaigns(const CampaignFile& file, const std::string& text);

} // namespace espalier::project
