// The words of `espalier verify`.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace espalier::cli {

void addVerify(CLI::App& app, std::function<int()>& action);

} // namespace espalier::cli
