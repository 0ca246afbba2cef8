// The options of the commands about a repository's past.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace espalier::cli {

// history, diff, check, trend, blame-import, campaign, tracker. The callbacks of `app` set `action`, which
// has to outlive the parsing.
void addPastCommands(CLI::App& app, std::function<int()>& action);

} // namespace espalier::cli
