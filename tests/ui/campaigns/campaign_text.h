// A small migration for tests: five commits, a day each.
#pragma once

#include "graph/history/line.h"
#include "ui/campaigns/campaign_past.h"

namespace espalier::test {

// p.old is imported by a.py and tests/test_b.py, then by a.py alone, then by nobody, then again by a.py, to
// stay. The baseline is the first commit, the target no file, and the second commit is v1.
inline ui::CampaignPastPtr smallCampaign() {
    const std::string base = "== p/__init__.py\n== p/old.py\nx = 1\n";
    const std::string bad = "import p.old\n", good = "import p\n";
    Line line;
    for (const auto& [a, b] : {std::pair(bad, bad), {bad, good}, {good, good}, {bad, good}, {bad, good}})
        line.add(base + "== a.py\n" + a + "== tests/test_b.py\n" + b);
    graph::Config config;
    config.sourceRoots = {"."};
    graph::Campaign campaign;
    campaign.name = "no-old";
    campaign.title = "Away from p.old";
    campaign.priority = "P0";
    campaign.deprecated = {"p.old"};
    campaign.target.violatingFiles = 0;
    campaign.phases.push_back({"tests first", {}, false});
    config.campaigns.push_back(campaign);
    auto out = std::make_shared<ui::CampaignPast>();
    out->entries.resize(1);
    ui::CampaignPast::Entry& entry = out->entries[0];
    entry.campaign = campaign;
    entry.configured = true;
    entry.past = line.pasts(config)[0];
    entry.baseline = "v0";
    entry.baselinePlace = 0;
    entry.report = graph::campaignReport(
        {line.timeline, entry.past, campaign, 0, config.sourceRoots, graph::Owners(), {}});
    out->line = ui::makeCommitLine(std::move(line.timeline), {{"v1", "1"}});
    return out;
}

} // namespace espalier::test
