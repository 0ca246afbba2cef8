// Options that many commands share.
#pragma once

#include "app/cli/progress.h"
#include "app/cli/request.h"

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

namespace espalier::cli {

// Words of the command line that become a Request once everything is parsed.
struct QueryWords {
    Request request;
    std::vector<std::string> with;
    std::string format = "text";
};

void addFolder(CLI::App& command, std::string& folder);
void addStore(CLI::App& command, std::string& store, bool& nested);
// `help` says of what. `style`, which has to outlive the parsing, stays as it is where the option is missing.
void addProgress(CLI::App& command, ProgressStyle& style,
                 const char* help = "auto (a bar on a terminal), json (lines on stderr) or none");
// `words` has to outlive the parsing.
void addQueryOptions(CLI::App& command, QueryWords& words, const char* defaultKinds, bool hasFormat = true);
Request finish(QueryWords& words);

// A query command: operands first, then [PATH].
CLI::App* addQuery(CLI::App& app, const char* name, const char* what, const char* examples, QueryWords& words,
                   const char* kinds, std::vector<std::pair<const char*, std::string*>> operands = {},
                   const char* operandHelp = "A module, by name or path");

} // namespace espalier::cli
