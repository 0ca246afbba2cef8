#include "graph/history/campaign_past.h"

#include "graph/history/past_files.h"
#include "graph/model/build.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <thread>
#include <unordered_set>

namespace espalier::graph {
namespace {

// What one statement was seen to do, at one commit.
struct Sight {
    Violation::Key key;
    std::uint32_t line = 0;
    std::string text;
    PathClass cls = PathClass::Production;
};

// What was found of one watch at one commit.
struct Found {
    std::vector<Sight> sights; // by place
    std::vector<std::string> canonicalFiles;
};

struct Look {
    std::uint32_t revision = 0;
    std::vector<Found> found;         // by watch
    std::set<std::string> unreadable; // files that do not parse
};

std::vector<std::string> filesOf(const Snapshot& snapshot, const std::vector<DeprecatedTarget>& symbols) {
    std::set<std::string> out;
    for (const Violation& use : violations(snapshot, symbols))
        out.insert(use.key.path);
    return {out.begin(), out.end()};
}

Look lookAt(SnapshotBuilder& builder, const PastFiles& files, const std::vector<Watch>& watches,
            const Config& config, std::uint32_t revision) {
    Look out{revision, {}, {}};
    const SnapshotPtr snapshot = builder.build(files.project(), config);
    for (const Watch& watch : watches) {
        Found& found = out.found.emplace_back();
        for (const Violation& violation : violations(*snapshot, watch.targets)) {
            const facts::ImportStatement& statement = snapshot->importOf(violation.statement);
            found.sights.push_back({violation.key, statement.span.line, statement.text,
                                    (*snapshot)[violation.statement.importer].cls});
        }
        found.canonicalFiles = filesOf(*snapshot, watch.canonical);
    }
    for (const facts::SourceFile& file : snapshot->project.files)
        if (file.facts && file.facts->broken)
            out.unreadable.insert(file.path);
    return out;
}

// From what was seen at each commit to lives and counts, in order of time.
class Biographer {
public:
    Biographer(const Watch& watch, const std::function<Renames(std::uint32_t)>& renames)
        : renames_(renames) {
        past_.watch = watch;
    }

    void add(const Look& look, const Found& found) {
        const std::vector<Sight> sights = withOldOnes(look, found);
        std::multimap<Violation::Key, const Sight*> now = byFirstPath(look, sights);
        settle(look, now);
        count(look, sights, found.canonicalFiles);
        before_ = sights;
    }

    WatchPast finish() {
        for (auto& [key, lives] : lives_)
            for (ViolationLife& life : lives)
                past_.lives.push_back(std::move(life));
        return std::move(past_);
    }

private:
    // A file that does not parse may have lost statements that nobody took out.
    [[nodiscard]] std::vector<Sight> withOldOnes(const Look& look, const Found& found) const {
        std::vector<Sight> out = found.sights;
        std::multiset<Violation::Key> there;
        for (const Sight& sight : out)
            there.insert(sight.key);
        for (const Sight& sight : before_) {
            if (!look.unreadable.contains(sight.key.path))
                continue;
            if (const auto same = there.find(sight.key); same != there.end())
                there.erase(same);
            else
                out.push_back(sight);
        }
        return out;
    }

    std::multimap<Violation::Key, const Sight*> byFirstPath(const Look& look,
                                                            const std::vector<Sight>& sights) {
        followRenames(look, sights);
        std::multimap<Violation::Key, const Sight*> out;
        for (const Sight& sight : sights) {
            Violation::Key key = sight.key;
            if (const auto first = firstPath_.find(key.path); first != firstPath_.end())
                key.path = first->second;
            out.emplace(std::move(key), &sight);
        }
        return out;
    }

    // Only where a file with violations has come while another one went.
    void followRenames(const Look& look, const std::vector<Sight>& sights) {
        std::set<std::string> now, gone;
        for (const Sight& sight : sights)
            now.insert(sight.key.path);
        for (const Sight& sight : before_)
            if (!now.contains(sight.key.path))
                gone.insert(sight.key.path);
        for (const Sight& sight : before_)
            now.erase(sight.key.path);
        if (now.empty() || gone.empty())
            return;
        for (const auto& [old, path] : renames_(look.revision))
            if (gone.contains(old) && now.contains(path)) {
                const auto first = firstPath_.find(old);
                firstPath_[path] = first == firstPath_.end() ? old : first->second;
            }
    }

    void settle(const Look& look, const std::multimap<Violation::Key, const Sight*>& now) {
        std::set<Violation::Key> keys;
        for (const auto& [key, sight] : now)
            keys.insert(key);
        for (auto& [key, lives] : lives_)
            if (!keys.contains(key))
                for (ViolationLife& life : lives)
                    if (life.open())
                        life.spans.back().gone = look.revision;
        for (const Violation::Key& key : keys) {
            const auto [first, last] = now.equal_range(key);
            std::vector<ViolationLife>& lives = lives_[key];
            std::size_t i = 0;
            for (auto sight = first; sight != last; ++sight, ++i)
                live(lives, i, key, *sight->second, look.revision);
            for (; i < lives.size(); ++i)
                if (lives[i].open())
                    lives[i].spans.back().gone = look.revision;
        }
    }

    static void live(std::vector<ViolationLife>& lives, std::size_t i, const Violation::Key& key,
                     const Sight& sight, std::uint32_t revision) {
        if (i == lives.size())
            lives.push_back({key, {}, 0, {}, sight.cls, {{revision, {}}}});
        else if (!lives[i].open())
            lives[i].spans.push_back({revision, {}});
        lives[i].path = sight.key.path;
        lives[i].line = sight.line;
        lives[i].text = sight.text;
        lives[i].cls = sight.cls;
    }

    void count(const Look& look, const std::vector<Sight>& sights,
               const std::vector<std::string>& canonical) {
        WatchCounts counts;
        std::set<std::pair<std::string_view, std::uint32_t>> statements;
        std::set<std::string_view> files;
        for (const Sight& sight : sights) {
            const auto cls = static_cast<std::size_t>(sight.cls);
            if (statements.emplace(sight.key.path, sight.line).second)
                ++counts.statementsByClass[cls];
            if (files.insert(sight.key.path).second)
                ++counts.filesByClass[cls];
        }
        counts.statements = static_cast<std::uint32_t>(statements.size());
        counts.files = static_cast<std::uint32_t>(files.size());
        for (const std::string& path : canonical)
            counts.compliantFiles += files.contains(path) ? 0 : 1;
        if (past_.points.empty() || past_.points.back().counts != counts)
            past_.points.push_back({look.revision, counts});
    }

    const std::function<Renames(std::uint32_t)>& renames_;
    WatchPast past_;
    std::vector<Sight> before_;
    std::map<std::string, std::string> firstPath_;
    std::map<Violation::Key, std::vector<ViolationLife>> lives_;
};

// The commits of one stretch of the line, one after the other.
class Stretch {
public:
    Stretch(const PastInput& input, const std::vector<Watch>& watches, const PastScope& scope)
        : input_(input)
        , watches_(watches)
        , files_(scope) {}

    void run(std::uint32_t begin, std::uint32_t end, const std::function<bool(std::uint32_t)>& next) {
        for (std::uint32_t i = 0; i < end; ++i) {
            const bool matters = files_.apply(input_.timeline.revisions[i]);
            if (i < begin)
                continue;
            if (!next(i))
                return;
            if (matters || i == 0)
                looks.push_back(lookAt(builder_, files_, watches_, input_.config, i));
        }
    }

    std::vector<Look> looks;

private:
    const PastInput& input_;
    const std::vector<Watch>& watches_;
    PastFiles files_;
    SnapshotBuilder builder_; // most commits change a few files
};

} // namespace

std::vector<Watch> watches(const Config& config) {
    std::vector<Watch> out;
    for (const Campaign& campaign : config.campaigns) {
        Watch watch{campaign.name, deprecatedTargets(campaign), {}};
        for (const std::string& text : campaign.canonical) {
            const std::size_t colon = text.find(':');
            watch.canonical.push_back({text.substr(0, colon), text.substr(colon + 1)});
        }
        std::ranges::sort(watch.canonical);
        out.push_back(std::move(watch));
    }
    if (!config.deprecated.empty()) {
        Watch& watch = out.emplace_back(Watch{"deprecated", {}, {}});
        for (const DeprecatedEntry& entry : config.deprecated)
            watch.targets.push_back({entry.module, entry.symbol});
        std::ranges::sort(watch.targets);
        watch.targets.erase(std::unique(watch.targets.begin(), watch.targets.end()), watch.targets.end());
    }
    return out;
}

std::vector<WatchPast> watchPasts(const PastInput& input, const std::atomic<bool>& cancel) {
    const std::vector<Watch> all = watches(input.config);
    std::vector<DeprecatedTarget> targets;
    for (const Watch& watch : all) {
        targets.insert(targets.end(), watch.targets.begin(), watch.targets.end());
        targets.insert(targets.end(), watch.canonical.begin(), watch.canonical.end());
    }
    PastScope scope(targets, input.config);
    if (!scope.read(input.timeline, input.facts, cancel))
        return {};

    const auto revisions = static_cast<std::uint32_t>(input.timeline.revisions.size());
    const unsigned cores =
        input.threads > 0 ? input.threads : std::max(1U, std::thread::hardware_concurrency());
    const std::vector<std::uint32_t> borders = scope.evenly(input.timeline, std::min(cores, 64U));
    std::deque<Stretch> stretches; // they stay in place
    for (std::size_t i = 0; i + 1 < borders.size(); ++i)
        stretches.emplace_back(input, all, scope);
    std::atomic<std::size_t> done = 0;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < stretches.size(); ++i)
            threads.emplace_back([&, i] {
                stretches[i].run(borders[i], borders[i + 1], [&](std::uint32_t) {
                    ++done;
                    return !cancel;
                });
            });
        if (!stretches.empty())
            stretches[0].run(borders[0], borders[1], [&](std::uint32_t) {
                if (input.progress)
                    input.progress(++done, revisions);
                return !cancel;
            });
    }
    if (cancel)
        return {};

    std::vector<WatchPast> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Biographer biographer(all[i], input.renames);
        for (const Stretch& stretch : stretches)
            for (const Look& look : stretch.looks)
                biographer.add(look, look.found[i]);
        out.push_back(biographer.finish());
    }
    return out;
}

} // namespace espalier::graph
