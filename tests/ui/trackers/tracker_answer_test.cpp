// The answers of `espalier verify` as the window reads them, odd ones too, and as rows.
#include "ui/models/rows.h"
#include "ui/trackers/tracker_answers_text.h"
#include "ui/trackers/tracker_words.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace espalier;

class TrackerAnswerTest : public QObject {
    Q_OBJECT

    static QString rows(const ui::TrackerAnswer& answer, bool onlyUntrue) {
        ui::TreeTable model(nullptr, ui::kNowColumn);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.set(ui::claimHeaders(), {}, ui::claimRows(answer, onlyUntrue));
        return test::rows(model);
    }

private slots:
    void claimsAsRows() {
        const auto answer = ui::readTrackerAnswer(test::kTrackerAnswer);
        QVERIFY(answer);
        QCOMPARE(rows(*answer, false), "3: shop/orders.py:1 | partly true | true | moved to line 25\n"
                                       "  shop/orders.py:1  import shop.stock\n"
                                       "  it has moved\n"
                                       "  then: shop/orders.py:1  import shop\n"
                                       "5: from shop.old_orders | make | false | true | no longer true since "
                                       "9e4825078f\n"
                                       "  shop/web/checkout.py:1  from shop.old_orders import make\n"
                                       "9: shop.prices is fine | true | true\n"
                                       "  so it is\n"
                                       "11: 40 files | can't be told | –\n"
                                       "  of what?\n");
        QCOMPARE(rows(*answer, true).count("so it is"), 0);
        QCOMPARE(ui::trackerSummary(*answer),
                 "Then, in 3fcb7e3793: 3 true\n"
                 "Now, in the working tree: 1 true, 1 partly true, 1 false, 1 can't be told");
    }
    void signsAndOrder() {
        const auto answer = ui::readTrackerAnswer(test::kTrackerAnswer);
        QStringList signs;
        for (const ui::TreeRow& row : ui::claimRows(*answer, false))
            signs << row.sign + ' ' + row.order[1].toString();
        QCOMPARE(signs.join(", "), "warning 1, verdict-fails 0, verdict-ok 3, verdict-unknown 2");
    }
    void asMarkdown() {
        const auto answer = ui::readTrackerAnswer(test::kTrackerAnswer);
        QCOMPARE(ui::trackerMarkdown("t.md", *answer, true),
                 "### t.md\n\n- Then, in 3fcb7e3793: 3 true\n"
                 "- Now, in the working tree: 1 true, 1 partly true, 1 false, 1 can't be told\n\n"
                 "| Line | Claim | Then | Now | What has changed |\n|---|---|---|---|---|\n"
                 "| 3 | `shop/orders.py:1` | true | partly true | moved to line 25 |\n"
                 "| 5 | `from shop.old_orders \\| make` | true | false | no longer true since 9e4825078f |\n"
                 "| 11 | `40 files` | – | can't be told |  |\n");
    }
    void oddInput_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("told"); // "-": nothing
        const auto row = [](const char* name, const QByteArray& json, const char* told) {
            QTest::newRow(name) << QByteArray(json).replace('\'', '"') << QString(told);
        };
        row("empty", "", "-");
        row("no JSON", "espalier: no", "-"); // quotes are written as ' below
        row("a list", "[1]", "-");
        row("claims are no list", "{'claims': {'line': 1}}", "-");
        row("no claims", "{'claims': []}", "");
        row("claims are no objects", "{'claims': [1, 'x', null, [2]]}", "");
        row("nothing is said", "{'claims': [{}]}", "0:  | can't be told | –\n");
        row("other types", "{'claims': [{'line': 'x', 'text': 3, 'then': [], 'now': 7, 'change': 'same'}]}",
            "0:  | can't be told | –\n");
        row("other words",
            "{'claims': [{'line': -4, 'text': 'a\\nb', 'then': {'verdict': 'perhaps'}, 'now': {'verdict': "
            "'true',"
            "'evidence': [4, {'path': 'a.py'}, {'path': 'b.py', 'line': -1, 'text': 'x'}]},"
            "'change': {'what': 'eaten', 'line': 3}}]}",
            "0: a b | true | can't be told\n  a.py\n  b.py  x\n");
        QByteArray large = "{'claims': [], 'x': '";
        large += QByteArray(ui::kMaxAnswerBytes, 'x') + "'}";
        row("too large", large, "-");
    }
    void oddInput() {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, told);
        const auto answer = ui::readTrackerAnswer(json);
        QCOMPARE(answer ? rows(*answer, false) : QString("-"), told);
    }
};

QTEST_MAIN(TrackerAnswerTest)
#include "tracker_answer_test.moc"
