// Questions about a repository's past, asked as a user asks them; the repository is made by the real git.
#include "app/cli/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace espalier;

namespace {
constexpr const char* kConfig = "baseline = 'v1'\n[[deprecated]]\nmodule = 'shop.old'\n";
}

class HistoryTest : public QObject, private test::Program {
    Q_OBJECT

    void git(const QStringList& arguments) {
        const test::Answer answer =
            run(QStringList{"-c", "user.name=T", "-c", "user.email=t@example.org"} + arguments, {}, "git");
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
    }
    void commit(const char* message) {
        git({"add", "-A"});
        git({"commit", "-q", "-m", message});
    }

private slots:
    void initTestCase() {
        git({"init", "-q", "-b", "main"});
        write("espalier.toml", kConfig);
        write("shop/__init__.py", "");
        write("shop/old.py", "x = y = 1\n");
        write("shop/web.py", "from shop.old import x\n");
        write("shop/cart.py", "");
        commit("one");
        git({"tag", "v1"});
        write("shop/web.py", "");
        commit("two: the import is gone");
        git({"tag", "v2"});
        write("shop/web.py", "\n\nfrom shop.old import x\nimport shop.cart\n");
        write("shop/cart.py", "import shop.web\n");
        commit("three: it is back, and a circle");
    }

    void atAnyRevision() {
        QCOMPARE(json({"importers", "shop.old"})["statements"].toArray().size(), 1);
        QCOMPARE(json({"importers", "shop.old", "--at", "v2"})["statements"].toArray().size(), 0);
        QCOMPARE(json({"importers", "shop.old", "--at", "v1"})["statements"]
                     .toArray()[0]
                     .toObject()["line"]
                     .toInt(),
                 1);
        QCOMPARE(json({"importers", "shop.old", "--at", "HEAD"})["statements"]
                     .toArray()[0]
                     .toObject()["line"]
                     .toInt(),
                 3);
        QCOMPARE(json({"cycles", "--at", "v2"})["tangles"].toArray().size(), 0);
        const QJsonObject explained = json({"cycles", "--at", "HEAD", "--explain"});
        QCOMPARE(explained["tangles"]
                     .toArray()[0]
                     .toObject()["verdicts"]
                     .toArray()[0]
                     .toObject()["outcome"]
                     .toString(),
                 "ok");
        QCOMPARE(json({"occurrences", "cart", "--at", "v1"})["occurrences"].toInt(), 0);
        QCOMPARE(json({"occurrences", "cart", "--at", "HEAD"})["occurrences"].toInt(), 1);
        QVERIFY(text({"rewrite", "shop.old", "shop.cart", "--at", "v1"}).contains("shop/web.py"));
        const test::Answer unknown = run({"report", "--at", "v9"});
        QCOMPARE(unknown.code, 2);
        QVERIFY(unknown.err.contains("v9"));
    }

    void progressAsLines() {
        const test::Answer answer = run({"history", "--progress", "json", "--format", "json"});
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.err.startsWith("{\"phase\": \"listing\", \"done\": "), qPrintable(answer.err));
        QCOMPARE(QJsonDocument::fromJson(answer.out.toUtf8())["commits"].toInt(), 3);
    }

    // A module has one name at all times: that which HEAD's source roots give it.
    void sourceRootsAreThoseOfHead() {
        const QTemporaryDir beside;
        const QString other = beside.filePath("roots");
        QDir().mkpath(other + "/src/pk");
        const auto put = [&](const char* name, const char* text) {
            QFile file(other + '/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) >= 0);
        };
        const QStringList as{"-C", other, "-c", "user.name=T", "-c", "user.email=t@example.org"};
        git({"init", "-q", "-b", "main", other});
        put("src/pk/a.py", "");
        put("src/__init__.py", ""); // a package then, a source root now
        git(as + QStringList{"add", "-A"});
        git(as + QStringList{"commit", "-q", "-m", "one"});
        git(as + QStringList{"tag", "v1"});
        QVERIFY(QFile::remove(other + "/src/__init__.py"));
        git(as + QStringList{"commit", "-q", "-a", "-m", "two"});
        const auto exists = [&](const char* module, const QString& at) {
            return json({"importers", module, "--repo", other, "--at", at})["exists"].toBool();
        };
        QVERIFY(exists("pk.a", "HEAD"));
        QVERIFY(exists("pk.a", "v1"));
    }

    // An import of a module that is gone is told from one of a name that a package lacks, once the past has
    // been read: now, at a commit, and in the graph of all commits. git says who took it away, and where.
    void modulesThatAreGone() {
        const QTemporaryDir beside;
        const QString other = beside.filePath("gone");
        QDir().mkpath(other + "/pk");
        const auto put = [&](const char* name, const char* text) {
            QFile file(other + '/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) >= 0);
        };
        const auto gitThere = [&](const QStringList& arguments) {
            return run(QStringList{"-C", other, "-c", "user.name=Ann O'Neill", "-c",
                                   "user.email=a@example.org"} +
                           arguments,
                       {}, "git")
                .out.trimmed();
        };
        const auto commitThere = [&](const char* tag) {
            gitThere({"add", "-A"});
            gitThere({"commit", "-q", "-m", tag});
            gitThere({"tag", tag});
        };
        gitThere({"init", "-q", "-b", "main"});
        put("pk/__init__.py", "");
        put("main.py", "from pk import gone, never\n");
        commitThere("before");
        put("pk/gone.py", "x = 1\n");
        commitThere("with");
        QVERIFY(QFile::remove(other + "/pk/gone.py"));
        commitThere("without");
        put("pk/more.py", "");
        commitThere("later");
        const auto importers = [&](const QString& at) {
            const QJsonObject found = json(QStringList{"importers", "pk.gone", "--repo", other} +
                                           (at.isEmpty() ? QStringList() : QStringList{"--at", at}));
            return QString("%1 %2").arg(found["exists"].toBool()).arg(found["statements"].toArray().size()) +
                   (found["removed"].isObject() ? ' ' + found["removed"].toObject()["commit"].toString() +
                                                      ' ' + found["removed"].toObject()["date"].toString() +
                                                      ' ' + found["removed"].toObject()["author"].toString()
                                                : QString());
        };
        QCOMPARE(importers({}), "0 0"); // nothing has been read yet
        QVERIFY(run({"history", "--repo", other}).code == 0);
        const QString removal =
            gitThere({"log", "-1", "--format=%H %cs %an", "--diff-filter=D", "--", "pk/gone.py"});
        QVERIFY(removal.endsWith(" Ann O'Neill"));
        QCOMPARE(importers({}), "0 1 " + removal);
        QCOMPARE(importers("later"), "0 1 " + removal);
        QCOMPARE(importers("without"), "0 1 " + removal);
        QCOMPARE(importers("with"), "1 1");
        QCOMPARE(importers("before"), "0 0");
        QVERIFY(text({"importers", "pk.gone", "--repo", other})
                    .startsWith("pk.gone (removed in " + removal.left(10) + ", " +
                                removal.section(' ', 1, 1) + ", by Ann O'Neill): "));
        QVERIFY(text({"graph", "--format", "json", "--repo", other})
                    .contains("there is no module 'pk.gone': removed in " + removal.left(10)));
        QStringList ghosts, statements;
        for (const QJsonValue one : json({"trend", "--measures", "--repo", other})["measures"].toArray()) {
            ghosts << QString::number(one["modules"].toObject()["ghost"].toInt());
            statements << QString::number(one["ghost_statements"].toInt());
        }
        QCOMPARE(ghosts.join(' '), "0 0 1 1");
        QCOMPARE(statements.join(' '), "0 0 1 1");
        // What is gone from the working tree alone is known, too, but not by whom.
        put("main.py", "from pk import more\n");
        QVERIFY(QFile::remove(other + "/pk/more.py"));
        const QJsonObject more = json({"importers", "pk.more", "--repo", other});
        QVERIFY(!more["exists"].toBool() && more["removed"].isNull());
        QCOMPARE(more["statements"].toArray().size(), 1);
    }

    void bareRepositories() {
        const QTemporaryDir beside;
        const QString bare = beside.filePath("bare.git");
        git({"clone", "-q", "--bare", ".", bare});
        const QJsonObject old = json({"importers", "shop.old", "--repo", bare, "--at", "v1"});
        QCOMPARE(old["statements"].toArray().size(), 1);
        // HEAD says what is deprecated.
        QCOMPARE(json({"deprecated", "--repo", bare, "--at", "v1"})["deprecated"].toArray().size(), 1);
    }

    void check() {
        const test::Answer worse = run({"check", "--format", "json"});
        QCOMPARE(worse.code, 1);
        const QJsonObject found = QJsonDocument::fromJson(worse.out.toUtf8()).object();
        QCOMPARE(found["ok"].toBool(), false);
        QCOMPARE(found["new_violations"].toArray().size(), 0); // it was there in v1
        QCOMPARE(found["worse_tangles"].toArray().size(), 1);
        const test::Answer since = run({"check", "--since", "v2"});
        QCOMPARE(since.code, 1);
        QVERIFY(since.out.contains("1 new import of what is deprecated, 1 new or grown tangle"));
        QVERIFY(since.out.contains("shop/web.py:3"));
        QCOMPARE(run({"check", "--since", "HEAD"}).code, 0);
        QCOMPARE(run({"check", "--at", "v2"}).code, 0);
        // What is not committed counts.
        write("shop/new.py", "import shop.old\n");
        QVERIFY(run({"check", "--since", "HEAD"}).out.contains("shop/new.py:1"));
        remove("shop/new.py");
        QCOMPARE(run({"check", "--since", "v9"}).code, 2);
        QVERIFY(run({"check", "--config", "/dev/null"}).err.contains("baseline"));
    }

    // The baseline v1 has no circle; HEAD has one, and the working tree two of the same size.
    void whatIsNewSinceTheBaselineComesFirst() {
        QVERIFY2(text({"cycles"}).startsWith("Tangle of 2 modules, 2 edges, 2 statements, new since v1; "),
                 qPrintable(text({"cycles"})));
        QCOMPARE(json({"cycles"})["tangles"].toArray()[0].toObject()["since_baseline"].toString(), "new");
        QVERIFY(
            json({"cycles", "--no-baseline"})["tangles"].toArray()[0].toObject()["since_baseline"].isNull());
        QVERIFY(text({"cycles", "--format", "markdown"}).contains("## 2 modules, 2 edges, new since v1\n"));
        write("shop/y.py", "import shop.z\n");
        write("shop/z.py", "import shop.y\n");
        const auto order = [&](const QStringList& options) {
            QStringList out;
            for (const QJsonValue tangle : json(QStringList{"cycles"} + options)["tangles"].toArray())
                out << tangle["modules"].toArray()[0].toString() + ' ' + tangle["since_baseline"].toString();
            return out.join(", ");
        };
        QCOMPARE(order({"--no-baseline"}), "shop.cart , shop.y ");
        QCOMPARE(order({"--since", "HEAD"}), "shop.y new, shop.cart ");
        remove("shop/y.py");
        remove("shop/z.py");
        QCOMPARE(run({"cycles", "--since", "v9"}).code, 2);
    }

    // A baseline that is no revision: said, and nothing else is lost.
    void anUnknownBaseline() {
        write("other.toml", "[[deprecated]]\nmodule = 'shop.old'\n\n\n[x]\n");
        write("wrong.toml", "exclude = []\nbaseline = 'v9'\n");
        const QString wrong = folder() + "/wrong.toml", other = folder() + "/other.toml";
        const test::Answer cycles = run({"cycles", "--config", wrong});
        QCOMPARE(cycles.code, 0);
        QVERIFY2(cycles.err.contains("the baseline is not compared with: "), qPrintable(cycles.err));
        const auto problem = [&](const QString& config) {
            for (const QJsonValue value : json({"graph", "--config", config})["problems"].toArray())
                if (value["code"] == "unknown-baseline")
                    return value["path"].toString() + ':' + QString::number(value["line"].toInt()) + ' ' +
                           value["message"].toString();
            return QString();
        };
        QCOMPARE(problem(wrong), wrong + ":2 the baseline 'v9' is no commit, branch, tag or date of this "
                                         "repository");
        QCOMPARE(problem(other), QString());
        remove("wrong.toml");
        remove("other.toml");
    }

    void diff() {
        const QJsonObject found = json({"diff", "v2"});
        QCOMPARE(found["added_edges"].toArray().size(), 3);
        QCOMPARE(found["new_violations"].toArray()[0].toObject()["target"].toString(), "shop.old");
        QCOMPARE(found["worse_tangles"].toArray()[0].toObject()["change"].toString(), "whole");
        QCOMPARE(json({"diff", "v1", "--at", "v2"})["fixed_violations"].toArray().size(), 1);
        QVERIFY(text({"diff", "v1", "--at", "v2"}).contains("- shop.web > shop.old"));
    }

    // Of every commit, and what made the circle.
    void measures() {
        QStringList rows;
        for (const QString& row :
             text({"trend", "--measures", "--format", "csv"}).trimmed().split('\n').mid(1))
            rows << row.section(',', 2);
        QCOMPARE(rows.join('\n'), QString("4,0,0,1,0,0,0,0,0,0,0,0,0,1,0,0,2\n"
                                          "4,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1\n"
                                          "4,0,0,3,0,0,0,1,2,2,1,2,2,3,0,0,6"));
        const QJsonObject found = json({"trend", "--measures"});
        QCOMPARE(found["commits"].toInt(), 3);
        QCOMPARE(found["measures"].toArray()[2].toObject()["at_import"].toObject()["modules"].toInt(), 2);
        const QJsonArray moves = found["tangle_moves"].toArray();
        QCOMPARE(moves.size(), 1);
        QCOMPARE(moves[0].toObject()["subject"].toString(), "three: it is back, and a circle");
        QCOMPARE(moves[0].toObject()["closing"].toArray()[0].toObject()["from"].toString(), "shop.cart");
        // Where nothing is followed, the same.
        const QString shown = text({"trend", "--config", "/dev/null"});
        QVERIFY(shown.contains("1 commit put modules into import-time tangles:"));
        QVERIFY(shown.contains("    shop.cart > shop.web\n    shop.web > shop.cart\n"));
    }

    // The regression that initTestCase() planted is found, and named by its commit.
    void trend() {
        const QJsonObject found = json({"trend"})["campaigns"].toArray()[0].toObject();
        QCOMPARE(found["name"].toString(), "deprecated");
        QStringList files;
        for (const QJsonValue point : found["points"].toArray())
            files << QString::number(point.toObject()["files"].toInt());
        QCOMPARE(files.join(' '), "1 0 1");
        const QJsonObject life = found["violations"].toArray()[0].toObject();
        QCOMPARE(life["path"].toString(), "shop/web.py");
        QCOMPARE(life["line"].toInt(), 3);
        QCOMPARE(life["open"].toBool(), true);
        const QJsonArray spans = life["spans"].toArray();
        QCOMPARE(spans.size(), 2);
        QCOMPARE(spans[0].toObject()["gone"].toObject()["subject"].toString(), "two: the import is gone");
        QCOMPARE(spans[1].toObject()["first"].toObject()["subject"].toString(),
                 "three: it is back, and a circle");
        QVERIFY(text({"trend", "--format", "csv", "--every-commit"}).count('\n') == 4);
        QCOMPARE(run({"trend", "--campaign", "none"}).code, 2);
        QVERIFY(run({"campaign", "status", "--config", "/dev/null"}).err.contains("configured"));
    }

    void blameImport() {
        const QJsonArray found = json({"blame-import", "shop.web", "shop.old"})["imports"].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].toObject()["spans"].toArray().size(), 2);
        const QString cart = text({"blame-import", "shop", "shop.cart"});
        QVERIFY(cart.startsWith("shop/web.py:4  import shop.cart\n"));
        QVERIFY(cart.contains("T  three: it is back, and a circle"));
        QVERIFY(text({"blame-import", "shop/cart.py", "shop.old"}).contains("at none of 3 commits"));
    }

    void campaigns() {
        write("other.toml", "[[campaign]]\nname = 'one'\ntitle = 'One way'\ndeprecated = ['shop.old']\n"
                            "critical_path = ['shop.cart']\n");
        const QString other = folder() + "/other.toml";
        const QJsonObject listed =
            json({"campaign", "list", "--config", other})["campaigns"].toArray()[0].toObject();
        QCOMPARE(listed["title"].toString(), "One way");
        const QJsonArray left = json({"campaign", "show", "one", "--config", other})["violations"].toArray();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].toObject()["rank"].toString(), "P1"); // shop.cart imports shop.web
        QCOMPARE(left[0].toObject()["line"].toInt(), 3);
        QVERIFY(
            text({"campaign", "show", "one", "--config", other, "--at", "v2"}).contains("0 imports left"));
        QVERIFY(text({"campaign", "show", "deprecated"}).contains("shop/web.py:3"));
        QVERIFY(text({"campaign", "list"}).startsWith("No campaign"));
        QCOMPARE(run({"campaign", "show", "none"}).code, 2);
        remove("other.toml");
    }

    void campaignStatus() {
        const QJsonObject status = json({"campaign", "status"})["campaigns"].toArray()[0].toObject();
        QCOMPARE(status["now"].toObject()["files"].toInt(), 1);
        QCOMPARE(status["baseline"].toObject()["revision"].toString(), "v1");
        QCOMPARE(status["done"].toDouble(), 0.0);
        QCOMPARE(status["regressions"].toInt(), 1);
        QVERIFY(text({"campaign", "status", "--at", "v2"}).contains("done: 100 %"));
    }

    // Since when, whose, and how far the phases are.
    void campaignInFull() {
        write("other.toml", "baseline = 'v1'\n[[campaign]]\nname = 'one'\ndeprecated = ['shop.old']\n"
                            "critical_path = ['shop.cart']\nphases = ['audit', 'remediate']\n"
                            "target = { violating_files = 1, compliance = 0.5, by = '2020-01-01' }\n");
        const QString other = folder() + "/other.toml";
        const auto status = [&](const char* at) {
            return json({"campaign", "status", "--config", other, "--at", at})["campaigns"]
                .toArray()[0]
                .toObject();
        };
        const QJsonObject now = status("HEAD");
        QCOMPARE(now["deadline"].toString(), "missed"); // nobody imports what is canonical
        QCOMPARE(now["files_by_rank"].toObject()["P1"].toInt(), 1);
        const QJsonObject left = now["violations"].toArray()[0].toObject();
        QCOMPARE(left["rank"].toString(), "P1");
        QCOMPARE(left["first_seen"].toObject()["subject"].toString(), "one");
        QCOMPARE(left["came_back"].toObject()["subject"].toString(), "three: it is back, and a circle");
        QCOMPARE(now["by_package"].toObject()["parts"].toArray()[0].toObject()["name"].toString(), "shop");
        QCOMPARE(now["phases"].toArray()[1].toObject()["done"].toBool(), false);
        const QJsonObject then = status("v2");
        QCOMPARE(then["target_met"].toBool(), true);
        QCOMPARE(then["phases"].toArray()[1].toObject()["since"].toObject()["subject"].toString(),
                 "two: the import is gone");
        const QJsonObject shown =
            json({"campaign", "show", "one", "--config", other})["violations"].toArray()[0].toObject();
        QCOMPARE(shown["came_back"].toObject()["subject"].toString(), "three: it is back, and a circle");
        QVERIFY(text({"campaign", "show", "one", "--config", other}).contains("back since"));
        QVERIFY(!text({"campaign", "show", "one", "--config", other, "--no-ages"}).contains("back since"));
        remove("other.toml");
    }

    void history() {
        const QJsonObject first = json({"history"});
        QCOMPARE(first["commits"].toInt(), 3);
        QCOMPARE(first["unreadable"].toArray().size(), 0);
        QCOMPARE(json({"history"})["new_commits"].toInt(), 0);
        QCOMPARE(json({"history", "--since", "v2"})["commits"].toInt(), 3); // all in one second
        QCOMPARE(json({"history", "--rev", "v1"})["commits"].toInt(), 1);
        QCOMPARE(run({"history", "--rev", "v9"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
