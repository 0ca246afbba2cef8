// What matters most to a migration.
#include "graph/analysis/ranks.h"
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;

class RanksTest : public QObject {
    Q_OBJECT

    static QString ranks(std::vector<std::string> critical) {
        graph::Config config;
        config.campaigns.push_back({});
        config.campaigns[0].criticalPath = std::move(critical);
        const auto snapshot = graph::buildSnapshot(
            test::projectFromText(
                "== pay/__init__.py\n== pay/web.py\nfrom shop.orders import x\n"
                "== shop/__init__.py\n== shop/orders.py\ndef f():\n    import late\n"
                "if __name__ == '__main__':\n    import scripted\n"
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import typed\n"
                "== late.py\n== scripted.py\n== typed.py\n== tests/test_a.py\nimport pay.web\n"
                "== scripts/s.py\n== old_backup/c.py\nimport late\n"),
            config);
        const graph::Ranks found(*snapshot);
        QString out;
        for (std::size_t i = 0; i < snapshot->modules.size(); ++i)
            if (snapshot->modules[i].file.valid())
                out += QString::fromStdString(snapshot->modules[i].name) + ' ' +
                       graph::name(found.of(graph::ModuleId(i))).data() + ", ";
        return out;
    }

private slots:
    void classes() {
        QCOMPARE(ranks({}),
                 "late P2, old_backup.c P4, pay P2, pay.web P2, scripted P2, scripts.s P3, shop P2, "
                 "shop.orders P2, tests.test_a P3, typed P2, ");
    }
    void criticalPath() {
        QCOMPARE(ranks({"pay.web"}),
                 "late P1, old_backup.c P4, pay P2, pay.web P1, scripted P2, scripts.s P3, shop "
                 "P1, shop.orders P1, tests.test_a P3, typed P2, ");
        QCOMPARE(ranks({"pay", "nowhere"}),
                 "late P1, old_backup.c P4, pay P1, pay.web P1, scripted P2, scripts.s "
                 "P3, shop P1, shop.orders P1, tests.test_a P3, typed P2, ");
    }
};

QTEST_GUILESS_MAIN(RanksTest)
#include "ranks_test.moc"
