// Where the numbers of a cycle go.
#include "ui/map/paint_marks.h"

#include <QLineF>
#include <QTest>

using namespace espalier;

class PaintMarksTest : public QObject {
    Q_OBJECT

    static QPainterPath line(QPointF from, QPointF to) {
        QPainterPath out(from);
        out.cubicTo(from, to, to);
        return out;
    }
    static bool apart(const std::vector<QPointF>& places, double width) {
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (QLineF(places[i], places[k]).length() < width)
                    return false;
        return true;
    }

private slots:
    void discsThatDoNotTouchStay() {
        const std::vector<QPointF> wished{{50, 0}, {50, 30}};
        QCOMPARE(ui::discPlaces({line({0, 0}, {100, 0}), line({0, 30}, {100, 30})}, wished, 19), wished);
    }
    void oneGoesAlongItsLine() {
        const auto places =
            ui::discPlaces({line({0, 0}, {100, 0}), line({100, 4}, {0, 4})}, {{50, 0}, {50, 4}}, 19);
        QVERIFY(apart(places, 19));
        QCOMPARE(places[1].y(), 4.0); // on the line
    }
    void shortOppositeLinesHaveThemBeside() {
        const auto places =
            ui::discPlaces({line({0, 0}, {12, 0}), line({12, 4}, {0, 4}), line({0, 2}, {12, 2})},
                           {{6, 0}, {6, 4}, {6, 2}}, 19);
        QVERIFY(apart(places, 19));
    }
};

QTEST_GUILESS_MAIN(PaintMarksTest)
#include "paint_marks_test.moc"
