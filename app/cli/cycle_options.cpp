#include "app/cli/cycle_options.h"

#include "app/cli/commands.h"
#include "app/cli/query_words.h"
#include "app/project/config_file.h"

#include <memory>

namespace espalier::cli {
namespace {

// "production=4"
void readWeights(const std::vector<std::string>& words, std::vector<std::pair<std::string, int>>& out) {
    for (const std::string& word : words) {
        const std::size_t sign = word.find('=');
        const std::string key = word.substr(0, sign);
        int value = 0;
        const bool known = key == "production" || key == "other" || key == "easy";
        if (!known || sign == std::string::npos || !CLI::detail::lexical_cast(word.substr(sign + 1), value) ||
            value < 1 || value > project::kMostWeight)
            throw CLI::ValidationError(
                "--weight", "'" + word + "' is not production=N, other=N or easy=N with N from 1 to " +
                                std::to_string(project::kMostWeight));
        out.emplace_back(key, value);
    }
}

} // namespace

void addCycles(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        CyclesRequest cycles;
    };
    auto state = std::make_shared<State>();
    CyclesRequest& cycles = state->cycles;
    cycles.format = "text";
    CLI::App* command =
        app.add_subcommand("cycles", "Tangles of modules that import each other, each with a shortest cycle");
    addFolder(*command, state->words.request.folder);
    addQueryOptions(*command, state->words, "import", false);
    command->add_option("--format", cycles.format, "text, json, markdown (for an issue) or dot")
        ->check(CLI::IsMember({"text", "json", "markdown", "dot"}))
        ->default_str("text");
    CLI::Option* explain = command->add_flag(
        "--explain", cycles.explain,
        "For each module: does it fail when it is the first to be imported, where, and why; and what "
        "the modules call meanwhile");
    CLI::Option* suggest = command->add_flag(
        "--suggest", cycles.suggest,
        "Which edges to cut, and how, so that no cycle is left: a cheapest set where that can be "
        "proven, in an order of steps");
    command
        ->add_option("--keep", cycles.keep,
                     "With --suggest: an edge FROM TO that is to stay; may be repeated")
        ->needs(suggest);
    command->add_option("--cut", cycles.cut, "With --suggest: an edge FROM TO that is to go; may be repeated")
        ->needs(suggest);
    command
        ->add_option(
            "--save", cycles.save,
            "With --suggest: save the suggestion as a plan of this name in espalier-plans.toml of the folder")
        ->needs(suggest);
    command
        ->add_option_function<std::vector<std::string>>(
            "--weight",
            [&cycles](const std::vector<std::string>& words) { readWeights(words, cycles.weights); },
            "With --suggest: production=4, other=2 (of a statement, by its file), easy=2 (divides that of an "
            "edge that "
            "is easy to remove); may be repeated")
        ->needs(suggest);
    CLI::Option* plan = command->add_option("--plan", cycles.plan,
                                            "As it would be with a saved plan (its name), or with all plans "
                                            "of a file (its path, that ends with .toml)");
    plan->excludes(explain)->excludes(suggest);
    CLI::Option* packages =
        command->add_flag("--package-level", cycles.packageLevel, "Packages that import each other instead");
    CLI::Option* through = command->add_option("--through", cycles.through, "Only the tangle of this module");
    CLI::Option* atMost =
        command->add_option("--at-most", cycles.atMost, "Only tangles of at most so many modules");
    packages->excludes(explain)->excludes(suggest)->excludes(through)->excludes(atMost);
    CLI::Option* since = command->add_option(
        "--since", cycles.since,
        "Tangles that are new since this commit, branch, tag or date, or have grown, come "
        "first; default: the configured baseline");
    command->add_flag("--no-baseline", cycles.noBaseline, "Do not look for what is new: quicker")
        ->excludes(since);
    packages->excludes(since);
    addProgress(*command, cycles.progress,
                "Of --explain and --suggest: auto (a bar on a terminal), json (lines on stderr) or none");
    command->add_option("--between", cycles.between, "Is there a cycle between these two modules?")
        ->expected(2)
        ->excludes(packages)
        ->excludes(through)
        ->excludes(since)
        ->excludes(atMost)
        ->excludes(explain)
        ->excludes(suggest);
    command->footer("Examples:\n  espalier cycles ~/src/shop\n  espalier cycles --kinds import,deferred\n"
                    "  espalier cycles --explain --through shop.cart\n"
                    "  espalier cycles --suggest --format markdown > tasks.md\n"
                    "  espalier cycles --suggest --save orders && espalier cycles --plan orders\n"
                    "  espalier cycles --between shop.cart shop.web\n"
                    "  espalier cycles --explain --format markdown > issue.md");
    command->callback([=, &action] {
        action = [=] {
            state->cycles.request = finish(state->words);
            return cyclesCommand(state->cycles);
        };
    });
}

void addPlans(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        PlanRequest plan;
    };
    auto state = std::make_shared<State>();
    CLI::App* plans =
        app.add_subcommand("plan", "Saved what-if plans: what there is, and how to carry one out");
    plans->require_subcommand(1);
    CLI::App* list = plans->add_subcommand("list", "The plans, and how many of their changes can be made");
    CLI::App* show = plans->add_subcommand(
        "show",
        "A plan as tasks with their statements, in an order in which each step leaves less in tangles");
    show->add_option("NAME", state->plan.name, "The plan's name, or the path of a file of plans (….toml)")
        ->required();
    for (CLI::App* command : {list, show}) {
        addFolder(*command, state->words.request.folder);
        addQueryOptions(*command, state->words, "import", false);
        command
            ->add_option("--format", state->plan.format,
                         command == list ? "text or json" : "text, json or markdown")
            ->check(command == list ? CLI::IsMember({"text", "json"})
                                    : CLI::IsMember({"text", "json", "markdown"}))
            ->default_str("text");
    }
    list->footer("Examples:\n  espalier plan list ~/src/shop");
    show->footer("Examples:\n  espalier plan show orders ~/src/shop\n"
                 "  espalier plan show orders --format markdown > tasks.md");
    const auto act = [=, &action](bool one) {
        return [=, &action] {
            action = [=] {
                state->plan.request = finish(state->words);
                return one ? planShowCommand(state->plan) : planListCommand(state->plan);
            };
        };
    };
    list->callback(act(false));
    show->callback(act(true));
}

} // namespace espalier::cli
