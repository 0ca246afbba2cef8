#include "ui/models/search_index.h"

#include <QTest>

using namespace espalier;

namespace {

graph::SnapshotPtr named(std::vector<std::string> names) {
    auto snapshot = std::make_shared<graph::Snapshot>();
    for (std::string& name : names)
        snapshot->modules.emplace_back().name = std::move(name);
    return snapshot;
}

QStringList find(const graph::SnapshotPtr& snapshot, const char* query) {
    QStringList out;
    for (graph::ModuleId m : ui::SearchIndex(snapshot).find(query, 10))
        out << QString::fromStdString((*snapshot)[m].name);
    return out;
}

} // namespace

class SearchIndexTest : public QObject {
    Q_OBJECT
private slots:
    void bestFirst() {
        const auto s = named({"app.orders", "app.orders.views", "app.reorders", "orders", "app.web.borders"});
        QCOMPARE(find(s, "orders"), QStringList({"orders", "app.orders", "app.orders.views", "app.reorders",
                                                 "app.web.borders"}));
    }
    void partsOfWords() {
        const auto s = named({"app.websocket_core.websocket_manager_factory", "app.sums.fact", "app.win"});
        QCOMPARE(find(s, "wsmanfac"), QStringList({"app.websocket_core.websocket_manager_factory"}));
        QCOMPARE(find(s, "WsManFac").size(), 1);
    }
    void nothing() {
        const auto s = named({"a.b"});
        QCOMPARE(find(s, "zzz"), QStringList());
        QCOMPARE(find(s, ""), QStringList());
        QCOMPARE(find(s, "  "), QStringList());
        QVERIFY(ui::SearchIndex().find("a", 5).empty());
    }
    void manyNames() {
        std::vector<std::string> names;
        for (int i = 0; i < 25'000; ++i)
            names.push_back("project.some_package.part_" + std::to_string(i % 97) + ".module_number_" +
                            std::to_string(i));
        const ui::SearchIndex index(named(std::move(names)));
        QCOMPARE(index.find("pmodnum24999", 10).size(), std::size_t{1});
    }
};

QTEST_MAIN(SearchIndexTest)
#include "search_index_test.moc"
