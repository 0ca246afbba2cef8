#include "app/tracker/changes.h"

#include <algorithm>

namespace espalier::tracker {
namespace {

constexpr std::uint64_t kMaxFileBytes = 10'000'000;

// The first commit whose version of the file lacks what is traced. Each version is read once.
std::string firstWithout(const Trace& trace, const source::Repository& repository,
                         const std::vector<std::string>& commits) {
    std::optional<facts::BlobId> before;
    for (const std::string& commit : commits) {
        const auto blob = repository.blobAt(commit, trace.path);
        if (!blob)
            return commit;
        if (blob == before)
            continue;
        before = blob;
        const source::Content content = repository.read(*blob, kMaxFileBytes);
        if (content.state == source::Content::State::Read && !find(trace, content.bytes).holds)
            return commit;
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
    const auto start = repository.commit(then);
    if (!start)
        return {};
    std::size_t walked = 0;
    const auto line = repository.firstParentLine(now, [&](const facts::Commit& commit) {
        return commit.id == then || commit.committed < start->committed || ++walked > kMostCommits;
    });
    if (!line)
        return {};
    std::vector<std::string> out = line->commits;
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
        out.commit = firstWithout(*then.trace, *repository, commits);
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
