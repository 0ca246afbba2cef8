#include "graph/history/campaign_report.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace espalier::graph {
namespace {

constexpr std::size_t kDeepest = 8; // parts of a package's name

// The package that a file lies in, of at most so many parts.
std::string packageOf(std::string_view path, const std::vector<std::string>& roots, std::size_t depth) {
    path = belowRoot(path, roots);
    std::string out;
    for (; depth > 0; --depth) {
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos)
            break;
        out += (out.empty() ? "" : ".") + std::string(path.substr(0, slash));
        path.remove_prefix(slash + 1);
    }
    return out.empty() ? "(top level)" : out;
}

class Splitter {
public:
    // `then`: the baseline.
    Splitter(const WatchPast& past, std::optional<std::uint32_t> then) {
        for (const ViolationLife& life : past.lives) {
            const bool before = then && aliveAt(life, *then);
            if (life.open() || before)
                lives_.push_back({&life, before});
        }
    }

    // `names`: what a path counts for.
    [[nodiscard]] std::vector<Share>
    shares(const std::function<std::vector<std::string>(const std::string&)>& names) const {
        struct Seen {
            std::set<std::string_view> files, filesThen;
            std::set<std::pair<std::string_view, std::uint32_t>> statements;
        };
        std::map<std::string, Seen> byName;
        for (const auto& [life, before] : lives_)
            for (const std::string& name : names(life->path)) {
                Seen& seen = byName[name];
                if (before)
                    seen.filesThen.insert(life->path);
                if (life->open()) {
                    seen.files.insert(life->path);
                    seen.statements.emplace(life->path, life->line);
                }
            }
        std::vector<Share> out;
        for (const auto& [name, seen] : byName)
            out.push_back({name, static_cast<std::uint32_t>(seen.files.size()),
                           static_cast<std::uint32_t>(seen.statements.size()),
                           static_cast<std::uint32_t>(seen.filesThen.size())});
        std::ranges::stable_sort(out, [](const Share& a, const Share& b) {
            return std::tie(a.files, a.baselineFiles) > std::tie(b.files, b.baselineFiles);
        });
        return out;
    }

private:
    std::vector<std::pair<const ViolationLife*, bool>> lives_; // now or at the baseline; whether at that
};

Split cut(std::vector<Share> shares) {
    Split out{std::move(shares), {"", 0, 0, 0}, 0};
    while (out.shares.size() > kMostShares) {
        const Share& last = out.shares.back();
        out.rest.files += last.files;
        out.rest.statements += last.statements;
        out.rest.baselineFiles += last.baselineFiles;
        ++out.others;
        out.shares.pop_back();
    }
    return out;
}

Split byPackage(const Splitter& splitter, const std::vector<std::string>& roots) {
    std::vector<Share> best;
    for (std::size_t depth = 1; depth <= kDeepest; ++depth) {
        auto shares = splitter.shares(
            [&](const std::string& path) { return std::vector<std::string>{packageOf(path, roots, depth)}; });
        if (depth > 1 && shares.size() > kMostShares)
            break;
        best = std::move(shares);
        if (best.size() > kMostShares)
            break;
    }
    return cut(std::move(best));
}

Split byOwner(const Splitter& splitter, const Owners& owners) {
    if (owners.empty())
        return {};
    return cut(splitter.shares([&](const std::string& path) {
        auto names = owners.of(path);
        return names.empty() ? std::vector<std::string>{"no owner"} : names;
    }));
}

void addLives(const ReportInput& input, CampaignReport& out) {
    const auto later = [&](std::uint32_t revision) { return !input.baseline || revision > *input.baseline; };
    for (const ViolationLife& life : input.past.lives) {
        if (life.open()) {
            const Rank rank = input.rank ? input.rank(life) : rankOf(life.cls);
            out.open.push_back({&life, rank, input.owners.of(life.path)});
        } else if (later(*life.spans.back().gone)) {
            out.fixed.push_back(&life);
        }
        if (life.spans.size() > 1 && later(life.spans.back().first))
            out.back.push_back(&life);
    }
    std::ranges::stable_sort(out.open, [](const OpenViolation& a, const OpenViolation& b) {
        return std::tie(a.rank, a.life->path, a.life->line) < std::tie(b.rank, b.life->path, b.life->line);
    });
    std::ranges::stable_sort(out.fixed, [](const ViolationLife* a, const ViolationLife* b) {
        return std::tuple(*b->spans.back().gone, std::string_view(a->path), a->line) <
               std::tuple(*a->spans.back().gone, std::string_view(b->path), b->line);
    });
    std::ranges::stable_sort(out.back, [](const ViolationLife* a, const ViolationLife* b) {
        return std::tuple(b->spans.back().first, std::string_view(a->path), a->line) <
               std::tuple(a->spans.back().first, std::string_view(b->path), b->line);
    });
    std::set<std::string_view> files;
    for (const OpenViolation& one : out.open) // the highest rank comes first
        if (files.insert(one.life->path).second)
            ++out.filesByRank[static_cast<std::size_t>(one.rank)];
}

} // namespace

CampaignReport campaignReport(const ReportInput& input) {
    CampaignReport out;
    out.status = campaignStatus(input.timeline, input.past, input.baseline, input.campaign.target);
    out.phases = phaseStates(input.timeline, input.past, input.campaign, input.sourceRoots);
    addLives(input, out);
    const Splitter splitter(input.past, input.baseline);
    out.byPackage = byPackage(splitter, input.sourceRoots);
    out.byOwner = byOwner(splitter, input.owners);
    return out;
}

} // namespace espalier::graph
