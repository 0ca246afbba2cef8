#include "app/cli/verify_options.h"

#include "app/cli/commands.h"
#include "app/cli/query_words.h"

#include <memory>

namespace espalier::cli {

void addVerify(CLI::App& app, std::function<int()>& action) {
    struct State {
        VerifyRequest verify;
        std::string format = "text";
    };
    auto state = std::make_shared<State>();
    Request& request = state->verify.request;
    CLI::App* command = app.add_subcommand(
        "verify", "What a tracker in Markdown claims about the code: whether it was true, and is true now");
    command->add_option("TRACKER", state->verify.tracker, "A Markdown file, on disk or in the repository")
        ->required();
    addFolder(*command, request.folder);
    addStore(*command, request.store, request.nested);
    command->add_option("--repo", request.folder, "The same as PATH; may be a bare repository");
    command->add_option("--at", request.at,
                        "The commit, branch, tag, or date that the tracker is about; default: the commit "
                        "that last touched it");
    command->add_option("--now", state->verify.now,
                        "What counts as now: a commit, branch, tag, or date; default: the working tree, or "
                        "HEAD of a bare repository");
    command->add_option("--config", request.config,
                        "A file like espalier.toml that is read instead of the project's configuration");
    addProgress(*command, state->verify.progress);
    command->add_option("--format", state->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->default_str("text");
    command->footer("Checked are paths, path:line, import statements, \"A imports B\", cycles of imports or "
                    "none, X = Y, and counts\n"
                    "of files, imports or occurrences of a name.\n\n"
                    "Examples:\n  espalier verify docs/orders-migration.md\n"
                    "  espalier verify tracker.md ~/src/shop --at v1.4 --format json\n"
                    "  espalier verify docs/tracker.md --repo shop.git --now develop");
    command->callback([=, &action] {
        action = [=] {
            state->verify.request.format = state->format == "json" ? Format::Json : Format::Text;
            return verifyCommand(state->verify);
        };
    });
}

} // namespace espalier::cli
