// Campaigns edited in the text of a configuration: what is wanted is read back, and nothing else has changed.
#include "app/project/campaign_edit.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace espalier;

namespace {

constexpr const char* kText = "# mine\n"
                              "baseline = \"v1\"   # all of it\n"
                              "\n"
                              "[[campaign]]  # the first\n"
                              "# what for\n"
                              "name = \"one\"   # its name\n"
                              "title = 'Old'\n"
                              "deprecated = [\n"
                              "    \"a.b\",      # gone soon\n"
                              "    # not yet: \"a.c\"\n"
                              "    \"a.d:x\"     # last\n"
                              "]\n"
                              "target = { violating_files = 3, by = \"2026-01-01\" }   # goal\n"
                              "phases = [\"audit\", { name = \"plan\", done = true }]\n"
                              "\n"
                              "# about the second\n"
                              "[[campaign]]\n"
                              "name = \"two\"\n"
                              "canonical = [\"n:x\"]\n"
                              "[campaign.target]  # apart\n"
                              "by = \"2026-02-02\"\n"
                              "\n"
                              "[classes]\n"
                              "tests = [\"t/**\"]  # ours\n";

std::vector<graph::Campaign> campaignsOf(const std::string& text, bool topLevel = true) {
    return project::parseConfig(text, "x", topLevel).config.campaigns;
}

graph::Campaign campaignOf(const std::string& text, const std::string& name) {
    for (const graph::Campaign& one : campaignsOf(text))
        if (one.name == name)
            return one;
    return {};
}

// The lines of the text with what is different in `after`, as in a patch.
QString changes(const std::string& before, const std::string& after) {
    QStringList old = QString::fromStdString(before).split('\n'),
                now = QString::fromStdString(after).split('\n');
    while (!old.isEmpty() && !now.isEmpty() && old.first() == now.first()) {
        old.removeFirst();
        now.removeFirst();
    }
    while (!old.isEmpty() && !now.isEmpty() && old.last() == now.last()) {
        old.removeLast();
        now.removeLast();
    }
    return '-' + old.join("\n-") + "\n+" + now.join("\n+");
}

template <class Change>
QString changed(const std::string& name, const Change& change) {
    graph::Campaign campaign = campaignOf(kText, name);
    change(campaign);
    const auto after = project::withCampaign(kText, true, campaign, name);
    return after ? changes(kText, *after) : "failed: " + QString::fromStdString(after.error().what);
}

std::string without(std::string text, const std::string& part) {
    const std::size_t at = text.find(part);
    return at == std::string::npos ? "not there" : text.erase(at, part.size());
}

} // namespace

class CampaignEditTest : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatHasToChange() {
        using C = graph::Campaign;
        QCOMPARE(changed("one", [](C& c) { c.title = "New \"one\""; }),
                 "-title = 'Old'\n+title = \"New \\\"one\\\"\"");
        QCOMPARE(changed("one", [](C& c) { c.title.clear(); }), "-title = 'Old'\n+");
        QCOMPARE(changed("one", [](C& c) { c.name = "uno"; }),
                 "-name = \"one\"   # its name\n+name = \"uno\"   # its name");
        QCOMPARE(changed("one",
                         [](C& c) {
                             c.deprecated = {"a.b", "a.e"};
                         }),
                 "-    \"a.d:x\"     # last\n+    \"a.e\"     # last");
        QCOMPARE(changed("one", [](C& c) { c.deprecated = {"a.b"}; }), "-    \"a.d:x\"     # last\n+");
        QCOMPARE(changed("one", [](C& c) { c.deprecated = {"a.d:x"}; }), "-    \"a.b\",      # gone soon\n+");
        QCOMPARE(changed("one", [](C& c) { c.deprecated.push_back("a.e"); }),
                 "-    \"a.d:x\"     # last\n+    \"a.d:x\",     # last\n+    \"a.e\",");
        QCOMPARE(changed("one",
                         [](C& c) {
                             c.target.violatingFiles = 0;
                             c.target.compliance = 0.5;
                         }),
                 "-target = { violating_files = 3, by = \"2026-01-01\" }   # goal\n"
                 "+target = { violating_files = 0, compliance = 0.5, by = \"2026-01-01\" }   # goal");
        QCOMPARE(
            changed("one",
                    [](C& c) {
                        c.phases[0].done = true;
                        c.phases.push_back({"remove", graph::usualConditions("remove"), false});
                    }),
            "-phases = [\"audit\", { name = \"plan\", done = true }]\n"
            "+phases = [{ name = \"audit\", done = true }, { name = \"plan\", done = true }, \"remove\"]");
        QCOMPARE(changed("one", [](C& c) { c.priority = "P0"; }), "-\n+priority = \"P0\"");
        QCOMPARE(changed("two", [](C& c) { c.target.by = "2027-01-01"; }),
                 "-by = \"2026-02-02\"\n+by = \"2027-01-01\"");
        QCOMPARE(changed("two", [](C& c) { c.target.violatingFiles = 7; }), "-\n+violating_files = 7");
        QCOMPARE(changed("two", [](C& c) { c.canonical.push_back("n:y"); }),
                 "-canonical = [\"n:x\"]\n+canonical = [\"n:x\", \"n:y\"]");
        QCOMPARE(changed("two", [](C&) {}), "-\n+");
    }

    void addAndRemove() {
        graph::Campaign three;
        three.name = "three";
        three.deprecated = {"z"};
        const auto added = project::withCampaign(kText, true, three);
        QVERIFY(added);
        const std::string table = "\n[[campaign]]\nname = \"three\"\ndeprecated = [\"z\"]\n";
        QCOMPARE(without(*added, table), std::string(kText));
        const auto removed = project::withoutCampaign(*added, true, "three");
        QVERIFY(removed);
        QCOMPARE(*removed, std::string(kText));
        const auto second = project::withoutCampaign(kText, true, "two");
        QVERIFY(second);
        QCOMPARE(*second,
                 without(kText, "[[campaign]]\nname = \"two\"\ncanonical = [\"n:x\"]\n[campaign.target]  # "
                                "apart\nby = \"2026-02-02\"\n"));
        QCOMPARE(campaignsOf(*second).size(), 1U);
        const auto first = project::withCampaign("", true, three);
        QVERIFY(first);
        QCOMPARE(*first, table.substr(1));
        const auto shared = project::withCampaign("[tool.x]\r\na = 1", false, three);
        QVERIFY(shared);
        QCOMPARE(*shared,
                 std::string("[tool.x]\r\na = 1\r\n\r\n[[tool.espalier.campaign]]\r\nname = \"three\"\r\n"
                             "deprecated = [\"z\"]\r\n"));
        QCOMPARE(campaignsOf(*shared, false).size(), 1U);
    }

    void refusals_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("no TOML") << "a = \n"
                                 << "no valid TOML";
        QTest::newRow("inline") << "campaign = [{ name = 'one', deprecated = ['x'] }]\n"
                                << "inline list";
        QTest::newRow("not there") << "a = 1\n"
                                   << "there is no campaign 'one'";
        QTest::newRow("another") << "[[campaign]]\nname = 'one'\ndeprecated = ['x']\n[[campaign]]\nname = "
                                    "'uno'\ndeprecated = ['x']\n"
                                 << "already";
        QTest::newRow("bad value") << "[[campaign]]\nname = 'one'\ndeprecated = ['x']\n"
                                   << "must be a symbol";
    }
    void refusals() {
        QFETCH(QString, text);
        QFETCH(QString, error);
        graph::Campaign campaign;
        campaign.name = "uno";
        campaign.canonical = {"no symbol"};
        const auto after = project::withCampaign(text.toStdString(), true, campaign, "one");
        QVERIFY(!after);
        QVERIFY2(after.error().what.find(error.toStdString()) != std::string::npos,
                 after.error().what.c_str());
    }

    void changedMeanwhile() {
        const QTemporaryDir folder;
        const std::string root = folder.path().toStdString();
        const auto put = [&](const char* text) { std::ofstream(root + "/espalier.toml") << text; };
        auto file = project::campaignFile(root);
        QVERIFY(file && !file->text);
        put("a = 1\n");
        QVERIFY(!project::saveCampaigns(*file, "b = 1\n"));
        file = project::campaignFile(root);
        put("a = 2\n");
        QVERIFY(!project::saveCampaigns(*file, "b = 1\n"));
        file = project::campaignFile(root);
        std::filesystem::permissions(root + "/espalier.toml", std::filesystem::perms(0600));
        QVERIFY(project::saveCampaigns(*file, "b = 1\n"));
        QCOMPARE(*project::campaignFile(root)->text, std::string("b = 1\n"));
        QCOMPARE(std::filesystem::status(root + "/espalier.toml").permissions(),
                 std::filesystem::perms(0600));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(root), {}), 1);
    }

    // Everything outside of the campaigns stays, byte by byte, whatever it looks like.
    void randomDocuments() {
        const QStringList others{"# [[campaign]] is no table here\n",
                                 "\n",
                                 "text = \"\"\"\n[[campaign]]\n\\\"\"\"\"\n",
                                 "quoted.'k = 1'.\"x#\\\"y\" = [ 1, # one\n  [2, 3], { a = \"]\" } ]\n",
                                 "when = 1979-05-27 07:32:00 # a blank\n",
                                 "lit = '''\n# no comment'''\n",
                                 "é = 'ü€' # ö\n"};
        const QStringList heads{"[other]\n", "[[things]]\n", "[classes]\n"};
        for (quint32 seed = 1; seed <= 300; ++seed) {
            QRandomGenerator random(seed);
            const auto word = [&] { return "m" + std::to_string(random.bounded(6)); };
            const auto words = [&](const char* end) {
                std::vector<std::string> out;
                for (int i = random.bounded(4); i > 0; --i)
                    out.push_back(word() + end);
                return out;
            };
            const auto list = [&](const std::vector<std::string>& items) {
                QString out = "[";
                for (const std::string& item : items) {
                    out += random.bounded(3) == 0 ? "\n  # c,]\n  " : random.bounded(2) ? "\n\t" : " ";
                    out += QString("'%1'").arg(QString::fromStdString(item));
                    out += &item != &items.back() || random.bounded(2) ? " ," : "";
                    out += random.bounded(4) == 0 ? " # d]\n" : "";
                }
                return out + "]";
            };
            QString text;
            int number = 0, table = 0;
            const auto fill = [&](QString& into) {
                QStringList left = others;
                for (int i = random.bounded(3); i > 0; --i)
                    into += left.takeAt(random.bounded(left.size()));
            };
            fill(text);
            for (int part = random.bounded(1, 5); part > 0; --part) {
                if (random.bounded(3) == 0) {
                    text += ++table > 1 ? "[[things]]\n" : heads[random.bounded(heads.size())];
                    fill(text);
                    continue;
                }
                text += "[[campaign]] # head\n";
                text += QString("name = 'c%1'\n").arg(number++);
                text += "deprecated = " + list({"k"}) + "\n# between\n";
                if (random.bounded(2))
                    text += "canonical = " + list(words(":x")) + " # tail\n";
                if (random.bounded(3) == 0)
                    text += "target.by = '2026-01-01'\n";
                else if (random.bounded(2))
                    text += "[campaign.target]\nviolating_files = 1\n";
            }
            const std::string before = text.toStdString();
            std::vector<graph::Campaign> campaigns = campaignsOf(before);
            if (campaigns.empty())
                continue;
            graph::Campaign wanted = campaigns[random.bounded(quint32(campaigns.size()))];
            const std::string name = wanted.name;
            wanted.canonical = words(":x");
            wanted.deprecated = words("");
            wanted.target.violatingFiles = random.bounded(2) ? std::optional<std::uint32_t>(5) : std::nullopt;
            wanted.title = random.bounded(2) ? "t#" : "";
            wanted.phases =
                random.bounded(2) ? std::vector<graph::Phase>{{"p", {}, true}} : std::vector<graph::Phase>{};
            if (wanted.canonical.empty() && wanted.deprecated.empty())
                wanted.deprecated = {"q"};
            const auto after = project::withCampaign(before, true, wanted, name);
            QVERIFY2(after, qPrintable(QString("seed %1: %2\n")
                                           .arg(seed)
                                           .arg(QString::fromStdString(after ? "" : after.error().what)) +
                                       text));
            for (const graph::Campaign& one : campaignsOf(*after))
                QVERIFY(one == wanted || std::ranges::find(campaigns, one) != campaigns.end());
            // What stands before it, and behind it.
            const std::size_t begin = before.find("name = '" + name + "'");
            std::size_t end = begin;
            do
                end = before.find("\n[", end + 1);
            while (end != std::string::npos && before.substr(end).starts_with("\n[campaign.target]"));
            const std::string behind = end == std::string::npos ? "" : before.substr(end);
            QVERIFY2(after->starts_with(before.substr(0, begin)) && after->ends_with(behind),
                     qPrintable(text + "\n=====\n" + QString::fromStdString(*after)));
            QCOMPARE(QString::fromStdString(*after).count("# between"), text.count("# between"));
        }
    }
};

QTEST_GUILESS_MAIN(CampaignEditTest)
#include "campaign_edit_test.moc"
