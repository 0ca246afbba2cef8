// Tests that reach a module, and modules that none reaches.
#include "graph/analysis/protection.h"
#include "graph/model/project_text.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {
constexpr const char* kProject =
    "== a.py\nimport b\nif __name__ == '__main__':\n    import lone\n"
    "== b.py\ndef f():\n    import c\n"
    "== c.py\nimport a\n== lone.py\n== typed.py\nfrom typing import TYPE_CHECKING\n"
    "if TYPE_CHECKING:\n    import c\n"
    "== scripts/s.py\nimport lone\n"
    "== tests/test_a.py\nimport a\n== tests/test_b.py\nimport tests.test_c\n"
    "== tests/test_c.py\nimport b, typed\n== tests/conftest.py\n";
}

class ProtectionTest : public QObject {
    Q_OBJECT

    graph::SnapshotPtr snapshot_ = graph::buildSnapshot(projectFromText(kProject), {});
    graph::EdgeFilter filter_{graph::KindSet::of(facts::EdgeKind::Import).add(facts::EdgeKind::Deferred)};

    QString tests(const char* module, const graph::EdgeFilter& filter) const {
        QString out;
        for (const graph::Protection& one : testsFor(*snapshot_, *snapshot_->find(module), filter))
            out += QString::fromStdString((*snapshot_)[one.test].name) + QString(" %1, ").arg(one.distance);
        return out;
    }

private slots:
    void testsOfAModule() {
        QCOMPARE(tests("c", filter_), "tests.test_c 2, tests.test_a 3, tests.test_b 3, ");
        QCOMPARE(tests("a", filter_), "tests.test_a 1, tests.test_c 3, tests.test_b 4, ");
        QCOMPARE(tests("a", {}), "tests.test_a 1, ");
        QCOMPARE(tests("lone", filter_), "");
        QCOMPARE(tests("tests.test_c", filter_), "tests.test_b 1, ");
    }
    void modulesWithoutTests() {
        QString out;
        for (const graph::ModuleId module : graph::untested(*snapshot_, filter_))
            out += QString::fromStdString((*snapshot_)[module].name) + ' ';
        QCOMPARE(out, "lone ");
        QCOMPARE(graph::untested(*snapshot_, {}).size(), std::size_t(2)); // and c
    }
};

QTEST_GUILESS_MAIN(ProtectionTest)
#include "protection_test.moc"
