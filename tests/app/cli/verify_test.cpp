// Trackers held against a repository that the real git has made.
#include "app/cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

namespace {

constexpr const char* kTracker = "# Retire shop.old\n"                                          // 1
                                 "\n"                                                           // 2
                                 "1. `shop/web.py:2`\n"                                         // 3
                                 "   - Current: `from shop.old import x`\n"                     // 4
                                 "2. `shop/cart.py:1`\n"                                        // 5
                                 "3. `shop/gone.py`\n"                                          // 6
                                 "\n"                                                           // 7
                                 "shop.web imports shop.old, shop.cart imports shop.web.\n"     // 8
                                 "There is a circular import between shop.web and shop.cart.\n" // 9
                                 "2 files import `x`. 3 files mention `x`.\n"                   // 10
                                 "\n"                                                           // 11
                                 "`Basket = Cart`\n";                                           // 12

} // namespace

class VerifyTest : public QObject, private test::Program {
    Q_OBJECT

    QString first_, second_;

    QString git(const QStringList& arguments) {
        const test::Answer answer =
            run(QStringList{"-c", "user.name=T", "-c", "user.email=t@example.org"} + arguments, {}, "git");
        if (answer.code != 0)
            qWarning() << answer.err;
        return answer.out.trimmed();
    }
    QString commit(const char* message) {
        git({"add", "-A"});
        git({"commit", "-q", "-m", message});
        return git({"rev-parse", "HEAD"});
    }

    // "3 line: true, partly true; moved 4", one a line.
    static QString told(const QJsonObject& answer, const QString& kind = {}) {
        QString out;
        for (const QJsonValue& value : answer["claims"].toArray()) {
            const QJsonObject claim = value.toObject(), change = claim["change"].toObject();
            if (!kind.isEmpty() && claim["kind"] != kind)
                continue;
            out += QString::number(claim["line"].toInt()) + ' ' + claim["kind"].toString() + ": " +
                   claim["then"].toObject()["verdict"].toString("-") + ", " +
                   claim["now"].toObject()["verdict"].toString() + "; " + change["what"].toString() + ' ' +
                   change["commit"].toString("-").left(10) + ' ' + QString::number(change["line"].toInt()) +
                   '\n';
        }
        return out;
    }

private slots:
    void initTestCase() {
        git({"init", "-q", "-b", "main"});
        write("shop/__init__.py", "");
        write("shop/old.py", "x = 1\n");
        write("shop/web.py", "\nfrom shop.old import x\n\ndef f():\n    import shop.cart\n");
        write("shop/cart.py", "import shop.web\nclass Cart: pass\nBasket = Cart\n");
        write("shop/gone.py", "print('x')\n");
        write("docs/tracker.md", kTracker);
        first_ = commit("one");
        write("shop/web.py", "\n\n\n\nfrom shop.old import x\n");
        second_ = commit("two: web lets go of cart");
        write("shop/cart.py", "from shop.old import x\n");
        QFile::remove(folder() + "/shop/gone.py");
        commit("three");
        write("other.txt", "nothing\n");
        commit("four");
    }

    void thenAndNow() {
        const QString three = git({"rev-parse", "HEAD~1"}).left(10);
        const QJsonObject answer = json({"verify", "docs/tracker.md"});
        QCOMPARE(answer["schema"].toInt(), 1);
        QCOMPARE(answer["then_commit"].toString(), first_);
        QVERIFY(answer["now_commit"].isNull());
        const QString expected = QString("3 line: true, partly true; moved - 5\n"
                                         "4 import: true, partly true; moved - 5\n"
                                         "5 line: true, false; no longer true %1 0\n"
                                         "6 path: true, false; no longer true %1 0\n"
                                         "8 imports: true, true; moved - 5\n"
                                         "8 imports: true, false; no longer true %1 0\n"
                                         "9 cycle: partly true, false; no longer true - 0\n"
                                         "10 count: false, true; true now - 0\n"
                                         "10 count: true, true; same - 0\n"
                                         "12 alias: true, false; no longer true %1 0\n")
                                     .arg(three);
        QCOMPARE(told(answer).split('\n'), expected.split('\n'));
        const QJsonObject moved = answer["claims"].toArray()[0].toObject();
        QCOMPARE(moved["text"].toString(), "shop/web.py:2");
        const QJsonObject there = moved["then"].toObject()["evidence"].toArray()[0].toObject();
        QCOMPARE(there["path"].toString(), "shop/web.py");
        QCOMPARE(there["line"].toInt(), 2);
        QCOMPARE(there["statement"].toString(), "from shop.old import x");
    }

    // A search by text counts parts of longer words, too.
    void partsOfWords() {
        write("words.txt", "basket_one my_basket_one\n");
        write("more.txt", "my_basket_one\n");
        const QTemporaryDir beside;
        QFile tracker(beside.filePath("t.md"));
        QVERIFY(tracker.open(QIODevice::WriteOnly));
        tracker.write(
            "- 3 occurrences of `basket_one` across 2 files\n- 9 occurrences of `basket_one` across 2 files\n"
            "- 1 occurrences of `basket_one` across 1 files\n- 3 imports of `basket_one`\n"
            "- 8 files mention `basket_one`\n");
        tracker.close();
        const QJsonArray claims = json({"verify", tracker.fileName()})["claims"].toArray();
        QStringList verdicts;
        for (const QJsonValue claim : claims)
            verdicts << claim["now"]["verdict"].toString();
        QCOMPARE(verdicts.join(", "), "partly true, partly true, true, false, false");
        QVERIFY(
            text({"verify", tracker.fileName()})
                .contains(
                    "as a part of longer words too: 3 places in 2 text files, of these 0 in 0 Python files"));
        remove("words.txt");
        remove("more.txt");
    }

    void asText() {
        const QString said = text({"verify", "docs/tracker.md"});
        QVERIFY2(said.contains("then, in " + first_.left(10)), qPrintable(said));
        QVERIFY(said.contains(
            "line 3  line: shop/web.py:2\n    then: true\n      shop/web.py:2  from shop.old import x\n"
            "    now: partly true: moved to line 5\n"));
        QVERIFY(said.contains("    now: false: no longer true (changed in commit "));
        QVERIFY(said.contains("with the imports in functions there is one"));
    }

    void otherCommits() {
        const QJsonObject between = json({"verify", "docs/tracker.md", "--at", first_, "--now", second_});
        QCOMPARE(between["now_commit"].toString(), second_);
        QCOMPARE(told(between, "cycle"), QString("9 cycle: partly true, false; no longer true - 0\n"));
        QCOMPARE(told(between, "alias"), QString("12 alias: true, true; same - 0\n"));
        QCOMPARE(run({"verify", "docs/tracker.md", "--at", "v9"}).code, 2);
        QCOMPARE(run({"verify", "docs/none.md"}).code, 2);
    }

    void bareRepositories() {
        const QTemporaryDir place;
        const QString bare = place.filePath("bare.git");
        git({"clone", "-q", "--bare", ".", bare});
        const QJsonObject answer = json({"verify", "docs/tracker.md", "--repo", bare});
        QCOMPARE(answer["then_commit"].toString(), first_);
        QCOMPARE(answer["now_commit"].toString(), git({"rev-parse", "HEAD"}));
        QCOMPARE(answer["claims"].toArray().size(), 10);
    }

    // On a branch of its own: what went, came back and went again has been gone since the last time.
    void cameAndWent() {
        git({"checkout", "-q", "-b", "flapping", first_});
        write("shop/gone.py", "");
        remove("shop/old.py");
        commit("gone");
        write("shop/old.py", "x = 1\n");
        commit("back");
        write("shop/old.py", "z = 1\n");
        const QString gone = commit("gone again").left(10);
        write("other.txt", "nothing\n");
        commit("more");
        git({"checkout", "-q", "-b", "beside", first_});
        write("beside.txt", "nothing\n");
        const QString beside = commit("beside");
        git({"checkout", "-q", "main"});
        const QTemporaryDir elsewhere;
        QFile tracker(elsewhere.filePath("t.md"));
        QVERIFY(tracker.open(QIODevice::WriteOnly));
        tracker.write("`shop/old.py:1`\n```python\nfrom shop.old import x\n```\n");
        tracker.close();
        for (const QString& then : {first_, beside})
            QCOMPARE(told(json({"verify", tracker.fileName(), "--at", then, "--now", "flapping"})),
                     QString("1 line: true, false; no longer true %1 0\n"
                             "3 import: true, false; no longer true %1 0\n")
                         .arg(gone));
    }

    // In a history without a common commit, no commit has taken anything away.
    void ofAnotherHistory() {
        git({"checkout", "-q", "--orphan", "another"});
        git({"rm", "-r", "-q", "-f", "."});
        write("shop/stock.py", "");
        const QString another = commit("another");
        git({"checkout", "-q", "main"});
        const QJsonObject answer = json({"verify", "docs/tracker.md", "--at", first_, "--now", another});
        const QString said = told(answer);
        QVERIFY2(!said.contains(another.left(10)), qPrintable(said));
        QVERIFY(said.contains("6 path: true, false; no longer true - 0\n"));
        QVERIFY2(said.contains("8 imports: true, false; no longer true - 0\n"
                               "8 imports: true, false; no longer true - 0\n"
                               "9 cycle: partly true, false; no longer true - 0\n"),
                 qPrintable(said));
        QVERIFY(text({"verify", "docs/tracker.md", "--at", first_, "--now", another})
                    .contains("  no commit was found that both come from: "));
        QVERIFY(!text({"verify", "docs/tracker.md"}).contains("both come from"));
    }

    // Of what is not there, something wanted is false, and its absence nothing that can be told.
    void whatIsNotThere() {
        write("loose.md", "shop.none imports shop.old. shop.none does not import shop.old.\n"
                          "There is a circular import between shop.none and shop.old.\n\n"
                          "No circular imports in shop.none.\n");
        QCOMPARE(told(json({"verify", "loose.md"})),
                 QString("1 imports: -, false; unknown - 0\n1 imports: -, unknown; unknown - 0\n"
                         "2 cycle: -, false; unknown - 0\n4 cycle: -, unknown; unknown - 0\n"));
        QVERIFY(text({"verify", "loose.md"}).contains("there is no shop.none\n"));
        write("loose.md", "`shop/none.py` has no circular imports.\n\nNo circular imports exist.\n");
        QVERIFY(
            text({"verify", "loose.md"}).contains("there is none of the modules that the tracker names\n"));
        write("one/twin.py", "import shop.old\n");
        write("two/twin.py", "");
        write("loose.md", "twin.py imports shop.old.\n");
        QVERIFY(text({"verify", "loose.md"})
                    .contains("now: unknown\n      2 modules could be meant by twin.py\n      one/twin.py\n"
                              "      two/twin.py\n"));
        remove("one/twin.py");
        remove("two/twin.py");
        remove("loose.md");
    }

    void aliasesElsewhere() {
        write("loose.md", "**File:** `shop/old.py`\n- the alias `Case = Trunk`\n");
        QVERIFY(text({"verify", "loose.md"}).endsWith("nothing binds Case to Trunk there\n"));
        write("shop/trunk.py", "class Trunk: pass\nCase = Trunk\n");
        QVERIFY(text({"verify", "loose.md"})
                    .contains("    now: false\n      nothing binds Case to Trunk there\n      but elsewhere\n"
                              "      shop/trunk.py:2  Case = Trunk\n"));
        remove("shop/trunk.py");
        remove("loose.md");
    }

    // Nobody knows what it is about: only now is answered.
    void ofNoCommit() {
        write("loose.md", "shop.web imports shop.old. No circular imports.\n");
        QCOMPARE(told(json({"verify", "loose.md"})),
                 QString("1 imports: -, true; unknown - 0\n1 cycle: -, true; unknown - 0\n"));
        remove("loose.md");
    }

    void statementsOfNoFile() {
        write("loose.md", "```python\nfrom shop.old import x\nfrom shop.old import y\nfrom shop.none import "
                          "z\nimport shop.cart\n```\n");
        QCOMPARE(told(json({"verify", "loose.md"})),
                 QString("2 import: -, true; unknown - 0\n3 import: -, false; unknown - 0\n"
                         "4 import: -, false; unknown - 0\n5 import: -, partly true; unknown - 0\n"));
        remove("loose.md");
    }
};

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify_test.moc"
