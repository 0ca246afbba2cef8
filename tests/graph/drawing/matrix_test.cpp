// The matrix as text, and against counting by hand.
#include "graph/analysis/components.h"
#include "graph/drawing/matrix.h"
#include "graph/snapshot_text.h"

#include <QTest>

#include <random>

using namespace espalier::graph;

namespace {

// One line a row: name, then a letter for each column: a digit for statements, '!' where it runs back.
QString text(const Snapshot& s, const Matrix& m) {
    QString out;
    for (std::size_t r = 0; r < m.rows.size(); ++r) {
        out += QString(2 * m.rows[r].depth, ' ') + QString::fromStdString(s[m.rows[r].module].name) + " ";
        for (std::size_t c = 0; c < m.rows.size(); ++c) {
            const MatrixCell* cell = m.cell(r, c);
            out += r == c ? "\\" : !cell ? "." : cell->feedback ? "!" : QString::number(cell->statements);
        }
        out += "\n";
    }
    for (const Matrix::Block& b : m.blocks)
        out += QString("block %1-%2\n").arg(b.first).arg(b.last);
    return out;
}

QString matrix(const char* graph, std::set<std::string> open = {}, MatrixOrder order = MatrixOrder::Level) {
    ViewSpec view;
    view.open = std::move(open);
    const auto s = snapshotOf(graph);
    return text(*s, makeMatrix(*s, view, order));
}

} // namespace

class MatrixTest : public QObject {
    Q_OBJECT
private slots:
    void usersStandAboveWhatTheyUse() {
        QCOMPARE(matrix("web > orders *3, orders > db, web > db, db > base"), "web \\...\n"
                                                                              "orders 3\\..\n"
                                                                              "db 11\\.\n"
                                                                              "base ..1\\\n");
    }
    void tanglesStayTogetherAndSayWhatRunsBack() {
        QCOMPARE(matrix("a > b *5, b > c *5, c > a, x > a, c > z"), "x \\....\n"
                                                                    "a 1\\.!.\n"
                                                                    "b .5\\..\n"
                                                                    "c ..5\\.\n"
                                                                    "z ...1\\\n"
                                                                    "block 1-3\n");
    }
    void packagesStandForWhatIsInThemUntilOpened() {
        const char* const graph = "p.a > q.x *2, p.b > p.a, q.x > q.y, p > p.a, q.y > p";
        QCOMPARE(matrix(graph), "p \\!\nq 2\\\nblock 0-1\n");
        QCOMPARE(matrix(graph, {"p"}), "p \\..!\n"
                                       "  p.b .\\..\n"
                                       "  p.a 11\\.\n"
                                       "q ..2\\\n"
                                       "block 0-3\n");
        QCOMPARE(matrix(graph, {"q"}, MatrixOrder::Name), "p \\..!\n"
                                                          "q .\\..\n"
                                                          "  q.x 2.\\.\n"
                                                          "  q.y ..1\\\n");
    }
    void likenessBringsTheSameNeighboursTogether() {
        QCOMPARE(matrix("a > x, b > y, c > x, d > y, x, y", {}, MatrixOrder::Cluster),
                 matrix("a > x, b > y, c > x, d > y, x, y", {}, MatrixOrder::Cluster));
        const QStringList lines =
            matrix("a > x, b > y, c > x, d > y, x, y", {}, MatrixOrder::Cluster).split('\n');
        const auto place = [&](QChar name) {
            return std::ranges::find_if(lines, [&](const QString& l) { return l.startsWith(name); }) -
                   lines.begin();
        };
        QCOMPARE(std::abs(place('a') - place('c')), 1);
        QCOMPARE(std::abs(place('b') - place('d')), 1);
    }
    void filtersHold() {
        const auto s = snapshotOf("a > b, t > b, t [test], a ~> c, numpy [external], a > numpy");
        ViewSpec view;
        view.tests = false;
        view.hidden = {"c"};
        QCOMPARE(text(*s, makeMatrix(*s, view, MatrixOrder::Level)), "a \\.\nb 1\\\n");
    }
    // Sums of random graphs with nested packages, for any frontier; by level, what runs back stays in blocks.
    void randomGraphs() {
        std::mt19937 random(11);
        for (int round = 0; round < 60; ++round) {
            std::string graph = "p.q.r.m0";
            const auto name = [&] {
                static const char* const packages[] = {"p.", "p.q.", "p.q.r.", "s.", "", "s.t."};
                return packages[random() % 6] + std::string("m") + std::to_string(random() % 4);
            };
            for (int i = 0; i < 30; ++i)
                graph += ", " + name() + " > " + name();
            const auto s = snapshotOf(graph.c_str());
            ViewSpec view;
            for (const char* package : {"p", "p.q", "p.q.r", "s", "s.t"})
                if (random() % 2 == 0)
                    view.open.insert(package);
            const Matrix m = makeMatrix(*s, view, MatrixOrder::Level);
            std::map<std::pair<int, int>, std::uint32_t> counted;
            for (const Edge& e : s->edges)
                if (const int row = m.rowShowing(*s, e.to), column = m.rowShowing(*s, e.from); row != column)
                    counted[{row, column}] += e.statementCount;
            QCOMPARE(m.cells.size(), counted.size());
            for (const MatrixCell& cell : m.cells) {
                QCOMPARE(cell.statements, (counted[{int(cell.row), int(cell.column)}]));
                const auto inBlock = [&](const Matrix::Block& b) {
                    return b.first <= cell.row && cell.column <= b.last;
                };
                const bool withPackage = m.rows[cell.row].open || m.rows[cell.column].open;
                const bool above = cell.row < cell.column;
                if (!withPackage)
                    QCOMPARE(cell.feedback, above);
                if (cell.feedback && !withPackage)
                    QVERIFY(std::ranges::any_of(m.blocks, inBlock));
            }
            for (std::size_t r = 0; r < m.rows.size(); ++r)
                QVERIFY(m.rows[r].parent < int(r));
        }
    }
    void componentsComeAfterWhatTheyUse() {
        const std::vector<int> c = components({{1}, {2}, {0, 3}, {}, {0}, {5}});
        QCOMPARE(c[0], c[1]);
        QCOMPARE(c[0], c[2]);
        QVERIFY(c[3] < c[0] && c[0] < c[4]);
        QCOMPARE(std::ranges::count(c, c[5]), 1);
    }
    void greatPackagesAreOrderedWithoutMuchThought() {
        std::string graph;
        for (int i = 0; i < 1500; ++i)
            graph += "m" + std::to_string(1000 + i) + " > " + (i % 2 ? "x" : "y") + ", ";
        const auto s = snapshotOf(graph.c_str());
        const Matrix m = makeMatrix(*s, {}, MatrixOrder::Cluster);
        int changes = 0;
        for (std::size_t r = 1; r < m.rows.size(); ++r) {
            const std::string &a = (*s)[m.rows[r - 1].module].name, &b = (*s)[m.rows[r].module].name;
            changes += a.back() % 2 != b.back() % 2;
        }
        QVERIFY2(changes <= 4, qPrintable(QString::number(changes)));
    }
};

QTEST_APPLESS_MAIN(MatrixTest)
#include "matrix_test.moc"
