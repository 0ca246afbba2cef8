#include "app/tracker/changes.h"

#include <algorithm>
#include <ranges>

namespace espalier::tracker {
namespace {

constexpr std::uint64_t kMaxFileBytes = 10'000'000;

// The commit since which the file has lacked what is traced: from the newest one back to the first that has
// it. Empty if that is the newest, or there is none. Each version is read once in a row.
std::string lackingSince(const Trace& trace, const source::Repository& repository,
                         const std::vector<std::string>& commits) {
    std::string since;
    std::optional<facts::BlobId> lacking;
    for (const std::string& commit : std::views::reverse(commits)) {
        const auto blob = repository.blobAt(commit, trace.path);
        if (blob && blob != lacking) {
            const source::Content content = repository.read(*blob, kMaxFileBytes);
            if (content.state != source::Content::State::Read)
                continue;
            if (find(trace, content.bytes).holds)
                return since;
            lacking = blob;
        }
        since = commit;
    }
    return {};
}

} // namespace

std::string_view name(Change::What what) {
    switch (what) {
    case Change::What::Same:
        return "same";
    case Change::What::Moved:
        return "moved";
    case Change::What::NoLongerTrue:
        return "no longer true";
    case Change::What::TrueNow:
        return "true now";
    case Change::What::Unknown:
        break;
    }
    return "unknown";
}

std::vector<std::string> commitsBetween(const source::Repository& repository, const std::string& then,
                                        const std::string& now) {
    std::size_t walked = 0;
    const auto line =
        repository.firstParentLine(now, [&](const facts::Commit&) { return ++walked > kMostCommits; });
    if (!line)
        return {};
    std::vector<std::string> out = line->commits;
    // What comes before one that `then` comes after does so, too.
    const auto common = std::ranges::partition_point(
        out, [&](const std::string& commit) { return !repository.reaches(then, commit); });
    if (common == out.end())
        return {};
    out.erase(common + 1, out.end());
    std::ranges::reverse(out);
    return out;
}

Change changeBetween(const Answer& then, const Answer& now, const source::Repository* repository,
                     const std::vector<std::string>& commits) {
    if (then.verdict == Verdict::Unknown || now.verdict == Verdict::Unknown)
        return {then.verdict == now.verdict ? Change::What::Same : Change::What::Unknown, {}, 0};
    const bool sameFile = then.trace && (!now.trace || now.trace->path == then.trace->path);
    if (sameFile && now.line > 0 && then.line > 0 && now.line != then.line && now.verdict != Verdict::False &&
        (then.trace->what == Trace::What::Lines || then.verdict == now.verdict ||
         now.verdict == Verdict::Partly))
        return {Change::What::Moved, {}, now.line};
    if (now.verdict == then.verdict)
        return {};
    if (now.verdict < then.verdict)
        return {Change::What::TrueNow, {}, now.line};
    Change out{Change::What::NoLongerTrue, {}, 0};
    if (then.trace && repository)
        out.commit = lackingSince(*then.trace, *repository, commits);
    return out;
}

std::string lastTouched(const source::Repository& repository, const std::string& path) {
    const auto head = repository.resolve("HEAD");
    if (!head)
        return {};
    const auto newest = repository.blobAt(*head, path);
    if (!newest)
        return {};
    std::string last = *head;
    const auto line = repository.firstParentLine(*head, [&](const facts::Commit& commit) {
        if (repository.blobAt(commit.id, path) != newest)
            return true;
        last = commit.id;
        return false;
    });
    return line ? last : std::string();
}

} // namespace espalier::tracker
