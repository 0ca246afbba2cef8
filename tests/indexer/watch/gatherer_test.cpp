#include "indexer/facts/result.h"
#include "indexer/watch/gatherer.h"

#include <QTest>

using namespace espalier::watch;
using Kind = Gatherer::Kind;
using std::chrono::milliseconds;

class GathererTest : public QObject {
    Q_OBJECT
    const Clock::time_point start_{std::chrono::seconds(1000)};

    // Milliseconds after the start; -1: nothing is due.
    long long due(const Gatherer& gatherer) const {
        const auto at = gatherer.due();
        return at ? std::chrono::duration_cast<milliseconds>(*at - start_).count() : -1;
    }
    Clock::time_point at(int ms) const { return start_ + milliseconds(ms); }
    static QString taken(Gatherer& gatherer) {
        Noticed noticed;
        gatherer.take(noticed);
        QStringList out;
        for (const std::string& path : noticed.paths)
            out << QString::fromStdString(path);
        for (const std::string& path : noticed.configuration)
            out << "configuration:" + QString::fromStdString(path);
        if (noticed.everything)
            out << "everything";
        return out.join(' ');
    }

private slots:
    void aSaveIsDueWhenItIsQuiet() {
        Gatherer gatherer;
        QCOMPARE(due(gatherer), -1);
        gatherer.add("a.py", Kind::Finished, at(0));
        QCOMPARE(due(gatherer), 5);
        gatherer.add("b.py", Kind::Finished, at(3));
        QCOMPARE(due(gatherer), 8);
        QCOMPARE(taken(gatherer), "a.py b.py");
        QCOMPARE(due(gatherer), -1);
    }

    void manyFilesMayPause() {
        Gatherer gatherer;
        for (std::size_t i = 0; i <= Gatherer::kFewPaths; ++i)
            gatherer.add("f" + std::to_string(i), Kind::Finished, at(0));
        QCOMPARE(due(gatherer), 50);
        gatherer.add("g", Kind::Finished, at(170));
        QCOMPARE(due(gatherer), 200);
    }

    void aLongBurstIsCut() {
        Gatherer gatherer;
        for (int ms = 0; ms < 300; ms += 2)
            gatherer.add("f.py", Kind::Finished, at(ms));
        QCOMPARE(due(gatherer), 200);
    }

    void backupAndRenameIsOneSave() { // mv a.py a.py~; write a.py
        Gatherer gatherer;
        gatherer.add("a.py", Kind::Unfinished, at(0)); // gone
        QCOMPARE(due(gatherer), 200);
        gatherer.add("a.py", Kind::Unfinished, at(1)); // made
        QCOMPARE(due(gatherer), 200);
        gatherer.add("a.py", Kind::Finished, at(60)); // closed
        QCOMPARE(due(gatherer), 65);
        QCOMPARE(taken(gatherer), "a.py");
    }

    void whatIsGoneIsToldInTheEnd() {
        Gatherer gatherer;
        gatherer.add("a.py", Kind::Unfinished, at(0));
        gatherer.add("b.py", Kind::Finished, at(1));
        QCOMPARE(due(gatherer), 200);
        QCOMPARE(taken(gatherer), "a.py b.py");
    }

    void everythingAndHead() {
        Gatherer gatherer;
        gatherer.addHead(at(0));
        QCOMPARE(due(gatherer), 5);
        QCOMPARE(taken(gatherer), "");
        gatherer.addEverything(at(10));
        QCOMPARE(due(gatherer), 15);
        QCOMPARE(taken(gatherer), "everything");
        QCOMPARE(taken(gatherer), "");
    }

    void manyPathsAreEverything() {
        Gatherer gatherer;
        for (std::size_t i = 0; i <= Gatherer::kMostPaths; ++i)
            gatherer.add("f" + std::to_string(i), Kind::Finished, at(0));
        QVERIFY(taken(gatherer).endsWith("everything"));
    }

    void configurationIsTold() {
        Gatherer gatherer;
        for (const char* path : {"pyproject.toml", "sub/pyproject.toml", "espalier.toml"})
            gatherer.add(path, Kind::Finished, at(0));
        QCOMPARE(taken(gatherer), "espalier.toml pyproject.toml sub/pyproject.toml "
                                  "configuration:espalier.toml configuration:pyproject.toml");
    }
};

QTEST_APPLESS_MAIN(GathererTest)
#include "gatherer_test.moc"
