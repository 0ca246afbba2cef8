// The chip at the top of the window: what is new since the baseline, when it is asked, where a click leads.
#include "ui/cycles/cycles_panel.h"
#include "ui/history/baseline_desk.h"
#include "ui/history/history_desk.h"
#include "ui/history/line_text.h"
#include "ui/panels/lists_panel.h"
#include "ui/shop_window.h"

#include <QSignalSpy>
#include <QToolBar>

using namespace espalier;

namespace {

// The tangles that some modules are in, "a b" for two that import each other; "!a" imports what is
// deprecated.
graph::SnapshotPtr project(const QString& text, const char* baseline, const char* revision = nullptr) {
    std::string files = "== old.py\n== zz.py\n";
    for (const QString& word : text.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const QStringList names = word.split(u' ');
        for (qsizetype i = 0; i < names.size(); ++i)
            files += names[i].startsWith(u'!') ? "== " + names[i].mid(1).toStdString() + ".py\nimport old\n"
                                               : "== " + names[i].toStdString() + ".py\nimport " +
                                                     names[(i + 1) % names.size()].toStdString() + "\n";
    }
    graph::Config config;
    config.baseline = baseline;
    config.deprecated.push_back({"old", {}, {}, {}});
    facts::ProjectFacts facts = test::projectFromText(files);
    facts.workingTree = !revision;
    facts.revision = revision ? std::string(40, revision[0]) : "";
    return graph::buildSnapshot(std::move(facts), config);
}

ui::SinceBaselinePtr since(const graph::SnapshotPtr& before, const graph::SnapshotPtr& after) {
    auto out = std::make_shared<ui::SinceBaseline>();
    out->before = before;
    out->after = after;
    out->difference = graph::difference(*before, *after, {}, {});
    const auto tangles = graph::tangles(*after, {});
    const auto ages = graph::agesOf(tangles, out->difference);
    for (std::size_t i = 0; i < tangles.size(); ++i)
        if (ages[i] != graph::TangleAge::Known)
            out->ages.emplace((*after)[tangles[i].modules.front()].name, ages[i]);
    return out;
}

QString words(const char* before, const char* after) {
    return ui::newsWords(since(project(before, ""), project(after, ""))->difference);
}

} // namespace

class BaselineDeskTest : public QObject, test::ShopWindow {
    Q_OBJECT

    ui::BaselineDesk& desk() { return window_->baseline(); }
    QString chip() { return desk().compare->isVisible() ? desk().compare->text() : QString("hidden"); }
    void show(const graph::SnapshotPtr& snapshot) {
        snapshot_ = snapshot;
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->findings() && window_->findings()->snapshot == snapshot_);
    }

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { newWindow(); }
    void cleanup() { window_.reset(); }

    void inWords() {
        QCOMPARE(words("a b", "a b"), "no new tangles");
        QCOMPARE(words("", "a b"), "+1 tangle");
        QCOMPARE(words("a b", "c d, e f"), "+2 −1 tangles");
        QCOMPARE(words("a b", "a b c"), "1 grown");
        QCOMPARE(words("a b", "c d, a b e"), "+1 tangle, 1 grown");
        QCOMPARE(words("a b", ""), "−1 tangle");
        QCOMPARE(words("!a", ""), "no new tangles, −1 violation");
        QCOMPARE(words("!a, !b", "!c, a b"), "+1 tangle, +1 −2 violations");
    }
    void thereIsAChipOnlyWithABaselineAndARepository() {
        show(project("a b", "v1"));
        QCOMPARE(chip(), "hidden");
        window_->history().setRepository(true, false);
        QCOMPARE(chip(), "vs v1: …");
        show(project("a b", ""));
        QCOMPARE(chip(), "hidden");
        show(project("a b", "a-branch-with-a-very-long-name"));
        QCOMPARE(chip(), "vs a-branch-with-a-very-lo…: …");
    }
    void itIsAskedOnceTheProjectIsIndexedAndForEachState() {
        QSignalSpy wanted(&desk(), &ui::BaselineDesk::wanted);
        window_->history().setRepository(true, false);
        show(project("a b", "v1"));
        QTest::qWait(2 * ui::BaselineDesk::kPauseMs);
        QCOMPARE(wanted.size(), 0);
        desk().setReady();
        QTRY_COMPARE(wanted.size(), 1);
        desk().set(since(project("", ""), snapshot_));
        QCOMPARE(chip(), "vs v1: +1 tangle");
        QVERIFY2(desk().compare->toolTip().contains("\n    of 2 modules, new: a, b"),
                 qPrintable(desk().compare->toolTip()));
        show(project("a b, c d", "v1")); // a file has changed: what is known stays until there is an answer
        QCOMPARE(chip(), "vs v1: +1 tangle");
        QTRY_COMPARE(wanted.size(), 2);
        show(project("a b", "v1", "7")); // a commit
        QCOMPARE(chip(), "vs v1: …");
        QTRY_COMPARE(wanted.size(), 3);
        desk().fail({"no luck", {}, {}});
        QCOMPARE(chip(), "vs v1: cannot be told");
        QCOMPARE(desk().compare->toolTip(), "no luck");
        show(project("a b", "", "7"));
        QTest::qWait(2 * ui::BaselineDesk::kPauseMs);
        QCOMPARE(wanted.size(), 3);
    }
    void aBaselineThatIsNoRevisionIsAProblem() {
        facts::ProjectFacts facts = test::projectFromText("== a.py\n");
        facts.problems.push_back({"espalier.toml", {"unknown-baseline", 1, 0, "no 'v9'"}});
        graph::Config config;
        config.baseline = "v9";
        window_->history().setRepository(true, false);
        desk().setReady();
        QSignalSpy wanted(&desk(), &ui::BaselineDesk::wanted);
        show(graph::buildSnapshot(std::move(facts), config));
        QCOMPARE(chip(), "vs v9: no such revision");
        QTRY_VERIFY(window_->lists().isVisible());
        desk().compare->trigger();
        QVERIFY(window_->lists().problems()->isVisible());
        QTest::qWait(2 * ui::BaselineDesk::kPauseMs);
        QCOMPARE(wanted.size(), 0);
    }
    void aClickComparesAndAnotherEndsThat() {
        QSignalSpy told(&desk(), &ui::BaselineDesk::told);
        window_->history().setRepository(true, false);
        show(project("a b", "v1"));
        desk().compare->trigger();
        QVERIFY(told.last().first().toString().contains("being found out"));
        desk().set(since(project("", "", "1"), snapshot_));
        desk().compare->trigger();
        QVERIFY(told.last().first().toString().contains("has to be read first"));
        QVERIFY(!desk().compare->isChecked());
        window_->history().setLine(test::commitLine("0 1:v1 2"));
        desk().compare->trigger();
        QCOMPARE(window_->history().other(), std::optional(1));
        QVERIFY(desk().compare->isChecked());
        desk().compare->trigger();
        QVERIFY(!window_->history().other());
        QVERIFY(!desk().compare->isChecked());
        window_->history().setLine(test::commitLine("0"));
        desk().compare->trigger();
        QVERIFY(told.last().first().toString().contains("not on the line"));
    }
    void tanglesThatAreNewComeFirst() {
        window_->history().setRepository(true, false);
        show(project("a b, c d", "v1"));
        ui::ListPanel* list = window_->lists().cycles()->tangles();
        const auto row = [&](int i) { return list->view()->model()->index(i, 0).data().toString(); };
        QTRY_COMPARE(row(0), "a, b");
        desk().set(since(project("a b", ""), snapshot_));
        QCOMPARE(row(0), "new: c, d");
        QVERIFY(
            list->view()->model()->index(0, 0).data(Qt::ToolTipRole).toString().startsWith("new since v1\n"));
        QCOMPARE(desk().agesInWords(), "1 new since v1");
        QCOMPARE(row(1), "a, b");
    }
};

QTEST_MAIN(BaselineDeskTest)
#include "baseline_desk_test.moc"
