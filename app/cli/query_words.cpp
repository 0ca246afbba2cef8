#include "app/cli/query_words.h"

namespace espalier::cli {

void addFolder(CLI::App& command, std::string& folder) {
    command.add_option("PATH", folder, "Folder with the Python code")->default_str(".");
}

void addStore(CLI::App& command, std::string& store, bool& nested) {
    command.add_option("--store", store, "The store's file; default: below your cache directory");
    command.add_flag("--nested", nested, "Also site-packages, virtual environments and nested repositories");
}

void addProgress(CLI::App& command, ProgressStyle& style, const char* help) {
    command
        .add_option_function<std::string>(
            "--progress",
            [&style](const std::string& word) {
                style = word == "json"   ? ProgressStyle::Json
                        : word == "none" ? ProgressStyle::Quiet
                                         : defaultProgressStyle();
            },
            help)
        ->check(CLI::IsMember({"auto", "json", "none"}))
        ->default_str("auto");
}

void addQueryOptions(CLI::App& command, QueryWords& words, const char* defaultKinds, bool hasFormat) {
    const auto readKinds = [&words](const std::string& text) {
        if (!parseKinds(text, words.request.filter.kinds))
            throw CLI::ValidationError(
                "--kinds", "'" + text + "' is no list of import, deferred, typing, script, nor all");
    };
    readKinds(defaultKinds);
    addStore(command, words.request.store, words.request.nested);
    command.add_option("--at", words.request.at,
                       "Answer for a commit, branch, tag, or date (2025-12-31) of the repository");
    command.add_option("--repo", words.request.folder, "The same as PATH; may be a bare repository");
    command
        .add_option("--config", words.request.config,
                    "A file like espalier.toml that is read instead of the project's configuration")
        ->check(CLI::ExistingFile);
    command
        .add_option_function<std::string>("--kinds", readKinds,
                                          "Statements that count: import,deferred,typing,script or all")
        ->default_str(defaultKinds);
    command.add_option("--with", words.with, "Count also: strings, implicit-parents")
        ->delimiter(',')
        ->check(CLI::IsMember({"strings", "implicit-parents"}));
    if (hasFormat)
        command.add_option("--format", words.format, "text or json")
            ->check(CLI::IsMember({"text", "json"}))
            ->default_str("text");
}

Request finish(QueryWords& words) {
    for (const std::string& word : words.with)
        (word == "strings" ? words.request.filter.strings : words.request.filter.implicitParents) = true;
    words.request.format = words.format == "json" ? Format::Json : Format::Text;
    return words.request;
}

CLI::App* addQuery(CLI::App& app, const char* name, const char* what, const char* examples, QueryWords& words,
                   const char* kinds, std::vector<std::pair<const char*, std::string*>> operands,
                   const char* operandHelp) {
    CLI::App* command = app.add_subcommand(name, what);
    for (auto& [operand, value] : operands)
        command->add_option(operand, *value, operandHelp)->required();
    addFolder(*command, words.request.folder);
    addQueryOptions(*command, words, kinds);
    command->footer(std::string("Examples:\n") + examples);
    return command;
}

} // namespace espalier::cli
