// A store cut short or altered anywhere: reading gives an error or the right facts, indexing makes it whole
// again.
#include "indexer/facts/result.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/pipeline/same_project.h"
#include "indexer/source/project_folder.h"
#include "indexer/store/reader.h"

#include <random>

using namespace espalier;
using espalier::tests::ProjectFolder;
using espalier::tests::sameProject;

class DamageTest : public QObject {
    Q_OBJECT
    ProjectFolder folder_;
    pipeline::Options options_;
    std::string sound_;
    facts::ProjectFacts expected_;

    void writeStore(const std::string& bytes) const {
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::remove(options_.storePath + suffix);
        std::ofstream(options_.storePath, std::ios::binary) << bytes;
    }

    // Where: for the message.
    void check(const std::string& bytes, std::size_t where, bool rebuild) const {
        writeStore(bytes);
        const auto read = store::readProject(options_.storePath, {.symbols = true});
        QVERIFY2(!read || sameProject(*read, expected_), qPrintable(QString("wrong facts at %1").arg(where)));
        if (!read)
            QVERIFY(!read.error().hint.empty());
        if (!rebuild)
            return;
        const std::atomic<bool> goOn = false;
        auto outcome = pipeline::index(options_, {}, goOn);
        if (!outcome) // damage that shows only when writing
            outcome = pipeline::index(options_, {}, goOn);
        QVERIFY2(outcome.ok(), outcome ? "" : outcome.error().text().c_str());
        const auto again = store::readProject(options_.storePath, {.symbols = true});
        QVERIFY2(again && sameProject(*again, expected_), qPrintable(QString("not mended at %1").arg(where)));
    }

private slots:
    void initTestCase() {
        for (int i = 0; i < 12; ++i)
            folder_.write("p/m" + std::to_string(i) + ".py",
                          "import a" + std::to_string(i) +
                              ".b\nfrom c import (d, e)\ndef f():\n    return d(e)\n");
        folder_.write("bad\xff.py", "import q\n");
        options_.root = folder_.root();
        options_.storePath = folder_.beside("s.sqlite");
        const std::atomic<bool> goOn = false;
        QVERIFY(pipeline::index(options_, {}, goOn).ok());
        std::ifstream in(options_.storePath, std::ios::binary);
        sound_.assign(std::istreambuf_iterator<char>(in), {});
        const auto read = store::readProject(options_.storePath, {.symbols = true});
        QVERIFY2(read.ok(), read ? "" : read.error().text().c_str());
        expected_ = *read;
        QCOMPARE(expected_.files.size(), 13U);
        QVERIFY(!std::filesystem::exists(options_.storePath + "-wal"));
    }

    void cutAnywhere() {
        constexpr std::size_t kStep = 509;
        for (std::size_t size = 0; size < sound_.size(); size += kStep)
            check(sound_.substr(0, size), size, size % (kStep * 8) == 0);
    }

    void alteredAnywhere() {
        std::mt19937 random(7);
        for (std::size_t at = 0; at < sound_.size(); at += 1 + random() % 127) {
            std::string bytes = sound_;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            // Bytes 60 to 63 are the version: a newer store is not replaced.
            check(bytes, at, random() % 16 == 0 && (at < 60 || at > 63));
        }
    }

    void alteredWhereSomethingIs() {
        std::mt19937 random(8);
        for (std::size_t at = 0; at < sound_.size(); ++at) {
            if (sound_[at] == 0 || random() % 5 != 0)
                continue;
            std::string bytes = sound_;
            bytes[at] = static_cast<char>(random());
            check(bytes, at, false);
        }
    }
};

QTEST_APPLESS_MAIN(DamageTest)
#include "damage_test.moc"
