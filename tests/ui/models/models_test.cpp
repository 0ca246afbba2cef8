#include "ui/findings.h"
#include "ui/models/concern_model.h"
#include "ui/models/evidence_model.h"
#include "ui/models/migration_model.h"
#include "ui/models/package_model.h"
#include "ui/models/problem_model.h"
#include "ui/models/roles.h"
#include "ui/models/rows.h"
#include "ui/shop_project.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace espalier;
using test::rows;
using test::shop;

class ModelsTest : public QObject {
    Q_OBJECT

    static constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

private slots:
    void packages() {
        ui::PackageModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        const auto snapshot = shop();
        model.setSnapshot(snapshot);
        model.setFindings(ui::findFindings(snapshot, {}));
        const QString text = rows(model);
        QVERIFY2(
            text.startsWith(
                "shop\n  gone\n  old_orders\n  orders\n  prices\n  stock\n  web\n    broken\n    checkout\n"),
            qPrintable(text));
        QVERIFY2(text.contains("outside packages\n  json\n  warnings\n"), qPrintable(text));
    }
    void packagesOfNoProject() {
        ui::PackageModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        QCOMPARE(model.rowCount(), 0);
        model.setSnapshot(shop());
        model.setSnapshot(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void badgesCountWhatLiesBelow() {
        ui::PackageModel model;
        const auto snapshot = shop();
        model.setSnapshot(snapshot);
        model.setFindings(ui::findFindings(snapshot, {}));
        const QModelIndex top = model.indexOf(*snapshot->find("shop"));
        const QString words = top.data(Qt::AccessibleDescriptionRole).toString();
        QVERIFY2(words.contains("3 modules in import cycles, 1 deprecated module, 1 ghost"),
                 qPrintable(words));
        QCOMPARE(model.indexOf(*snapshot->find("shop.web")).data(ui::BadgesRole).toList().value(0).toInt(),
                 3); // only a problem: the sign of problems comes first
    }
    void everyIndexLeadsBackToItsParent() {
        ui::PackageModel model;
        const auto snapshot = shop();
        model.setSnapshot(snapshot);
        for (std::size_t i = 0; i < snapshot->modules.size(); ++i) {
            const QModelIndex index = model.indexOf(graph::ModuleId(i));
            QCOMPARE(model.index(index.row(), 0, index.parent()), index);
        }
    }
    void whatOnlySomeCallsWarnOf() {
        facts::ProjectFacts project =
            test::projectFromText("== m.py\ndef f(x): pass\n== n.py\nfrom m import f\n");
        auto symbols = std::make_shared<facts::SymbolFacts>();
        symbols->marks.push_back({facts::MarkSource::Condition, 1, "f", "x is deprecated"});
        project.files[0].symbols = symbols;
        const auto findings = ui::findFindings(graph::buildSnapshot(std::move(project), {}), {});
        ui::MigrationModel migration;
        migration.setFindings(findings);
        QVERIFY2(rows(migration).startsWith("m:f (some calls only) | 1 |"), qPrintable(rows(migration)));
        ui::ConcernModel concerns;
        concerns.setFindings(findings);
        QVERIFY2(!rows(concerns).contains("m:f"), qPrintable(rows(concerns)));
    }
    void migration() {
        ui::MigrationModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        model.setFindings(ui::findFindings(shop(), {}));
        const QString text = rows(model);
        QVERIFY2(text.startsWith("shop.old_orders | 3 | 2 | 1 | 0 | 0 | shop.orders\n"), qPrintable(text));
        for (const char* place :
             {"  shop/orders.py:3", "  shop/web/checkout.py:1", "  tests/test_orders.py:2"})
            QVERIFY2(text.contains(place), qPrintable(text));
    }
    void problems() {
        ui::ProblemModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        const auto snapshot = shop();
        model.setSnapshot(snapshot);
        QCOMPARE(model.rowCount(), static_cast<int>(snapshot->problems.size()));
        QVERIFY2(rows(model).contains("shop/web/broken.py"), qPrintable(rows(model)));
    }
    void concerns() {
        ui::ConcernModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        model.setFindings(ui::findFindings(shop(), {}));
        const QStringList lines = rows(model).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 8);
        QCOMPARE(lines[1], "  3 modules | shop.orders …");
        QCOMPARE(lines[2], "Deprecated, and still imported");
        QCOMPARE(lines[3], "  3 imports | shop.old_orders");
        QCOMPARE(lines[5], "  1 import | shop.gone");
        QVERIFY2(lines[7].startsWith("  line ") && lines[7].endsWith(" | shop/web/broken.py"),
                 qPrintable(lines[7]));
        QVERIFY(!model.concern(model.index(0, 0)));
        QCOMPARE(model.concern(model.index(0, 1, model.index(1, 0)))->weight, std::size_t{3});
    }
    void evidence() {
        ui::EvidenceModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        const auto snapshot = shop();
        const auto edge =
            snapshot->edge(*snapshot->find("shop.orders"), *snapshot->find("shop.web.checkout"));
        QVERIFY(edge);
        const graph::Edge& e = (*snapshot)[*edge];
        model.set(snapshot, {{snapshot->statementsOf(e)[0], e.from, e.to}});
        QCOMPARE(rows(model), "shop/orders.py:5 | deferred | import shop.web.checkout\n");
        QCOMPARE(model.markdown(), "- `shop/orders.py:5` (deferred): `import shop.web.checkout`\n");
        model.set(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
