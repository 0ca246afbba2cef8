// `espalier occurrences`: how often and where an identifier appears, in code and in any other text.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "app/project/source_files.h"
#include "graph/analysis/ranks.h"
#include "indexer/text/search.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace espalier::cli {
namespace {

struct Count {
    std::size_t occurrences = 0, files = 0;
};

// One file's occurrences with what they count as.
struct RankedFile {
    const text::FoundFile* file = nullptr;
    graph::PathClass cls = graph::PathClass::Production;
    std::vector<graph::Rank> ranks; // of each occurrence
    graph::Rank best = graph::Rank::Rest;
};

struct Summary {
    std::vector<RankedFile> files; // the best rank first, then the most occurrences, then by path
    Count all;
    std::map<text::Place, Count> byPlace;
    std::map<graph::PathClass, Count> byClass;
    std::map<graph::Rank, Count> byRank;
};

// A dotted string that names a module is as good as an import; other text is mere text.
bool isReference(const facts::SourceFile& file, const text::Occurrence& at) {
    return file.facts && std::ranges::any_of(file.facts->imports, [&](const facts::ImportStatement& import) {
               return import.form == facts::ImportForm::String && import.span.line <= at.line &&
                      at.line <= import.span.endLine;
           });
}

RankedFile ranked(const graph::Snapshot& snapshot, const graph::Ranks& ranks,
                  const graph::PathClasses& classes, const text::FoundFile& found) {
    RankedFile out{&found, classes.of(found.path), {}, graph::Rank::Rest};
    const auto module = snapshot.find(found.path);
    const graph::Rank own = module ? ranks.of(*module) : graph::rankOf(out.cls);
    const facts::SourceFile* source = module && snapshot[*module].file.valid()
                                          ? &snapshot.project.files[snapshot[*module].file.value]
                                          : nullptr;
    for (const text::Occurrence& at : found.occurrences) {
        const bool code = at.place == text::Place::Import || at.place == text::Place::Code ||
                          (at.place == text::Place::String && source && isReference(*source, at));
        out.ranks.push_back(code ? own : graph::Rank::Rest);
        out.best = std::min(out.best, out.ranks.back());
    }
    return out;
}

// Of one file.
template <class Key>
void add(std::map<Key, Count>& counts, const std::map<Key, std::size_t>& own) {
    for (const auto& [key, occurrences] : own) {
        counts[key].occurrences += occurrences;
        ++counts[key].files;
    }
}

Summary summarize(const graph::Snapshot& snapshot, const graph::PathClasses& classes,
                  const text::Found& found) {
    const graph::Ranks ranks(snapshot);
    Summary out;
    for (const text::FoundFile& file : found.files) {
        out.files.push_back(ranked(snapshot, ranks, classes, file));
        std::map<text::Place, std::size_t> places;
        std::map<graph::Rank, std::size_t> fileRanks;
        for (std::size_t i = 0; i < file.occurrences.size(); ++i) {
            ++places[file.occurrences[i].place];
            ++fileRanks[out.files.back().ranks[i]];
        }
        out.all.occurrences += file.occurrences.size();
        ++out.all.files;
        add(out.byPlace, places);
        add(out.byClass, {{out.files.back().cls, file.occurrences.size()}});
        add(out.byRank, fileRanks);
    }
    std::ranges::stable_sort(out.files, [](const RankedFile& a, const RankedFile& b) {
        return a.best != b.best ? a.best < b.best : a.file->occurrences.size() > b.file->occurrences.size();
    });
    return out;
}

template <class Key>
Json countsJson(const std::map<Key, Count>& counts, int keys) {
    Json json = Json::object();
    for (int i = 0; i < keys; ++i) {
        const auto found = counts.find(static_cast<Key>(i));
        const Count count = found == counts.end() ? Count{} : found->second;
        json[std::string(name(static_cast<Key>(i)))] = {{"occurrences", count.occurrences},
                                                        {"files", count.files}};
    }
    return json;
}

template <class Key>
std::string countsText(const std::map<Key, Count>& counts) {
    std::string out;
    for (const auto& [key, count] : counts)
        out += (out.empty() ? "" : "; ") + std::string(name(key)) + ' ' + thousands(count.occurrences) +
               " in " + counted(count.files, "file");
    return out;
}

Json fileJson(const graph::Snapshot& snapshot, const RankedFile& ranked) {
    Json json;
    addPath(json, ranked.file->path);
    const auto module = snapshot.find(ranked.file->path);
    json["module"] = module ? Json(snapshot[*module].name) : Json();
    json["class"] = graph::name(ranked.cls);
    json["rank"] = graph::name(ranked.best);
    json["occurrences"] = Json::array();
    for (std::size_t i = 0; i < ranked.ranks.size(); ++i) {
        const text::Occurrence& at = ranked.file->occurrences[i];
        json["occurrences"].push_back({{"line", at.line},
                                       {"column", at.column},
                                       {"place", text::name(at.place)},
                                       {"rank", graph::name(ranked.ranks[i])}});
    }
    return json;
}

void printFile(const RankedFile& ranked, bool lines) {
    std::map<text::Place, std::size_t> places;
    for (const text::Occurrence& at : ranked.file->occurrences)
        ++places[at.place];
    std::string counts;
    for (const auto& [place, count] : places)
        counts += (counts.empty() ? "" : ", ") + std::string(text::name(place)) + ' ' + thousands(count);
    std::printf("  %s  %s  [%s]  %s\n", std::string(graph::name(ranked.best)).c_str(),
                printable(ranked.file->path).c_str(), std::string(graph::name(ranked.cls)).c_str(),
                counts.c_str());
    for (std::size_t i = 0; lines && i < ranked.ranks.size(); ++i) {
        const text::Occurrence& at = ranked.file->occurrences[i];
        std::printf("      %s:%u:%u  %s\n", printable(ranked.file->path).c_str(), at.line, at.column,
                    std::string(text::name(at.place)).c_str());
    }
}

void printText(const OccurrencesRequest& request, const text::Found& found, const Summary& summary) {
    std::printf("%s: %s in %s, of %s with %s MB that were read\n", printable(request.identifier).c_str(),
                counted(summary.all.occurrences, "occurrence").c_str(),
                counted(summary.all.files, "file").c_str(), counted(found.filesRead, "file").c_str(),
                thousands(found.bytesRead / 1'000'000).c_str());
    if (summary.all.files == 0)
        return;
    std::printf("  by place: %s\n  by class: %s\n  by rank: %s\n\n", countsText(summary.byPlace).c_str(),
                countsText(summary.byClass).c_str(), countsText(summary.byRank).c_str());
    for (std::size_t i = 0; i < summary.files.size() && i < request.top; ++i)
        printFile(summary.files[i], request.lines);
    if (summary.files.size() > request.top)
        std::printf("  +%s more: --top shows them\n", thousands(summary.files.size() - request.top).c_str());
}

void printJson(const OccurrencesRequest& request, const graph::Snapshot& snapshot, const text::Found& found,
               const Summary& summary) {
    JsonPrinter printer;
    printer.field("identifier", request.identifier);
    printer.field("files_read", found.filesRead);
    printer.field("bytes_read", found.bytesRead);
    printer.field("binary_files", found.binaryFiles);
    printer.field("occurrences", summary.all.occurrences);
    printer.field("by_place", countsJson(summary.byPlace, text::kPlaceCount));
    printer.field("by_class", countsJson(summary.byClass, graph::kPathClassCount));
    printer.field("by_rank", countsJson(summary.byRank, graph::kRankCount));
    printer.list("problems", found.problems, [](const facts::ProjectProblem& problem) {
        return problemJson({problem.path, problem.problem.line, problem.problem.column, problem.problem.code,
                            problem.problem.message});
    });
    printer.list("files", summary.files, [&](const RankedFile& file) { return fileJson(snapshot, file); });
}

} // namespace

int occurrencesCommand(const OccurrencesRequest& request) {
    if (!text::isSearchable(request.identifier))
        return fail(
            {"'" + request.identifier + "' is no identifier", {}, "give one, or several with dots between"});
    const auto opened = indexAndOpen(request.request, false);
    if (!opened)
        return fail(opened.error());
    const graph::Snapshot& snapshot = **opened;
    const auto location = project::locate(request.request.folder, request.request.store);
    if (!location)
        return fail(location.error());
    const graph::Config config = configOf(request.request, *location).config;
    const auto tree = project::sourceTree(snapshot.project, {config.exclude, request.request.nested, true});
    if (!tree)
        return fail(tree.error());
    const auto found = text::search(**tree, request.identifier, interrupted());
    if (!found)
        return fail(found.error());
    if (found->cancelled)
        return fail({"interrupted", {}, {}});
    const Summary summary = summarize(snapshot, config.classes, *found);
    if (request.request.format == Format::Json)
        printJson(request, snapshot, *found, summary);
    else
        printText(request, *found, summary);
    return 0;
}

} // namespace espalier::cli
