// A campaign's figures over time, as numbers and as a chart.
#include "ui/campaigns/campaign_model.h"
#include "ui/campaigns/campaign_text.h"
#include "ui/campaigns/graph_trend.h"
#include "ui/campaigns/trend_chart.h"
#include "ui/campaigns/trend_legend.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace espalier;

namespace {

// "place: all (production+tests+…)", one for each point
QString points(const ui::TrendData& data) {
    QStringList out;
    for (const ui::TrendData::Point& p : data.points) {
        QStringList parts;
        for (const double part : p.parts)
            parts << QString::number(part);
        out << QString("%1: %2 (%3) %4 new %5 fixed %6 back")
                   .arg(p.place)
                   .arg(p.all)
                   .arg(parts.join('+'))
                   .arg(p.moved.fresh)
                   .arg(p.moved.fixed)
                   .arg(p.moved.back);
    }
    return out.join('\n');
}

QString marks(const ui::TrendData& data) {
    QStringList out;
    for (const ui::TrendData::Mark& mark : data.marks)
        out << QString("%1 %2").arg(mark.place).arg(mark.words);
    return out.join(", ");
}

} // namespace

class TrendTest : public QObject {
    Q_OBJECT
    const ui::CampaignPastPtr past_ = test::smallCampaign();

private slots:
    void stepsByClass() {
        const ui::TrendData data = ui::trendData(*past_, 0, ui::TrendMeasure::Files);
        QCOMPARE(points(data), "0: 2 (1+1+0+0) 2 new 0 fixed 0 back\n"
                               "1: 1 (1+0+0+0) 0 new 1 fixed 0 back\n"
                               "2: 0 (0+0+0+0) 0 new 1 fixed 0 back\n"
                               "3: 1 (1+0+0+0) 0 new 0 fixed 1 back");
        QCOMPARE(marks(data), "0 baseline v0, 3 1 violation came back");
        QCOMPARE(data.target, std::optional(0.0));
        QCOMPARE(data.at(4), &data.points[3]);
        QCOMPARE(data.most(), 2.0);
    }
    // A point for each commit that changed the number.
    void numbersOfTheModuleGraph() {
        graph::MeasuredLine measured;
        measured.measures.resize(5);
        for (std::size_t i = 0; i < 5; ++i) {
            graph::Measures& m = measured.measures[i];
            m.modules = {static_cast<std::uint32_t>(10 + i / 2), 3, 1, 7, 2};
            m.edges = {20, 5, static_cast<std::uint32_t>(i / 4), 0};
            m.atImport = {1, i < 3 ? 0U : 4U, 4};
            m.files.lines = 100;
        }
        const auto shown = [&](ui::TrendMeasure measure) {
            QStringList out;
            for (const ui::TrendData::Point& p : ui::graphTrend(past_->line, measured, measure).points)
                out << QString("%1:%2").arg(p.place).arg(p.all);
            return out.join(' ');
        };
        QCOMPARE(shown(ui::TrendMeasure::Modules), "0:13 2:14 4:15"); // with packages, without the rest
        QCOMPARE(shown(ui::TrendMeasure::Imports), "0:25 4:26");
        QCOMPARE(shown(ui::TrendMeasure::InTangles), "0:0 3:4");
        QCOMPARE(shown(ui::TrendMeasure::Lines), "0:100");
        QCOMPARE(shown(ui::TrendMeasure::Ghosts), "0:2");
        QCOMPARE(ui::graphWords(measured), "15 modules, 4 in tangles at import time, 2 are missing");
        ui::TrendChart chart;
        chart.set(ui::graphTrend(past_->line, measured, ui::TrendMeasure::Imports));
        QVERIFY2(chart.words(4).endsWith("Imports, by kind: 26, at import time 20, deferred 5, "
                                         "typing only 1"),
                 qPrintable(chart.words(4)));
    }
    void complianceIsAShare() {
        const ui::TrendData data = ui::trendData(*past_, 0, ui::TrendMeasure::Compliance);
        QCOMPARE(data.points[0].all, 0.0);
        QCOMPARE(data.points[2].all, 100.0);
        QVERIFY(!data.target);
    }
    void roundValues() {
        const auto scale = [](double most, int count) {
            const graph::ValueScale s = graph::valueScale(most, count);
            return QString("%1 x %2").arg(s.steps).arg(s.step);
        };
        QCOMPARE(scale(0, 5), "1 x 1");
        QCOMPARE(scale(3, 5), "3 x 1");
        QCOMPARE(scale(97, 5), "5 x 20");
        QCOMPARE(scale(101, 5), "3 x 50");
        QCOMPARE(scale(1204, 4), "3 x 500");
    }
    void keysGoFromChangeToChange() {
        ui::TrendChart chart;
        chart.resize(600, 300);
        chart.set(ui::trendData(*past_, 0, ui::TrendMeasure::Files));
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(&chart, key, with);
            return chart.cursor();
        };
        QCOMPARE(press(Qt::Key_Left), 3);
        QCOMPARE(press(Qt::Key_Left), 2);
        QCOMPARE(press(Qt::Key_Right), 3);
        QCOMPARE(press(Qt::Key_Right), 4); // the newest
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(press(Qt::Key_Right, Qt::ControlModifier), 3);
        QVERIFY(chart.accessibleDescription().contains("1 violation") ||
                chart.accessibleDescription().contains("1 came back"));
        QSignalSpy chosen(&chart, &ui::TrendChart::commitChosen);
        press(Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toString(), "3");
    }
    void aClickAsksForTheCommitBelow() {
        ui::TrendChart chart;
        chart.resize(600, 300);
        chart.set(ui::trendData(*past_, 0, ui::TrendMeasure::Files));
        QSignalSpy chosen(&chart, &ui::TrendChart::commitChosen);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, {595, 150});
        QTest::mouseClick(&chart, Qt::LeftButton, {}, {20, 150});
        QCOMPARE(chosen.value(0).value(0).toString(), "4");
        QCOMPARE(chosen.value(1).value(0).toString(), "0");
    }
    void theChartIsPaintedWithAndWithoutData() {
        ui::TrendChart chart;
        chart.resize(600, 300);
        const QImage empty = chart.grab().toImage();
        chart.set(ui::trendData(*past_, 0, ui::TrendMeasure::Files));
        QVERIFY(chart.grab().toImage() != empty);
        const QImage plain = chart.grab().toImage();
        chart.setShown(2);
        QVERIFY(chart.grab().toImage() != plain);
    }
    void theLegendExplainsWhatIsThere() {
        ui::TrendLegend legend;
        legend.set(ui::trendData(*past_, 0, ui::TrendMeasure::Files));
        QCOMPARE(legend.words().join(", "), "production, tests, target, violations came back");
        legend.set(ui::trendData(*past_, 0, ui::TrendMeasure::Compliance));
        QCOMPARE(legend.words().join(", "), "violations came back");
    }
    void theBoardSaysItInWords() {
        ui::CampaignModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.set(past_);
        QCOMPARE(model.index(0, 0).data().toString(), "Away from p.old");
        const QStringList words = model.index(0, 0).data(Qt::ToolTipRole).toString().split('\n');
        QCOMPARE(words[1], "1 file left");
        QCOMPARE(words[2], "Since v0: 0 new, 2 fixed, 1 came back");
        QVERIFY(std::ranges::all_of(model.spark(0), [](const QPointF& p) {
            return p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1;
        }));
        QCOMPARE(model.spark(0).last(), QPointF(1, 0.5));
        model.set(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TrendTest)
#include "trend_test.moc"
