#include "graph/history/phases.h"

#include <algorithm>
#include <set>

namespace espalier::graph {
namespace {

using Since = std::optional<std::uint32_t>; // the revision from which something holds until the end

constexpr std::int64_t kDay = 24 * 60 * 60;

// The later of both; none if one of them does not hold.
Since both(Since a, Since b) {
    return a && b ? Since(std::max(*a, *b)) : std::nullopt;
}

template <class Holds>
Since sinceCounts(const WatchPast& past, const Holds& holds) {
    Since out;
    for (auto point = past.points.rbegin(); point != past.points.rend() && holds(point->counts); ++point)
        out = point->revision;
    return out;
}

// No violation is left of those that `matters` picks.
template <class Matters>
Since sinceLives(const WatchPast& past, const Matters& matters) {
    std::uint32_t last = 0;
    for (const ViolationLife& life : past.lives) {
        if (!matters(life))
            continue;
        if (life.open())
            return std::nullopt;
        last = std::max(last, *life.spans.back().gone);
    }
    return last;
}

// Since when a module has no file; none if it has one, or never had any.
Since sinceGone(const facts::Timeline& timeline, const std::string& module,
                const std::vector<std::string>& sourceRoots) {
    std::string place = module;
    std::ranges::replace(place, '.', '/');
    const auto isOf = [&](std::string_view path) {
        path = belowRoot(path, sourceRoots);
        return path.starts_with(place) && (path.substr(place.size()) == ".py" ||
                                           (path.size() > place.size() && path[place.size()] == '/'));
    };
    std::set<std::string, std::less<>> files;
    Since gone;
    for (std::size_t i = 0; i < timeline.revisions.size(); ++i) {
        const facts::Revision& revision = timeline.revisions[i];
        const bool was = !files.empty();
        if (revision.whole)
            files.clear();
        for (const std::string& path : revision.gone)
            files.erase(path);
        for (const facts::TreeFile& file : revision.present)
            if (file.kind == facts::FileKind::Python && isOf(file.path))
                files.insert(file.path);
        if (was && files.empty())
            gone = static_cast<std::uint32_t>(i);
        else if (!files.empty())
            gone.reset();
    }
    return gone;
}

class Judge {
public:
    Judge(const facts::Timeline& timeline, const WatchPast& past, const Campaign::Target& target,
          const std::vector<std::string>& sourceRoots)
        : timeline_(timeline)
        , past_(past)
        , target_(target) {
        for (const DeprecatedTarget& one : past.watch.targets)
            if (one.symbol.empty())
                modules_.emplace_back(one.module, sinceGone(timeline, one.module, sourceRoots));
    }

    [[nodiscard]] Since since(Phase::Condition condition) const {
        using Condition = Phase::Condition;
        switch (condition) {
        case Condition::NoViolations:
            return sinceCounts(past_, [](const WatchCounts& counts) { return counts.files == 0; });
        case Condition::NoProductionViolations:
            return sinceCounts(past_, noneInProduction);
        case Condition::TargetMet:
            return sinceCounts(past_, [&](const WatchCounts& counts) { return meets(target_, counts); });
        case Condition::NoImporters:
            return modules_.empty() ? std::nullopt : sinceLives(past_, [](const ViolationLife& life) {
                return life.key.target.find(':') == std::string::npos;
            });
        case Condition::ModuleGone:
            return modulesGone();
        case Condition::NoGhosts:
            return noGhosts();
        case Condition::Stable:
            return stable();
        }
        return std::nullopt;
    }

private:
    static bool noneInProduction(const WatchCounts& counts) {
        return counts.filesByClass[static_cast<std::size_t>(PathClass::Production)] == 0;
    }

    [[nodiscard]] Since modulesGone() const {
        Since out = modules_.empty() ? std::nullopt : Since(0);
        for (const auto& [module, gone] : modules_)
            out = both(out, gone);
        return out;
    }

    [[nodiscard]] Since noGhosts() const {
        Since out = modules_.empty() ? std::nullopt : Since(0);
        for (const auto& [module, gone] : modules_)
            if (gone)
                out = both(out, both(gone, sinceLives(past_, [&](const ViolationLife& life) {
                                         return life.key.target == module;
                                     })));
        return out;
    }

    [[nodiscard]] Since stable() const {
        const Since clean = sinceCounts(past_, noneInProduction);
        if (!clean)
            return std::nullopt;
        const auto timeOf = [&](std::uint32_t i) { return timeline_.revisions[i].commit.committed; };
        std::int64_t quiet = timeOf(*clean);
        for (const ViolationLife& life : past_.lives)
            for (std::size_t i = 1; i < life.spans.size(); ++i)
                if (life.spans[i].first > *clean)
                    quiet = std::max(quiet, timeOf(life.spans[i].first));
        for (auto i = *clean; i < timeline_.revisions.size(); ++i)
            if (timeOf(i) >= quiet + kStableDays * kDay)
                return i;
        return std::nullopt;
    }

    const facts::Timeline& timeline_;
    const WatchPast& past_;
    const Campaign::Target& target_;
    std::vector<std::pair<std::string, Since>>
        modules_; // deprecated as a whole, and since when they are gone
};

} // namespace

std::string_view belowRoot(std::string_view path, const std::vector<std::string>& sourceRoots) {
    std::size_t cut = 0;
    for (std::string_view root : sourceRoots) {
        while (root.ends_with('/'))
            root.remove_suffix(1);
        if (root.size() >= cut && path.size() > root.size() && path.starts_with(root) &&
            path[root.size()] == '/')
            cut = root.size() + 1;
    }
    return path.substr(cut);
}

bool meets(const Campaign::Target& target, const WatchCounts& counts) {
    const bool filesMatter = target.violatingFiles || !target.compliance;
    return (!filesMatter || counts.files <= target.violatingFiles.value_or(0)) &&
           (!target.compliance || counts.compliance() >= *target.compliance);
}

bool aliveAt(const ViolationLife& life, std::uint32_t revision) {
    return std::ranges::any_of(life.spans, [&](const ViolationLife::Span& span) {
        return span.first <= revision && (!span.gone || *span.gone > revision);
    });
}

std::vector<PhaseState> phaseStates(const facts::Timeline& timeline, const WatchPast& past,
                                    const Campaign& campaign, const std::vector<std::string>& sourceRoots) {
    const Judge judge(timeline, past, campaign.target, sourceRoots);
    std::vector<PhaseState> out;
    for (const Phase& phase : campaign.phases) {
        PhaseState state{phase, phase.done, phase.done || phase.when.empty(), {}};
        if (!phase.when.empty()) {
            Since since = 0;
            for (const Phase::Condition condition : phase.when)
                since = both(since, judge.since(condition));
            state.since = since;
            state.done |= since.has_value();
            state.byHand = phase.done && !since;
        }
        out.push_back(std::move(state));
    }
    return out;
}

} // namespace espalier::graph
