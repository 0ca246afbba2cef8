// `espalier verify`: the claims of a tracker, held against the code at its commit and now.
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/progress.h"
#include "app/cli/text.h"
#include "app/project/small_file.h"
#include "app/project/source_files.h"
#include "app/tracker/changes.h"
#include "indexer/source/commit_tree.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <span>

namespace espalier::cli {
namespace {

using tracker::Answer;
using tracker::Change;
using tracker::Claim;
using tracker::Evidence;
using tracker::Verdict;

struct Checked {
    const Claim* claim = nullptr;
    std::optional<Answer> then;
    Answer now;
    Change change;
};

struct Verified {
    tracker::Tracker tracker;
    std::string then, now; // commits; `now` empty: the working tree
    std::vector<Checked> claims;
    bool related = true; // they have commits in common
};

// From the disk, else from the repository, as the tracker's commit has it.
facts::Result<std::string> trackerText(const VerifyRequest& request, const project::Location& location) {
    std::error_code ignored;
    if (std::filesystem::exists(request.tracker, ignored))
        return project::readSmallFile(request.tracker);
    const std::string& revision = !request.request.at.empty() ? request.request.at : request.now;
    const auto tree = source::CommitTree::open(
        {location.root, revision.empty() ? "HEAD" : revision, {}, project::kMaxSmallBytes});
    if (!tree)
        return facts::Error{"there is no such file", request.tracker, {}};
    return project::readSmall(**tree, request.tracker);
}

// The commit that last touched the tracker, if it lies in the repository.
std::string ownCommit(const VerifyRequest& request, const project::Location& location,
                      const source::Repository& repository) {
    std::error_code error;
    if (!std::filesystem::exists(request.tracker, error))
        return tracker::lastTouched(repository, request.tracker);
    const std::filesystem::path path = std::filesystem::canonical(request.tracker, error);
    const auto around = source::Repository::open(error ? location.root : path.parent_path().string());
    if (error || !around)
        return {};
    const std::string commit = tracker::lastTouched(**around, path.filename().string());
    return !commit.empty() && repository.commit(commit) ? commit : "";
}

// `at` empty: the working tree.
facts::Result<std::unique_ptr<tracker::State>>
stateAt(const VerifyRequest& request, const project::Location& location, const std::string& at,
        const std::vector<std::string>& folders, tracker::State::KnownMentions& known) {
    Request asked = request.request;
    asked.at = at;
    auto opened = indexAndOpen(asked, false);
    if (!opened)
        return opened.error();
    auto tree = project::sourceTree((*opened)->project,
                                    {configOf(asked, location).config.exclude, asked.nested, true});
    if (!tree)
        return tree.error();
    return std::make_unique<tracker::State>(std::move(*opened), std::move(*tree), folders, known,
                                            interrupted());
}

facts::Result<Verified> verify(const VerifyRequest& request) {
    const auto location = project::locate(request.request.folder, request.request.store);
    if (!location)
        return location.error();
    const auto text = trackerText(request, *location);
    if (!text)
        return text.error();
    auto tracker = tracker::readTracker(*text);
    if (!tracker)
        return tracker.error();
    Verified out{std::move(*tracker), {}, {}, {}, true};
    const auto repository = source::Repository::open(location->root);
    std::string now = request.now;
    if (repository) {
        if (now.empty() && (*repository)->isBare())
            now = "HEAD";
        out.then =
            request.request.at.empty() ? ownCommit(request, *location, **repository) : request.request.at;
    } else if (!request.request.at.empty() || !now.empty()) {
        return repository.error();
    }
    tracker::State::KnownMentions known;
    const auto nowState = stateAt(request, *location, now, out.tracker.folders, known);
    if (!nowState)
        return nowState.error();
    const facts::ProjectFacts& project = (*nowState)->snapshot().project;
    out.now = project.workingTree ? "" : project.revision;
    facts::Result<std::unique_ptr<tracker::State>> thenState = std::unique_ptr<tracker::State>();
    std::vector<std::string> commits;
    if (!out.then.empty()) {
        thenState = stateAt(request, *location, out.then, out.tracker.folders, known);
        if (!thenState)
            return thenState.error();
        out.then = (*thenState)->snapshot().project.revision;
        commits = tracker::commitsBetween(**repository, out.then, project.revision);
        out.related = !commits.empty();
    }
    ProgressPrinter progress(request.progress);
    for (const Claim& claim : out.tracker.claims) {
        progress.show("claims", out.claims.size(), out.tracker.claims.size(), "claims");
        Checked checked{&claim, {}, {}, {}};
        if (*thenState)
            checked.then = tracker::answer(claim, out.tracker, **thenState);
        checked.now =
            tracker::answer(claim, out.tracker, **nowState, checked.then ? &*checked.then : nullptr);
        if (checked.then)
            checked.change = tracker::changeBetween(*checked.then, checked.now, repository->get(), commits);
        if (interrupted())
            return facts::Error{"interrupted", {}, {}};
        out.claims.push_back(std::move(checked));
    }
    return out;
}

Json evidenceJson(const Evidence& evidence) {
    Json json = Json::object();
    if (evidence.path.empty()) {
        json["text"] = evidence.text;
        return json;
    }
    addPath(json, evidence.path);
    if (evidence.line > 0)
        json["line"] = evidence.line;
    if (!evidence.text.empty())
        json[evidence.line > 0 ? "statement" : "text"] = evidence.text;
    return json;
}

Json answerJson(const Answer& answer) {
    Json json{{"verdict", tracker::name(answer.verdict)}, {"evidence", Json::array()}};
    for (const Evidence& evidence : answer.evidence)
        json["evidence"].push_back(evidenceJson(evidence));
    return json;
}

Json claimJson(const Checked& checked) {
    const Change& change = checked.change;
    return {{"line", checked.claim->line},
            {"text", checked.claim->text},
            {"kind", tracker::name(checked.claim->kind)},
            {"then", checked.then ? answerJson(*checked.then) : Json()},
            {"now", answerJson(checked.now)},
            {"change",
             {{"what", checked.then ? tracker::name(change.what) : tracker::name(Change::What::Unknown)},
              {"commit", change.commit.empty() ? Json() : Json(change.commit)},
              {"line", change.line > 0 ? Json(change.line) : Json()}}}};
}

std::string changeText(const Checked& checked) {
    const Change& change = checked.change;
    if (!checked.then || change.what == Change::What::Same || change.what == Change::What::Unknown)
        return "";
    if (change.what == Change::What::Moved)
        return ": moved to line " + std::to_string(change.line);
    return ": " + std::string(tracker::name(change.what)) +
           (change.commit.empty() ? "" : " (changed in commit " + change.commit.substr(0, 10) + ")");
}

void printEvidence(const std::vector<Evidence>& evidence) {
    for (const Evidence& one : evidence) {
        const std::string place = one.path + (one.line > 0 ? ":" + std::to_string(one.line) : "");
        std::printf("      %s%s%s\n", printable(place).c_str(), place.empty() || one.text.empty() ? "" : "  ",
                    printable(one.text).c_str());
    }
}

bool sameAnswer(const Answer& a, const Answer& b) {
    return a.verdict == b.verdict &&
           std::ranges::equal(a.evidence, b.evidence, [](const Evidence& x, const Evidence& y) {
               return x.path == y.path && x.line == y.line && x.text == y.text;
           });
}

void printAnswers(const Checked& checked) {
    const std::string now(tracker::name(checked.now.verdict));
    if (checked.then && sameAnswer(*checked.then, checked.now)) {
        std::printf("    then and now: %s%s\n", now.c_str(), changeText(checked).c_str());
    } else {
        if (checked.then) {
            std::printf("    then: %s\n", std::string(tracker::name(checked.then->verdict)).c_str());
            printEvidence(checked.then->evidence);
        }
        std::printf("    now: %s%s\n", now.c_str(), changeText(checked).c_str());
    }
    printEvidence(checked.now.evidence);
}

// Trackers say the same thing again and again; `before` are the claims that were printed.
void printClaim(const Checked& checked, std::span<const Checked> before) {
    std::printf("\nline %u  %s: %s\n", checked.claim->line,
                std::string(tracker::name(checked.claim->kind)).c_str(),
                printable(checked.claim->text).c_str());
    const auto same = std::ranges::find_if(before, [&](const Checked& other) {
        return other.claim->kind == checked.claim->kind && checked.now.evidence.size() > 1 &&
               other.then.has_value() == checked.then.has_value() && sameAnswer(other.now, checked.now) &&
               (!other.then || sameAnswer(*other.then, *checked.then));
    });
    if (same == before.end())
        return printAnswers(checked);
    std::printf("    %s%s%s%s; see line %u\n", checked.then ? "then: " : "",
                checked.then ? std::string(tracker::name(checked.then->verdict)).c_str() : "",
                checked.then ? ", now: " : "now: ",
                (std::string(tracker::name(checked.now.verdict)) + changeText(checked)).c_str(),
                same->claim->line);
}

std::string countsText(const std::vector<Checked>& claims, bool then) {
    std::array<std::size_t, 4> counts{};
    for (const Checked& checked : claims)
        if (!then || checked.then)
            ++counts.at(static_cast<std::size_t>(then ? checked.then->verdict : checked.now.verdict));
    std::string out;
    for (std::size_t i = 0; i < counts.size(); ++i)
        out += (i == 0 ? "" : ", ") + thousands(counts.at(i)) + ' ' +
               std::string(tracker::name(static_cast<Verdict>(i)));
    return out;
}

void printText(const VerifyRequest& request, const Verified& verified) {
    std::printf("%s: %s\n", printable(request.tracker).c_str(),
                counted(verified.claims.size(), "claim").c_str());
    if (verified.then.empty())
        std::printf("  then: not known; --at says which commit it is about\n");
    else
        std::printf("  then, in %s: %s\n", verified.then.substr(0, 10).c_str(),
                    countsText(verified.claims, true).c_str());
    std::printf("  now, in %s: %s\n",
                verified.now.empty() ? "the working tree" : verified.now.substr(0, 10).c_str(),
                countsText(verified.claims, false).c_str());
    if (!verified.related)
        std::printf("  no commit was found that both come from: none is named that changed something\n");
    const std::span<const Checked> claims = verified.claims;
    for (std::size_t i = 0; i < claims.size(); ++i)
        printClaim(claims[i], claims.first(i));
}

} // namespace

int verifyCommand(const VerifyRequest& request) {
    const auto verified = verify(request);
    if (!verified)
        return fail(verified.error());
    if (request.request.format == Format::Text) {
        printText(request, *verified);
        return 0;
    }
    JsonPrinter printer;
    printer.field("tracker", request.tracker);
    printer.field("then_commit", verified->then.empty() ? Json() : Json(verified->then));
    printer.field("now_commit", verified->now.empty() ? Json() : Json(verified->now));
    printer.list("claims", verified->claims, claimJson);
    return 0;
}

} // namespace espalier::cli
