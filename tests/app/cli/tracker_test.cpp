// A tracker written by the program, changed by people, brought up to date, and held against the code again.
#include "app/cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace espalier;

class TrackerTest : public QObject, private test::Program {
    Q_OBJECT

    void git(const QStringList& arguments) {
        const test::Answer answer = run(
            QStringList{"-c", "user.name=A | *B*", "-c", "user.email=t@example.org"} + arguments, {}, "git");
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
    }
    void commit(const char* message) {
        git({"add", "-A"});
        git({"commit", "-q", "-m", message});
    }
    QString tracker(const char* at = "HEAD") {
        const test::Answer answer = run({"tracker", "one", "--at", at, "--output", "t.md"});
        return answer.code == 0 ? QString::fromUtf8(read("t.md")) : "failed: " + answer.err;
    }
    // Claims that are not true.
    QStringList untrue(const char* at) {
        QStringList out;
        const QJsonObject answer = json({"verify", "t.md", "--at", at, "--now", at});
        for (const QJsonValue claim : answer["claims"].toArray())
            if (const QString verdict = claim["then"]["verdict"].toString(); verdict != "true")
                out << verdict + ": " + claim["text"].toString();
        claims_ = answer["claims"].toArray().size();
        return out;
    }
    qsizetype claims_ = 0;

private slots:
    void initTestCase() {
        git({"init", "-q", "-b", "main"});
        write("espalier.toml",
              "[[campaign]]\nname = 'one'\ntitle = 'One *way*'\nissue = 'https://example.org/1'\nbaseline = "
              "'v1'\n"
              "deprecated = ['shop.old', 'shop.new:gone']\ncanonical = ['shop.new:x', 'shop.new:missing']\n"
              "critical_path = ['shop.web']\nphases = ['audit', 'remediate']\n");
        write("CODEOWNERS", "shop/ @web\n");
        write("shop/__init__.py", "");
        write("shop/new.py", "x = gone = 1\n");
        write("shop/old.py", "x = y = missing = 1\n");
        write("shop/web.py",
              "from shop.old import (\n    x,  # of old\n    y,\n)\nfrom shop.new import x as z\n");
        write("shop/a|b `c`.py", "from shop.old import x\n");
        write("shop/later.py", "from shop.old import missing\n");
        write("tests/test_a.py", "import importlib\nimport shop.old; import shop.old as again\n"
                                 "importlib.import_module('shop.old')\nfrom shop.new import gone\n");
        commit("one");
        git({"tag", "v1"});
        write("shop/later.py", "");
        commit("two");
        write("shop/later.py", "\nfrom shop.old import missing\n");
        write("shop/web.py", "from shop.new import x as z\n");
        commit("three");
    }

    void saysTheTruth() {
        const QString text = tracker();
        QVERIFY2(text.contains("# One \\*way\\*"), qPrintable(text));
        QVERIFY(text.contains("| `shop/later.py:2` | `from shop.old import missing` | "
                              "`shop.new:missing`, which cannot be imported at this commit | back: "));
        QVERIFY(text.contains("| ~~`shop/web.py:1`~~ | ~~`from shop.old import x, y`~~ |"));
        QVERIFY(text.contains("use `from shop.new import x`"));
        QVERIFY(text.contains("`shop/later.py:2` `from shop.old import missing` came back in"));
        QVERIFY(text.contains("| `@web` | 2 | 2 | 3 |"));
        QCOMPARE(untrue("HEAD"), QStringList());
        QVERIFY(claims_ > 10);
        QVERIFY(!untrue("v1").isEmpty()); // it is not about that commit
        QFile::remove(folder() + "/t.md");
        QVERIFY(tracker("v1").contains("Nothing has come back."));
        QCOMPARE(untrue("v1"), QStringList());
        QFile::remove(folder() + "/t.md");
    }

    void keepsWhatPeopleWrote() {
        QString text = tracker("v1");
        const QString web = "| `shop/web.py:1` | `from shop.old import x, y` |";
        QVERIFY(text.contains(web));
        const auto note = [&](const QString& row, const QString& words) {
            const qsizetype at = text.indexOf(row), end = text.indexOf(" |\n", at);
            text.replace(end, 3, " " + words + " |\n");
        };
        note(web, "Ann does it");
        text.replace("- [ ] audit: by hand\n", "- [x] audit: by hand\n  see the minutes\n");
        text.replace("## Phases\n", "## How far we are\n\nMy own words.\n");
        text += "Last word without end of line";
        const qsizetype begin = text.indexOf("<!-- espalier:begin criteria"),
                        end = text.indexOf("## How far");
        text.remove(begin, end - begin);
        write("t.md", text.toUtf8());
        const test::Answer answer = run({"tracker", "one", "--output", "t.md"});
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.err.contains("left out: criteria"), qPrintable(answer.err));
        const QString after = QString::fromUtf8(read("t.md"));
        QVERIFY(after.contains("- [x] audit: by hand\n  see the minutes\n- [ ] remediate"));
        QVERIFY(after.contains("## How far we are\n\nMy own words.\n"));
        QVERIFY(after.endsWith("Last word without end of line"));
        QVERIFY(!after.contains("espalier:begin criteria"));
        const QString row = after.mid(after.indexOf("| ~~`shop/web.py:1`~~")).section('\n', 0, 0);
        QVERIFY2(row.endsWith("| Ann does it |"), qPrintable(row)); // it went along to what is done
        QCOMPARE(untrue("HEAD"), QStringList());
        // A second time changes nothing.
        QCOMPARE(run({"tracker", "one", "--output", "t.md"}).code, 0);
        QCOMPARE(QString::fromUtf8(read("t.md")), after);
        // With the baseline at the end there is no such row any more: the note stays.
        write("other.toml", QByteArray(read("espalier.toml")).replace("'v1'", "'main'"));
        QCOMPARE(run({"tracker", "one", "--output", "t.md", "--config", folder() + "/other.toml"}).code, 0);
        QVERIFY(read("t.md").contains("- at ~~`shop/web.py`~~: Ann does it\n"));
        QFile::remove(folder() + "/t.md");
        QFile::remove(folder() + "/other.toml");
    }

    void campaignsAreWritten() {
        const QByteArray before = read("espalier.toml");
        QCOMPARE(run({"campaign", "add", "two", "--deprecated", "a.b", "c.d:e", "--target-files", "7", "--by",
                      "2026-12-31", "--phase", "audit"})
                     .code,
                 0);
        QCOMPARE(run({"campaign", "set", "two", "--by", "", "--done", "audit", "--title", "T"}).code, 0);
        QCOMPARE(QString::fromUtf8(read("espalier.toml").mid(before.size())),
                 "\n[[campaign]]\nname = \"two\"\ndeprecated = [\"a.b\", \"c.d:e\"]\n"
                 "target = { violating_files = 7 }\nphases = [{ name = \"audit\", done = true }]\ntitle = "
                 "\"T\"\n");
        QVERIFY(text({"campaign", "list"}).contains("two: T"));
        QCOMPARE(run({"campaign", "add", "two"}).code, 2);
        const test::Answer bad = run({"campaign", "set", "two", "--by", "soon"});
        QCOMPARE(bad.code, 2);
        QVERIFY2(bad.err.contains("must be a date"), qPrintable(bad.err));
        QCOMPARE(run({"campaign", "set", "two", "--target-files", "x"}).code, 2);
        QCOMPARE(run({"campaign", "set", "none", "--title", "x"}).code, 2);
        QCOMPARE(run({"campaign", "remove", "two"}).code, 0);
        QCOMPARE(read("espalier.toml"), before);
    }

    void refusals() {
        write("t.md", "# Mine\n");
        test::Answer answer = run({"tracker", "one", "--output", "t.md"});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains("no marks"), qPrintable(answer.err));
        write("t.md", "# Mine\n<!-- espalier:begin head -->\n");
        answer = run({"tracker", "one", "--output", "t.md"});
        QVERIFY2(answer.err.contains("line 2"), qPrintable(answer.err));
        QCOMPARE(read("t.md"), QByteArray("# Mine\n<!-- espalier:begin head -->\n"));
        QCOMPARE(run({"tracker", "none"}).code, 2);
        QVERIFY(text({"tracker", "one"}).startsWith("<!-- espalier:begin head -->\n# One"));
        QFile::remove(folder() + "/t.md");
    }
};

QTEST_GUILESS_MAIN(TrackerTest)
#include "tracker_test.moc"
