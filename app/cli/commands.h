// The commands behind the command line. Each prints its answer and returns the exit code.
#pragma once

#include "app/cli/progress.h"
#include "app/cli/request.h"
#include "graph/drawing/matrix_order.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace espalier::cli {

struct IndexRequest {
    std::string folder = ".";
    std::string store;
    bool nested = false;
    pipeline::Stage stage = pipeline::Stage::Symbols;
    unsigned threads = 0;
    ProgressStyle progress = ProgressStyle::Quiet;
    bool watch = false;
};
int indexCommand(const IndexRequest& request);

struct HistoryRequest {
    std::string folder = ".";
    std::string store;
    std::string revision = "HEAD"; // the line of its first parents
    std::string since;             // a date or a revision; empty: from the beginning
    bool all = false;              // the contents of all commits that it reaches
    unsigned threads = 0;
    Format format = Format::Text;
    ProgressStyle progress = ProgressStyle::Quiet;
};
int historyCommand(const HistoryRequest& request);

struct DiffRequest {
    Request request;    // `at`: the newer side
    std::string before; // a revision
};
int diffCommand(const DiffRequest& request);

struct CheckRequest {
    Request request;
    std::string since; // a revision; empty: the configured baseline
};
int checkCommand(const CheckRequest& request); // 1 if something got worse

struct TrendRequest {
    Request request;      // `at`: the newest commit; empty: HEAD
    std::string campaign; // empty: all
    std::string format;   // text, csv, json
    bool everyCommit = false;
    bool measures = false; // the module graph, not campaigns
};
int trendCommand(const TrendRequest& request); // of the module graph, too, where no campaign is configured
int measuresCommand(const TrendRequest& request);
int campaignStatusCommand(const TrendRequest& request);
int campaignListCommand(const Request& request); // what is configured
// And what is left to do; `ages`: since when, where there is a repository.
int campaignShowCommand(const Request& request, const std::string& name, bool ages);

struct TrackerRequest {
    Request request; // `at`: the commit; empty: HEAD
    std::string campaign;
    std::string output; // a file, written or brought up to date; empty: standard output
};
int trackerCommand(const TrackerRequest& request);

struct BlameRequest {
    Request request;      // `at`: the newest commit; empty: HEAD
    std::string from, to; // a module or package, or the path of a file; a module, or "a.b:name"
};
int blameImportCommand(const BlameRequest& request);

struct VerifyRequest {
    Request request;     // `at`: the commit that the tracker is about; empty: the one that last touched it
    std::string tracker; // a file on disk, or else of the repository
    std::string now;     // a revision; empty: the working tree, or HEAD of a bare repository
    ProgressStyle progress = defaultProgressStyle();
};
int verifyCommand(const VerifyRequest& request);

int reportCommand(const Request& request);
struct CyclesRequest {
    Request request;
    std::string format;                                         // text, json, markdown, dot
    bool packageLevel = false;                                  // of packages instead of modules
    bool explain = false;                                       // whether they fail when they are imported
    bool suggest = false;                                       // what to cut
    std::vector<std::pair<std::string, std::string>> keep, cut; // edges that are to stay, and to go, in that
    std::vector<std::pair<std::string, int>> weights;           // "production", "other", "easy", for that
    std::string save;                                           // that as a plan of this name
    std::string plan;                                // as it would be with this plan, or file of plans
    std::string through;                             // only the tangle of this module
    ProgressStyle progress = defaultProgressStyle(); // of explain and suggest
    std::size_t atMost = std::numeric_limits<std::size_t>::max(); // only tangles of so many modules
    std::string since;       // tangles that this commit has not come first; empty: the configured baseline
    bool noBaseline = false; // do not look for that
    std::vector<std::string> between; // two modules: is there a cycle between them?
};
int cyclesCommand(const CyclesRequest& request);

struct PlanRequest {
    Request request;
    std::string format = "text"; // text, json, markdown
    std::string name;            // of a plan, or the path of a file of plans
};
int planListCommand(const PlanRequest& request);
int planShowCommand(const PlanRequest& request);
int deprecatedCommand(const Request& request);
int importersCommand(const Request& request, const std::string& target); // "a.b" or "a.b:name"

struct SymbolsRequest {
    Request request;
    std::size_t top = 20;  // so many of the ranked list
    bool homonyms = false; // instead: names that several definitions have
};
int symbolsCommand(const SymbolsRequest& request);
// A symbol: "a.b:name", "a.b.name", or a name alone.
int pathsCommand(const Request& request, const std::string& symbol);
int usesCommand(const Request& request, const std::string& symbol);
int sameCommand(const Request& request, const std::string& a, const std::string& b);

struct OccurrencesRequest {
    Request request;
    std::string identifier;
    std::size_t top = 50; // so many files in text
    bool lines = false;   // each occurrence, too
};
int occurrencesCommand(const OccurrencesRequest& request);

struct RewriteRequest {
    Request request;
    std::string from, to; // "a.b" or "a.b:name"
    bool diff = false;
    std::size_t batch = 0; // only this one, counted from 1; 0: all
};
int rewriteCommand(const RewriteRequest& request);

int testsForCommand(const Request& request, const std::string& module);
int untestedCommand(const Request& request);
int canDeleteCommand(const Request& request, const std::string& target); // "a.b" or "a.b:name"

struct WhyRequest {
    Request request;
    std::string from, to;
    bool all = false; // every shortest chain, and packages stand for everything below them
};
int whyCommand(const WhyRequest& request);

struct GraphRequest {
    Request request;
    std::string format; // json, adjacency, dot: all modules; svg, png, pdf, mermaid: the picture of a view
    std::vector<std::string> open; // packages opened on top of the landing view
    bool externals = false;
    double scale = 1; // of a PNG
    bool dark = false;
    bool bundled = false;
};
int graphCommand(const GraphRequest& request);

struct MatrixRequest {
    Request request;
    std::string format;            // text, csv, json
    std::vector<std::string> open; // packages opened on top of the landing view
    bool externals = false;
    graph::MatrixOrder order = graph::MatrixOrder::Level;
};
int matrixCommand(const MatrixRequest& request);

} // namespace espalier::cli
