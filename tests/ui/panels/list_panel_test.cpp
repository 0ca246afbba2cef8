#include "ui/panels/list_panel.h"

#include <QStandardItemModel>
#include <QTest>

using espalier::ui::ListPanel;

namespace {

class Model : public QStandardItemModel {
public:
    void reset() {
        beginResetModel();
        endResetModel();
    }
};

} // namespace

class ListPanelTest : public QObject {
    Q_OBJECT
private slots:
    // Two rows of the same name, of which only the second one has something open in it.
    void rowsOfOneNameStayOpen() {
        Model model;
        for (const char* inner : {"left", "right"}) {
            auto* outer = new QStandardItem("same");
            auto* row = new QStandardItem(inner);
            row->appendRow(new QStandardItem("leaf"));
            outer->appendRow(row);
            model.appendRow(outer);
        }
        ListPanel panel(&model, "Rows", -1);
        panel.show();
        const auto inner = [&](int outer) {
            const QAbstractItemModel& rows = *panel.view()->model();
            return rows.index(0, 0, rows.index(outer, 0));
        };
        panel.view()->expand(inner(0).parent());
        panel.view()->expand(inner(1).parent());
        panel.view()->expand(inner(1));
        model.reset();
        QVERIFY(panel.view()->isExpanded(inner(0).parent()) && panel.view()->isExpanded(inner(1).parent()));
        QVERIFY(!panel.view()->isExpanded(inner(0)));
        QVERIFY(panel.view()->isExpanded(inner(1)));
    }
};

QTEST_MAIN(ListPanelTest)
#include "list_panel_test.moc"
