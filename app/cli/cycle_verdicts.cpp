#include "app/cli/cycle_verdicts.h"

#include "app/cli/outlines.h"
#include "app/cli/text.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

using graph::Outcome;
using graph::Verdict;

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json nameOrNull(const graph::Snapshot& snapshot, graph::ModuleId module) {
    return module.valid() ? Json(snapshot[module].name) : Json(nullptr);
}

std::string place(const graph::Snapshot& snapshot, graph::ModuleId module, std::uint32_t line) {
    return printable(snapshot.pathOf(module)) + ":" + std::to_string(line);
}

void printStack(const graph::Snapshot& snapshot, const Verdict& verdict) {
    for (const Verdict::Frame& frame : verdict.stack)
        std::printf("      %s, in %s\n", place(snapshot, frame.module, frame.line).c_str(),
                    printable(frame.function.empty() ? snapshot[frame.module].name : frame.function).c_str());
}

bool endAlike(const Verdict& a, const Verdict& b) {
    return a.outcome == b.outcome && a.at == b.at && a.line == b.line && a.message == b.message &&
           a.unknownAt == b.unknownAt && a.unknownLine == b.unknownLine && a.unknown == b.unknown;
}

// Entries that end alike, one paragraph.
void printVerdicts(const graph::Snapshot& snapshot, const std::vector<const Verdict*>& alike) {
    const Verdict& first = *alike.front();
    std::string entries;
    for (const Verdict* verdict : alike)
        entries += (entries.empty() ? "" : ", ") + printable(snapshot[verdict->entry].name);
    if (first.outcome == Outcome::Ok) {
        std::printf("  imported first, loads: %s\n", entries.c_str());
        return;
    }
    const bool fails = first.outcome == Outcome::Fails || first.otherwise == Outcome::Fails;
    if (first.outcome == Outcome::Unknown) {
        const std::string where =
            first.unknownAt.valid() ? place(snapshot, first.unknownAt, first.unknownLine) + " " : "";
        const char* const otherwise = first.otherwise == Outcome::Ok
                                          ? "if that imports nothing here, it loads"
                                      : fails ? "if that imports nothing here, it fails:"
                                              : "it may load, and it may fail";
        const char* const told = first.otherwise == Outcome::Ok ? "no failure found"
                                 : fails                        ? "may fail"
                                                                : "cannot be told";
        std::printf("  imported first, %s: %s\n    %s%s; %s\n", told, entries.c_str(), where.c_str(),
                    printable(first.unknown).c_str(), otherwise);
    } else {
        std::printf("  imported first, fails: %s\n", entries.c_str());
    }
    if (!fails)
        return;
    std::printf("    %s %s\n", place(snapshot, first.at, first.line).c_str(),
                printable(errorText(first)).c_str());
    printStack(snapshot, first);
}

} // namespace

std::size_t Explanation::count(Outcome outcome) const {
    return static_cast<std::size_t>(std::count_if(verdicts.begin(), verdicts.end(),
                                                  [&](const Verdict& v) { return v.outcome == outcome; }));
}

Explainer::Explainer(graph::Symbols& symbols)
    : snapshot_(symbols.snapshot())
    , outlines_(outlinesOf(snapshot_))
    , firstImport_(symbols, outlines_) {}

Explanation Explainer::explain(const graph::Tangle& tangle, const std::function<bool()>& next) {
    Explanation out;
    for (const graph::ModuleId module : tangle.modules) {
        if (!next())
            break;
        out.verdicts.push_back(firstImport_.of(module));
        const facts::FileId file = snapshot_[module].file;
        const auto outline = file.valid() ? outlines_(file) : nullptr;
        out.calls.push_back(outline ? graph::importCalls(*outline) : std::vector<graph::ImportCall>());
    }
    return out;
}

std::string errorText(const Verdict& verdict) {
    return verdict.error + ": " + verdict.message;
}

std::string summary(const graph::Snapshot& snapshot, const Explanation& explanation) {
    const std::size_t failing = explanation.count(Outcome::Fails), open = explanation.count(Outcome::Unknown);
    const std::size_t all = explanation.verdicts.size();
    if (failing == 0 && open == 0)
        return "never fails, whichever module is imported first";
    if (failing == 0) {
        const auto loadsOtherwise = [](const Verdict& v) {
            return v.outcome != Outcome::Unknown || v.otherwise == Outcome::Ok;
        };
        return std::string(std::ranges::all_of(explanation.verdicts, loadsOtherwise) ? "no failure found; "
                                                                                     : "") +
               "depends on code that cannot be followed for " + std::to_string(open) + " of " +
               std::to_string(all) + " first imports";
    }
    std::string out = "fails when the first import is ";
    constexpr std::size_t kMostNames = 3;
    std::size_t named = 0;
    for (const Verdict& verdict : explanation.verdicts)
        if (verdict.outcome == Outcome::Fails && named++ < kMostNames)
            out += (named > 1 ? ", " : "") + printable(snapshot[verdict.entry].name);
    if (failing > kMostNames)
        out += " or one of " + std::to_string(failing - kMostNames) + " more";
    return out + " (" + std::to_string(failing) + " of " + std::to_string(all) + " modules)";
}

Json verdictJson(const graph::Snapshot& snapshot, const Verdict& verdict) {
    Json json{{"entry", snapshot[verdict.entry].name}, {"outcome", graph::name(verdict.outcome)}};
    json["error"] = orNull(verdict.error);
    json["message"] = orNull(verdict.message);
    if (verdict.at.valid())
        addPath(json, snapshot.pathOf(verdict.at));
    else
        json["path"] = nullptr;
    json["line"] = verdict.line > 0 ? Json(verdict.line) : Json(nullptr);
    json["name"] = orNull(verdict.name);
    json["module"] = nameOrNull(snapshot, verdict.module);
    json["half_run"] = verdict.halfRun;
    if (verdict.outcome == Outcome::Unknown) {
        Json unknown{{"what", verdict.unknown}, {"otherwise", graph::name(verdict.otherwise)}};
        if (verdict.unknownAt.valid()) {
            addPath(unknown, snapshot.pathOf(verdict.unknownAt));
            unknown["line"] = verdict.unknownLine;
        }
        json["unknown"] = std::move(unknown);
    }
    json["stack"] = Json::array();
    for (const Verdict::Frame& frame : verdict.stack) {
        Json item{{"module", snapshot[frame.module].name}};
        addPath(item, snapshot.pathOf(frame.module));
        item["line"] = frame.line;
        item["function"] = orNull(frame.function);
        json["stack"].push_back(std::move(item));
    }
    return json;
}

Json callsJson(const graph::Snapshot& snapshot, const graph::Tangle& tangle, const Explanation& explanation) {
    Json out = Json::array();
    for (std::size_t i = 0; i < tangle.modules.size(); ++i) {
        Json calls = Json::array();
        for (const graph::ImportCall& call : explanation.calls[i])
            calls.push_back({{"line", call.line}, {"call", call.callee}});
        Json item{{"module", snapshot[tangle.modules[i]].name}};
        addPath(item, snapshot.pathOf(tangle.modules[i]));
        item["calls"] = std::move(calls);
        out.push_back(std::move(item));
    }
    return out;
}

void printExplanation(const graph::Snapshot& snapshot, const graph::Tangle& tangle,
                      const Explanation& explanation) {
    std::vector<std::vector<const Verdict*>> groups;
    for (const Verdict& verdict : explanation.verdicts) {
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& each) { return endAlike(*each.front(), verdict); });
        if (group == groups.end())
            groups.push_back({&verdict});
        else
            group->push_back(&verdict);
    }
    const auto order = [](Outcome outcome) {
        return outcome == Outcome::Fails ? 0 : outcome == Outcome::Unknown ? 1 : 2;
    };
    std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
        return order(a.front()->outcome) < order(b.front()->outcome);
    });
    for (const auto& verdicts : groups)
        printVerdicts(snapshot, verdicts);
    std::printf("  calls while they are imported:\n");
    constexpr std::size_t kMostCalls = 5;
    for (std::size_t i = 0; i < tangle.modules.size(); ++i) {
        const auto& calls = explanation.calls[i];
        std::string text;
        for (std::size_t call = 0; call < std::min(calls.size(), kMostCalls); ++call)
            text += (call > 0 ? ", " : "") + printable(calls[call].callee) + "() in line " +
                    std::to_string(calls[call].line);
        if (calls.size() > kMostCalls)
            text += ", +" + std::to_string(calls.size() - kMostCalls) + " more";
        if (!calls.empty())
            std::printf("    %s: %s\n", printable(snapshot[tangle.modules[i]].name).c_str(), text.c_str());
    }
}

} // namespace espalier::cli
