// `espalier tracker`: a campaign as a Markdown file that people can go on writing in.
#include "app/cli/asked_past.h"
#include "app/cli/text.h"
#include "app/project/campaign_view.h"
#include "app/project/small_file.h"
#include "app/project/source_files.h"
#include "app/tracker/answer_parts.h"
#include "app/tracker/write_tracker.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

namespace espalier::cli {
namespace {

using tracker::State;
using tracker::TrackedTarget;

// As messages of warnings name a replacement: "a.b.C" is "a.b:C" if there is no such module.
std::string symbolOf(const graph::Snapshot& snapshot, std::string replacement) {
    const std::size_t dot = replacement.rfind('.');
    if (replacement.find(':') == std::string::npos && dot != std::string::npos && !snapshot.find(replacement))
        replacement[dot] = ':';
    return replacement;
}

TrackedTarget targetOf(const State& state, const graph::DeprecatedTarget& target) {
    const graph::Snapshot& snapshot = state.snapshot();
    TrackedTarget out;
    out.text = target.text();
    const auto module = snapshot.find(target.module);
    out.exists =
        module && snapshot[*module].kind != graph::ModuleKind::Ghost &&
        (target.symbol.empty() || tracker::bound(snapshot, *module, target.symbol) != tracker::Bound::No);
    for (const graph::Deprecation& deprecation : snapshot.deprecations)
        if (module && deprecation.module == *module && deprecation.symbol == target.symbol) {
            if (out.replacement.empty())
                out.replacement = symbolOf(snapshot, deprecation.replacement);
            if (out.removal.empty())
                out.removal = deprecation.removal;
        }
    if (module && target.symbol.empty()) {
        std::set<std::string> files;
        for (const State::Place& place : state.importers(target.module)) {
            ++out.statements;
            files.insert(place.path);
        }
        out.files = files.size();
        out.counted = true;
    }
    return out;
}

// Whether `espalier verify` would find it wrong to ask for this.
bool works(State& state, const std::string& statement) {
    const auto asked = tracker::readTracker("use `" + statement + '`');
    return asked && std::ranges::all_of(asked->claims, [&](const tracker::Claim& claim) {
               return tracker::answer(claim, *asked, state).verdict != tracker::Verdict::False;
           });
}

// Where the file is, or standard output.
facts::Status write(const TrackerRequest& request, const tracker::TrackerInput& input) {
    if (request.output.empty()) {
        const std::string text = tracker::newTracker(input);
        std::fwrite(text.data(), 1, text.size(), stdout);
        return facts::Done{};
    }
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(request.output, error)))
        return project::writeSmallFile(request.output, nullptr, tracker::newTracker(input));
    const auto before = project::readSmallFile(request.output);
    if (!before)
        return before.error();
    const auto updated = tracker::updatedTracker(input, *before);
    if (!updated)
        return facts::Error{updated.error().what, request.output, "nothing was written"};
    std::string missing;
    for (const tracker::Section section : updated->missing)
        missing += (missing.empty() ? "" : ", ") + std::string(tracker::name(section));
    if (!missing.empty())
        std::fprintf(stderr, "espalier: without marks, and left out: %s\n", missing.c_str());
    return updated->text == *before ? facts::Status(facts::Done{})
                                    : project::writeSmallFile(request.output, &*before, updated->text);
}

} // namespace

int trackerCommand(const TrackerRequest& request) {
    const auto asked = openAskedPast(request.request, request.campaign);
    if (!asked)
        return fail(asked.error());
    const auto& revisions = asked->past.timeline.revisions;
    if (revisions.empty())
        return fail({"there is no commit", asked->location.root, {}});
    const auto snapshot = openLast(*asked);
    if (!snapshot)
        return fail(snapshot.error());
    auto tree = project::sourceTree((*snapshot)->project, {asked->past.config.exclude, false, true});
    if (!tree)
        return fail(tree.error());
    const graph::WatchPast& past = *asked->watches.front();
    const graph::Owners owners = project::ownersAt(asked->location, revisions.back().commit.id);
    const auto view = project::campaignView(asked->location, asked->past, past, owners, snapshot->get());
    if (!view)
        return fail(view.error());
    State::KnownMentions known;
    State state(*snapshot, std::move(*tree), {}, known, interrupted());
    tracker::TrackerInput input{view->campaign, asked->past.timeline, view->report, view->baseline, {}, {}};
    for (const graph::DeprecatedTarget& target : past.watch.targets)
        input.targets.push_back(targetOf(state, target));
    input.works = [&](const std::string& statement) { return works(state, statement); };
    const auto status = write(request, input);
    return status ? 0 : fail(status.error());
}

} // namespace espalier::cli
