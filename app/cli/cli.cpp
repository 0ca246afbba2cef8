#include "app/cli/cli.h"

#include "app/cli/commands.h"
#include "app/cli/cycle_options.h"
#include "app/cli/past_options.h"
#include "app/cli/query_words.h"
#include "app/cli/verify_options.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace espalier::cli {
namespace {

void addIndex(CLI::App& app, std::function<int()>& action) {
    auto request = std::make_shared<IndexRequest>();
    CLI::App* command = app.add_subcommand("index", "Bring the store of a folder up to date");
    addFolder(*command, request->folder);
    addStore(*command, request->store, request->nested);
    auto stage = std::make_shared<std::string>("symbols");
    command->add_option("--stage", *stage, "Last stage to run: imports (enough for the graph) or symbols")
        ->check(CLI::IsMember({"imports", "symbols"}))
        ->default_str("symbols");
    auto progress = std::make_shared<std::string>("auto");
    command->add_option("--progress", *progress, "auto (a bar on a terminal), json (lines on stdout) or none")
        ->check(CLI::IsMember({"auto", "json", "none"}))
        ->default_str("auto");
    command->add_flag("--watch", request->watch,
                      "Go on until interrupted: keep the store in step, and tell what has changed");
    command->add_option("--threads", request->threads, "Worker threads; 0: all cores")->default_str("0");
    command->footer(
        "Examples:\n  espalier index ~/src/shop\n  espalier index --stage imports --store shop.sqlite shop\n"
        "  espalier index --watch ~/src/shop");
    command->callback([=, &action] {
        action = [=] {
            request->stage = *stage == "imports" ? pipeline::Stage::Imports : pipeline::Stage::Symbols;
            request->progress = *progress == "json"   ? ProgressStyle::Json
                                : *progress == "none" ? ProgressStyle::Quiet
                                                      : defaultProgressStyle();
            return indexCommand(*request);
        };
    });
}

void addQueries(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords report, deprecated, importers, whyWords;
        std::string module;
        WhyRequest why;
    };
    auto state = std::make_shared<State>();
    addQuery(app, "report", "A page about a project: sizes, tangles, deprecated modules, ghosts, problems",
             "  espalier report ~/src/shop\n  espalier report --kinds import,deferred --format json shop",
             state->report, "import")
        ->callback([=, &action] { action = [=] { return reportCommand(finish(state->report)); }; });
    addQuery(app, "deprecated", "Deprecated modules and symbols, why they are, and who still imports them",
             "  espalier deprecated ~/src/shop\n  espalier deprecated --format json", state->deprecated,
             "all")
        ->callback([=, &action] { action = [=] { return deprecatedCommand(finish(state->deprecated)); }; });
    addQuery(app, "importers", "Every statement that imports a module, or one of its symbols",
             "  espalier importers shop.old_orders ~/src/shop\n  espalier importers shop.orders:make_order\n"
             "  espalier importers shop/old_orders.py --kinds import",
             state->importers, "all", {{"MODULE", &state->module}})
        ->callback([=, &action] {
            action = [=] { return importersCommand(finish(state->importers), state->module); };
        });
    CLI::App* why = addQuery(
        app, "why", "The shortest chains of imports from one module to another, with their statements",
        "  espalier why shop.web shop.old_orders ~/src/shop\n  espalier why a b --kinds all\n"
        "  espalier why shop.web shop.orders --all",
        state->whyWords, "import", {{"FROM", &state->why.from}, {"TO", &state->why.to}});
    why->add_flag("--all", state->why.all,
                  "All shortest chains, counted, and the edges that they are made of; a package stands for "
                  "everything below it");
    why->callback([=, &action] {
        action = [=] {
            state->why.request = finish(state->whyWords);
            return whyCommand(state->why);
        };
    });
}

void addSymbols(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords symbolsWords, paths, uses, same;
        SymbolsRequest symbols;
        std::string symbol, other;
    };
    constexpr const char* kSymbolHelp = "A symbol: shop.orders:Order, shop.orders.Order, or Order";
    auto state = std::make_shared<State>();
    CLI::App* symbols =
        addQuery(app, "symbols",
                 "Definitions that are imported by several paths, those with most violating files first",
                 "  espalier symbols ~/src/shop\n  espalier symbols --top 100 --format json",
                 state->symbolsWords, "all");
    symbols->add_option("--top", state->symbols.top, "How many to list")->default_str("20");
    symbols->add_flag(
        "--homonyms", state->symbols.homonyms,
        "Instead: classes and functions that are called the same in several production modules");
    symbols->callback([=, &action] {
        action = [=] {
            state->symbols.request = finish(state->symbolsWords);
            return symbolsCommand(state->symbols);
        };
    });
    addQuery(app, "paths",
             "All paths by which a symbol is imported, who uses which, and what they should say instead",
             "  espalier paths shop.orders:Order ~/src/shop\n  espalier paths Order --format json",
             state->paths, "all", {{"SYMBOL", &state->symbol}}, kSymbolHelp)
        ->callback(
            [=, &action] { action = [=] { return pathsCommand(finish(state->paths), state->symbol); }; });
    addQuery(app, "uses",
             "Where a symbol is called, read, subclassed, or named by a string such as mock.patch's",
             "  espalier uses shop.orders:get_manager ~/src/shop\n  espalier uses Order --format json",
             state->uses, "all", {{"SYMBOL", &state->symbol}}, kSymbolHelp)
        ->callback(
            [=, &action] { action = [=] { return usesCommand(finish(state->uses), state->symbol); }; });
    addQuery(app, "same", "Whether two names are the same object, with the statements that prove it",
             "  espalier same shop:Order shop.orders:Order ~/src/shop", state->same, "all",
             {{"A", &state->symbol}, {"B", &state->other}}, kSymbolHelp)
        ->callback([=, &action] {
            action = [=] { return sameCommand(finish(state->same), state->symbol, state->other); };
        });
}

void addOccurrences(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        OccurrencesRequest occurrences;
    };
    auto state = std::make_shared<State>();
    CLI::App* command = addQuery(
        app, "occurrences",
        "How often and where an identifier appears in any text file: imports, other code, strings, comments",
        "  espalier occurrences get_manager ~/src/shop\n  espalier occurrences Order --lines --top 1000",
        state->words, "all", {{"IDENTIFIER", &state->occurrences.identifier}},
        "An identifier, or several with dots between");
    command->add_option("--top", state->occurrences.top, "How many files to list")->default_str("50");
    command->add_flag("--lines", state->occurrences.lines, "List each line and column, too");
    command->callback([=, &action] {
        action = [=] {
            state->occurrences.request = finish(state->words);
            return occurrencesCommand(state->occurrences);
        };
    });
}

void addRewrite(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        RewriteRequest rewrite;
    };
    auto state = std::make_shared<State>();
    CLI::App* command =
        addQuery(app, "rewrite", "What has to change so that something is imported from another place",
                 "  espalier rewrite shop.old_orders shop.orders ~/src/shop\n"
                 "  espalier rewrite shop:Order shop.orders:Order --diff | git apply\n"
                 "  espalier rewrite shop.old_orders shop.orders --diff --batch 1 | patch -p1",
                 state->words, "all", {{"FROM", &state->rewrite.from}, {"TO", &state->rewrite.to}},
                 "A module, or one of its names: shop.orders, shop.orders:Order");
    command->add_flag(
        "--diff", state->rewrite.diff,
        "Print a unified difference; what is not proven to stay the same is left alone, and listed");
    command->add_option("--batch", state->rewrite.batch, "Only this batch of files, counted from 1");
    command->callback([=, &action] {
        action = [=] {
            state->rewrite.request = finish(state->words);
            return rewriteCommand(state->rewrite);
        };
    });
}

void addProtection(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords tests, untested, deletion;
        std::string module;
    };
    auto state = std::make_shared<State>();
    addQuery(app, "tests-for", "The test modules that reach a module by imports, nearest first",
             "  espalier tests-for shop.orders ~/src/shop\n  espalier tests-for shop.orders --kinds import",
             state->tests, "import,deferred", {{"MODULE", &state->module}})
        ->callback(
            [=, &action] { action = [=] { return testsForCommand(finish(state->tests), state->module); }; });
    addQuery(app, "untested", "The production modules that no test reaches by imports",
             "  espalier untested ~/src/shop", state->untested, "import,deferred")
        ->callback([=, &action] { action = [=] { return untestedCommand(finish(state->untested)); }; });
    addQuery(app, "can-delete",
             "Whether anything needs a module, package or symbol, and what stands in the way of deleting it",
             "  espalier can-delete shop.old_orders ~/src/shop\n  espalier can-delete shop.orders:make_order",
             state->deletion, "all", {{"WHAT", &state->module}},
             "A module, by name or path, or shop.orders:name")
        ->callback([=, &action] {
            action = [=] { return canDeleteCommand(finish(state->deletion), state->module); };
        });
}

void addGraph(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        GraphRequest graph;
    };
    auto state = std::make_shared<State>();
    state->graph.format = "json";
    CLI::App* command =
        app.add_subcommand("graph", "The whole module graph as data, or a picture of the map");
    addFolder(*command, state->words.request.folder);
    addQueryOptions(*command, state->words, "import", false);
    command
        ->add_option(
            "--format", state->graph.format,
            "json: all modules and statements; adjacency: who imports whom, quickly; dot: all modules; "
            "svg, png, pdf, mermaid: the map")
        ->check(CLI::IsMember({"json", "adjacency", "dot", "svg", "png", "pdf", "mermaid"}))
        ->default_str("json");
    command
        ->add_option("--open", state->graph.open,
                     "Packages that the map shows opened, beside those of a fresh window")
        ->delimiter(',');
    command->add_flag("--externals", state->graph.externals,
                      "Foreign modules too, in the map and in adjacency");
    command->add_option("--scale", state->graph.scale, "Of a PNG: 2 means twice the pixels")
        ->check(CLI::Range(0.1, 10.0))
        ->default_str("1");
    command->add_flag("--dark", state->graph.dark, "Dark colours");
    command->add_flag("--bundled", state->graph.bundled, "Lines that go the same way run together");
    command->footer("Examples:\n  espalier graph --format json ~/src/shop > graph.json\n"
                    "  espalier graph --format adjacency | jq '.[\"shop.orders\"]'\n"
                    "  espalier graph --format dot | dot -Tsvg > all.svg\n"
                    "  espalier graph --format svg --open shop.web > map.svg");
    command->callback([=, &action] {
        action = [=] {
            state->graph.request = finish(state->words);
            return graphCommand(state->graph);
        };
    });
}

void addMatrix(CLI::App& app, std::function<int()>& action) {
    struct State {
        QueryWords words;
        MatrixRequest matrix;
        std::string sort = "level";
    };
    auto state = std::make_shared<State>();
    state->matrix.format = "text";
    CLI::App* command =
        app.add_subcommand("matrix", "The dependency structure matrix of packages and modules");
    addFolder(*command, state->words.request.folder);
    addQueryOptions(*command, state->words, "import", false);
    command->add_option("--format", state->matrix.format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}))
        ->default_str("text");
    command
        ->add_option("--sort", state->sort,
                     "level: users above what they use; name; cluster: what has the same neighbours together")
        ->check(CLI::IsMember({"level", "name", "cluster"}))
        ->default_str("level");
    command
        ->add_option("--open", state->matrix.open,
                     "Packages that are shown opened, beside those of a fresh window")
        ->delimiter(',');
    command->add_flag("--externals", state->matrix.externals, "Foreign modules too");
    command->footer("Examples:\n  espalier matrix ~/src/shop\n  espalier matrix --open shop.web --sort name\n"
                    "  espalier matrix --format csv > matrix.csv");
    command->callback([=, &action] {
        action = [=] {
            state->matrix.request = finish(state->words);
            state->matrix.order = state->sort == "name"      ? graph::MatrixOrder::Name
                                  : state->sort == "cluster" ? graph::MatrixOrder::Cluster
                                                             : graph::MatrixOrder::Level;
            return matrixCommand(state->matrix);
        };
    });
}

} // namespace

int run(int argc, char** argv) {
    CLI::App app("Espalier: the module dependencies of a Python code base, with file, line and statement.",
                 "espalier");
    app.set_version_flag("--version", "espalier " ESPALIER_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Data goes to stdout, messages to stderr. Exit codes: 0 answered, 1 a check failed, 2 an error.\n"
        "espalier COMMAND --help shows examples.");
    std::function<int()> action;
    addIndex(app, action);
    addPastCommands(app, action);
    addVerify(app, action);
    addQueries(app, action);
    addCycles(app, action);
    addPlans(app, action);
    addSymbols(app, action);
    addOccurrences(app, action);
    addRewrite(app, action);
    addProtection(app, action);
    addGraph(app, action);
    addMatrix(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return action();
}

} // namespace espalier::cli
