// The command line of `espalier cycles` and `espalier plan`.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace espalier::cli {

// `action` is set to what is to be done if the command is given.
void addCycles(CLI::App& app, std::function<int()>& action);
void addPlans(CLI::App& app, std::function<int()>& action);

} // namespace espalier::cli
