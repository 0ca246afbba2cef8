// The past of campaigns, commit by commit, against the whole project built anew at each of them.
#include "graph/history/campaign_status.h"
#include "graph/history/line.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace espalier;
using namespace espalier::test;

namespace {

graph::Config campaign(std::vector<std::string> deprecated, std::vector<std::string> canonical = {}) {
    graph::Config config;
    config.sourceRoots = {"."};
    graph::Campaign one;
    one.name = "one";
    one.deprecated = std::move(deprecated);
    one.canonical = std::move(canonical);
    config.campaigns.push_back(std::move(one));
    return config;
}

// "path name: first-gone first-" of each life
QString lives(const graph::WatchPast& past) {
    QStringList out;
    for (const graph::ViolationLife& life : past.lives) {
        QString text = QString::fromStdString(life.key.path + ' ' + life.key.name + ':');
        for (const auto& span : life.spans)
            text += ' ' + QString::number(span.first) + '-' +
                    (span.gone ? QString::number(*span.gone) : QString());
        out << text;
    }
    return out.join('\n');
}

QString counts(const graph::WatchPast& past) {
    QStringList out;
    for (const graph::WatchPoint& point : past.points)
        out << QString("%1:%2/%3").arg(point.revision).arg(point.counts.statements).arg(point.counts.files);
    return out.join(' ');
}

} // namespace

class CampaignPastTest : public QObject {
    Q_OBJECT
private slots:
    void comesGoesAndComesBack() {
        Line line;
        line.add("== p/__init__.py\n== p/old.py\n== a.py\nfrom p.old import x\n== b.py\n");
        line.add("== p/__init__.py\n== p/old.py\n== a.py\n\n\nfrom p.old import x\n== b.py\n"); // moved
        line.add("== p/__init__.py\n== p/old.py\n== a.py\n== b.py\nimport p.old\n");
        line.add("== p/__init__.py\n== p/old.py\n== a.py\n== b.py\nimport p.old\n== c.py\nx = 1\n");
        line.add("== p/__init__.py\n== a.py\nfrom p.old import x\n== b.py\nimport p.old\n"); // old is gone: a
                                                                                             // ghost
        const auto past = line.pasts(campaign({"p.old"}));
        QCOMPARE(past.size(), 1U);
        QCOMPARE(lives(past[0]), "a.py x: 0-2 4-\nb.py p.old: 2-");
        QCOMPARE(counts(past[0]), "0:1/1 4:2/2");
        QCOMPARE(past[0].lives[0].line, 1U);
        const auto status = graph::campaignStatus(line.timeline, past[0], 1, {});
        QCOMPARE(status.newSince, 1U);
        QCOMPARE(status.regressions, 1U);
        QCOMPARE(status.fixedSince, 1U);
        QCOMPARE(status.now.files, 2U);
        QCOMPARE(status.baseline->files, 1U);
        QCOMPARE(*status.done, 0.0);
    }

    void renamedFilesKeepTheirs() {
        Line line;
        line.add("== old.py\n== a.py\nimport old\n");
        line.add("== old.py\n== b.py\n\nimport old\n");
        line.add("== old.py\n== c.py\n\nimport old\n");
        line.renames[1] = {{"a.py", "b.py"}};
        line.renames[2] = {{"b.py", "c.py"}};
        QCOMPARE(lives(line.pasts(campaign({"old"}))[0]), "a.py old: 0-");
        QCOMPARE(line.pasts(campaign({"old"}))[0].lives[0].path, std::string("c.py"));
        line.renames.clear();
        QCOMPARE(lives(line.pasts(campaign({"old"}))[0]), "a.py old: 0-1\nb.py old: 1-2\nc.py old: 2-");
    }

    void excludedFiles() {
        Line line;
        line.add("== old.py\n== a.py\nimport old\n== gen/b.py\nimport old\n");
        graph::Config config = campaign({"old"});
        config.exclude = {"gen/**"};
        QCOMPARE(lives(line.pasts(config)[0]), "a.py old: 0-");
    }

    // Ten minutes without a closing quote are no regression.
    void brokenFiles() {
        Line line;
        line.add("== old.py\n== a.py\nimport old\nx = 1\n");
        line.add("== old.py\n== a.py\nx = '''\nimport old\n");
        line.add("== old.py\n== a.py\nimport old\nx = 1\n");
        QCOMPARE(lives(line.pasts(campaign({"old"}))[0]), "a.py old: 0-");
    }

    void compliance() {
        Line line;
        line.add(
            "== new.py\nx = 1\n== old.py\nx = 1\n== a.py\nfrom new import x\n== b.py\nfrom old import x\n"
            "== c.py\nfrom new import x\nfrom old import x\n");
        const auto past = line.pasts(campaign({"old"}, {"new:x"}));
        QCOMPARE(past[0].points[0].counts.files, 2U);
        QCOMPARE(past[0].points[0].counts.compliantFiles, 1U);
        QCOMPARE(past[0].points[0].counts.compliance(), 1.0 / 3);
    }

    void heading() {
        Line line;
        for (int day = 0; day < 10; ++day) {
            std::string text = "== old.py\n";
            for (int file = 0; file < 20 - 2 * day; ++file)
                text += "== f" + std::to_string(file) + ".py\nimport old\n";
            line.add(text);
        }
        const auto past = line.pasts(campaign({"old"}));
        graph::Campaign::Target target;
        target.violatingFiles = 0;
        const auto status = graph::campaignStatus(line.timeline, past[0], 0, target);
        QCOMPARE(status.now.files, 2U);
        QCOMPARE(*status.done, 0.9);
        QVERIFY(status.heading && status.heading->falls());
        QVERIFY(std::abs(status.heading->filesPerDay + 2) < 1e-9);
        QCOMPARE(*status.latestEnd, std::int64_t{10} * 24 * 60 * 60);
    }

    // What is looked at is a part of the project, and of the commits: the whole must say the same.
    void asTheWholeProject() {
        const QStringList paths{"p/__init__.py", "p/old.py",         "p/q/__init__.py", "p/q/old.py",
                                "a.py",          "p/b.py",           "p/q/c.py",        "d/e.py",
                                "old.py",        "p/old/__init__.py"};
        const QStringList lines{"import p.old",
                                "from p import old",
                                "from . import old",
                                "from .old import x",
                                "from .. import old",
                                "from p.q import old",
                                "import old",
                                "from p import *",
                                "x = 1",
                                "old = 1",
                                "import p.q.old as o",
                                "from p.old import *",
                                "__all__ = ['old']",
                                "from .q import old",
                                "import p"};
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QRandomGenerator random(seed);
            std::map<QString, QString> files;
            Line line;
            for (int commit = 0; commit < 12; ++commit) {
                for (int change = random.bounded(1, 4); change > 0; --change) {
                    const QString path = paths[random.bounded(paths.size())];
                    QString text;
                    for (int k = random.bounded(4); k > 0; --k)
                        text += lines[random.bounded(lines.size())] + '\n';
                    if (random.bounded(4) == 0)
                        files.erase(path);
                    else
                        files[path] = text;
                }
                QString project;
                for (const auto& [path, text] : files)
                    project += "== " + path + '\n' + text;
                line.add(project.toStdString());
            }
            graph::Config config = campaign({"p.old", "p.q.old"});
            const auto past = line.pasts(config, 1 + seed % 3);
            for (std::uint32_t i = 0; i < line.projects.size(); ++i) {
                const auto snapshot = graph::buildSnapshot(line.projects[i], config);
                std::set<std::pair<std::string, std::uint32_t>> statements;
                for (const graph::Violation& violation :
                     graph::violations(*snapshot, graph::deprecatedTargets(config.campaigns[0])))
                    statements.emplace(violation.key.path, snapshot->importOf(violation.statement).span.line);
                const graph::WatchCounts found = graph::countsAt(past[0], i);
                QVERIFY2(found.statements == statements.size(),
                         qPrintable(QString("seed %1, commit %2: %3, not %4")
                                        .arg(seed)
                                        .arg(i)
                                        .arg(found.statements)
                                        .arg(statements.size())));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CampaignPastTest)
#include "campaign_past_test.moc"
