// What a campaign's report says of small histories: phases, deadline, shares, owners.
#include "graph/history/campaign_report.h"
#include "graph/history/line.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

using Condition = graph::Phase::Condition;

graph::Config config() {
    graph::Config out;
    out.sourceRoots = {"."};
    graph::Campaign one;
    one.name = "one";
    one.deprecated = {"p.old"};
    for (const char* name : {"audit", "remediate", "stabilise", "remove"})
        one.phases.push_back({name, graph::usualConditions(name), false});
    one.phases.push_back({"all", {Condition::NoViolations, Condition::NoImporters}, false});
    one.phases.push_back({"said", {}, true});
    out.campaigns.push_back(std::move(one));
    return out;
}

struct Told {
    graph::WatchPast past;
    graph::CampaignReport report;
};

Told tell(const Line& line, const graph::Config& config, std::optional<std::uint32_t> baseline = 0,
          const graph::Owners& owners = {}) {
    Told out{line.pasts(config)[0], {}};
    out.report = graph::campaignReport(
        {line.timeline, out.past, config.campaigns[0], baseline, config.sourceRoots, owners, {}});
    return out;
}

// "name+12" for done since revision 12, "name-" for open
QString phases(const Line& line, const graph::Config& settings) {
    const Told told = tell(line, settings);
    QStringList out;
    for (const graph::PhaseState& state : told.report.phases)
        out << QString::fromStdString(state.phase.name) + (state.done ? '+' : '-') +
                   (state.since ? QString::number(*state.since) : "") + (state.byHand ? " by hand" : "");
    return out.join(", ");
}

QString shares(const graph::Split& split) {
    QStringList out;
    for (const graph::Share& share : split.shares)
        out << QString("%1 %2/%3 of %4")
                   .arg(QString::fromStdString(share.name))
                   .arg(share.files)
                   .arg(share.statements)
                   .arg(share.baselineFiles);
    if (split.others > 0)
        out << QString("+%1 %2/%3").arg(split.others).arg(split.rest.files).arg(split.rest.statements);
    return out.join(", ");
}

constexpr const char* kBase = "== p/__init__.py\n== p/old.py\nx = 1\n== a.py\n";

} // namespace

class CampaignReportTest : public QObject {
    Q_OBJECT
private slots:
    void phasesTickThemselves() {
        const std::string base = kBase, test = "== tests/test_a.py\n", use = "import p.old\n";
        Line line;
        line.add(base + use + test + use); // 0
        line.add(base + test + use);       // 1: production is clean
        QCOMPARE(phases(line, config()),
                 "audit- by hand, remediate+1, stabilise-, remove-, all-, said+ by hand");
        for (int day = 2; day < 10; ++day)
            line.add(base + test + use);
        line.add(base + test);       // 10: so are tests
        line.add(base + test + use); // 11: back again
        line.add(base + test);       // 12
        for (int day = 13; day < 41; ++day)
            line.add(base + test);
        QCOMPARE(phases(line, config()),
                 "audit- by hand, remediate+1, stabilise-, remove-, all+12, said+ by hand");
        line.add(base + test); // 41: 30 days after what came back
        line.add("== p/__init__.py\n== a.py\n" + test);
        QCOMPARE(phases(line, config()),
                 "audit- by hand, remediate+1, stabilise+41, remove+42, all+12, said+ by hand");
        line.add("== p/__init__.py\n== a.py\n" + test + use); // a ghost
        QCOMPARE(phases(line, config()),
                 "audit- by hand, remediate+1, stabilise-, remove-, all-, said+ by hand");
        line.add(base + use);
        QCOMPARE(phases(line, config()),
                 "audit- by hand, remediate-, stabilise-, remove-, all-, said+ by hand");
    }

    // A misspelt module is not a removed one.
    void whatNeverWasIsNotGone() {
        Line line;
        line.add(kBase);
        graph::Config settings = config();
        settings.campaigns[0].deprecated = {"p.olds"};
        QVERIFY(phases(line, settings).contains("remove-"));
        settings.campaigns[0].deprecated = {"p.old:x"}; // a name of a module that stays
        QVERIFY(phases(line, settings).contains("remove-"));
        settings.campaigns[0].deprecated = {"p"}; // a package goes with its last file
        line.add("== a.py\n");
        QVERIFY(phases(line, settings).contains("remove+1"));
        settings.sourceRoots = {"src", "."};
        line.add("== src/p/q.py\n");
        QVERIFY(phases(line, settings).contains("remove-"));
    }

    void targets() {
        Line line;
        line.add("== new.py\nx = 1\n== p/__init__.py\n== p/old.py\nx = 1\n== a.py\nfrom new import x\n"
                 "== b.py\nfrom p.old import x\n");
        graph::Config settings = config();
        graph::Campaign& campaign = settings.campaigns[0];
        campaign.canonical = {"new:x"};
        campaign.phases = {{"close", {Condition::TargetMet}, false}};
        const auto met = [&](std::optional<std::uint32_t> files, std::optional<double> compliance) {
            campaign.target.violatingFiles = files;
            campaign.target.compliance = compliance;
            const graph::CampaignReport report = tell(line, settings).report;
            return report.status.targetMet && report.phases[0].done;
        };
        QVERIFY(!met({}, {}));
        QVERIFY(!met(0, {}));
        QVERIFY(met(1, {}));
        QVERIFY(met({}, 0.5));
        QVERIFY(!met({}, 0.6));
        QVERIFY(!met(1, 0.6));
        QVERIFY(met(1, 0.5));
    }

    void deadline() {
        const auto at = [](int days, int perDay, const char* by, std::uint32_t target) {
            Line line;
            for (int day = 0; day < days; ++day) {
                std::string text = "== p/old.py\n";
                for (int file = 0; file < 20 + perDay * day; ++file)
                    text += "== f" + std::to_string(file) + ".py\nimport p.old\n";
                line.add(text);
            }
            graph::Config settings = config();
            settings.campaigns[0].target = {target, {}, by};
            return QString::fromUtf8(graph::name(tell(line, settings).report.status.deadline).data());
        };
        // Two a day: none is left on 1970-01-11.
        QCOMPARE(at(8, -2, "", 0), "none");
        QCOMPARE(at(8, -2, "1970-01-11", 0), "on time");
        QCOMPARE(at(8, -2, "1970-01-09", 0), "late");
        QCOMPARE(at(8, -2, "1970-01-07", 0), "missed");
        QCOMPARE(at(8, -2, "1970-01-08", 0), "late"); // the day is not over
        QCOMPARE(at(8, -2, "1970-01-07", 6), "reached");
        QCOMPARE(at(8, +1, "1999-01-01", 0), "late");
        QCOMPARE(at(2, -2, "1999-01-01", 0), "unknown");
        QCOMPARE(at(8, -2, "1970-02-30", 0), "none"); // no day
    }

    void lastWeek() {
        const std::string base = kBase, use = "import p.old\n";
        Line line;
        line.add(base + use);
        for (int day = 1; day < 10; ++day)
            line.add(base);
        line.add(base + use); // 10
        line.add(base + use + "== b.py\n" + use);
        const auto moves = tell(line, config()).report.status.lastWeek;
        QCOMPARE(moves.fresh, 1U);
        QCOMPARE(moves.back, 1U);
        QCOMPARE(moves.fixed, 0U);
        for (int day = 12; day < 17; ++day)
            line.add(base);
        const graph::CampaignStatus status = tell(line, config()).report.status;
        QCOMPARE(status.lastWeek.fixed, 2U);
        QCOMPARE(status.lastWeek.back, 1U);
        QCOMPARE(status.regressions, 1U);
    }

    void sharesAndRanks() {
        Line line;
        line.add(
            "== p/old.py\n== shop/web/a.py\nimport p.old\n== shop/web/b.py\nimport p.old\n"
            "== shop/cart/c.py\nimport p.old\n== tests/test_d.py\nimport p.old\n== e.py\nimport p.old\n");
        line.add("== p/old.py\n== shop/web/a.py\nimport p.old\nfrom p.old import x\n== shop/web/b.py\n"
                 "== shop/cart/c.py\n== tests/test_d.py\nimport p.old\n== e.py\nimport p.old\n");
        const graph::Owners owners("* @all\n/shop/ @web @more\n/shop/cart/\n");
        const Told told = tell(line, config(), 0, owners);
        QCOMPARE(shares(told.report.byPackage),
                 "shop.web 1/2 of 2, (top level) 1/1 of 1, tests 1/1 of 1, shop.cart 0/0 of 1");
        QCOMPARE(shares(told.report.byOwner),
                 "@all 2/2 of 2, @more 1/2 of 2, @web 1/2 of 2, no owner 0/0 of 1");
        QCOMPARE(told.report.open.size(), 4U);
        QCOMPARE(told.report.open[1].life->path, std::string("shop/web/a.py"));
        QCOMPARE(told.report.open[3].rank, graph::Rank::Support);
        QCOMPARE(told.report.filesByRank[1], 2U);
        QCOMPARE(told.report.filesByRank[2], 1U);
        QCOMPARE(told.report.fixed.size(), 2U);
        QCOMPARE(told.report.fixed[0]->path, std::string("shop/cart/c.py"));
    }

    void manyPackages() {
        std::string text = "== p/old.py\n";
        for (int i = 0; i < 20; ++i)
            text += "== d" + std::to_string(i) + "/x.py\nimport p.old\n";
        Line line;
        line.add(text);
        const graph::Split split = tell(line, config(), {}).report.byPackage;
        QCOMPARE(split.shares.size(), graph::kMostShares);
        QCOMPARE(split.others, 8U);
        QCOMPARE(split.rest.files, 8U);
    }

    void owners_data() {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* rules, const char* path, const char* expected) {
            QTest::addRow("%s | %s", rules, path) << rules << path << expected;
        };
        // The examples of the host's documentation.
        const char* all =
            "* @g1 @g2\n*.js @js #comment\n*.go docs@example.com\n/build/logs/ @doctocat\n"
            "docs/* me@example.com\napps/ @octocat\n/docs/ @doc\n/scripts/ @s1 @s2\n**/logs @logs\n"
            "/apps2/ @two\n/apps2/github\n";
        row(all, "x/y.txt", "@g1 @g2");
        row(all, "x/y.js", "@js");
        row(all, "build/logs/a/b", "@logs");
        row(all, "deeply/nested/logs/a", "@logs");
        row(all, "x/apps/y/z.js", "@octocat");
        row(all, "docs/a/b", "@doc");
        row(all, "apps2/a", "@two");
        row(all, "apps2/github/a", "");
        row("docs/* @d\n", "docs/a.md", "@d");
        row("docs/* @d\n", "docs/build/a.md", ""); // not further down
        row("docs/* @d\n", "x/docs/a.md", "");     // begins at the top
        row("docs @d\n", "x/docs/a/b", "@d");
        row("/docs @d\n", "x/docs/a", "");
        row("/docs @d\n", "docs/a", "@d");
        row("src/a.py @d\n", "src/a.py", "@d");
        row("src/**/a.py @d\n", "src/x/y/a.py", "@d");
        row("my\\ dir/ @d\n", "x/my dir/a", "@d");
        row("\\#a @d\n", "#a", "@d");
        row("!a @d\n[ab] @e\n[Section]\n", "a", "");
        row("a/ @d\n", "a", ""); // a file is no folder
        row("\xef\xbb\xbf* @d\r\n", "a", "@d");
        row("# * @d\n\n   \n", "a", "");
    }
    void owners() {
        QFETCH(QString, rules);
        QFETCH(QString, path);
        QStringList found;
        for (const std::string& owner : graph::Owners(rules.toStdString()).of(path.toStdString()))
            found << QString::fromStdString(owner);
        QTEST(found.join(' '), "expected");
    }

    void ownersOfAFolder() {
        const graph::Owners owners("/service/shop/ @s\n", "service/");
        QCOMPARE(owners.of("shop/a.py").size(), 1U);
        QCOMPARE(owners.of("a.py").size(), 0U);
    }
};

QTEST_GUILESS_MAIN(CampaignReportTest)
#include "campaign_report_test.moc"
