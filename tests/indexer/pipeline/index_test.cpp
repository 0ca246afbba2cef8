#include "indexer/facts/result.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/pipeline/same_project.h"
#include "indexer/source/project_folder.h"
#include "indexer/store/reader.h"

#include <chrono>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace espalier;
using namespace espalier::pipeline;
using espalier::tests::ProjectFolder;
using espalier::tests::sameProject;

namespace {

const std::atomic<bool> kGoOn = false;

Options optionsFor(const ProjectFolder& folder, const char* store) {
    Options options;
    options.root = folder.root();
    options.storePath = folder.beside(store);
    return options;
}

// Files with some substance, every third a copy.
void fill(const ProjectFolder& folder, int files) {
    for (int i = 0; i < files; ++i) {
        std::string text;
        for (int k = 0; k < 40; ++k) {
            const std::string name = "m" + std::to_string(i % 3 == 2 ? 0 : i) + "_" + std::to_string(k);
            text += "from p." + name + " import (f,\n    g as h)\ndef " + name + "(x):\n    return h(x)\n";
        }
        folder.write("p" + std::to_string(i % 7) + "/f" + std::to_string(i) + ".py", text);
    }
}

} // namespace

class IndexTest : public QObject {
    Q_OBJECT
private slots:
    void indexesAFolder() {
        ProjectFolder folder;
        folder.write("a.py", "import b\nfrom . import c\n");
        folder.write("n.ipynb", "{}");
        const auto outcome = index(optionsFor(folder, "s.sqlite"), {}, kGoOn);
        QVERIFY2(outcome.ok(), outcome ? "" : outcome.error().text().c_str());
        QCOMPARE(outcome->files, 2U);
        const auto project = store::readProject(folder.beside("s.sqlite"), {.symbols = true});
        QCOMPARE(project->root, folder.root());
        QCOMPARE(project->files[0].facts->imports.size(), 2U);
        QVERIFY(project->files[0].symbols);
    }

    void aMissingFolderIsAnError() {
        ProjectFolder folder;
        Options options = optionsFor(folder, "s.sqlite");
        options.root += "/none";
        const auto outcome = index(options, {}, kGoOn);
        QVERIFY(!outcome);
        QVERIFY(QString::fromStdString(outcome.error().text()).contains("/none: cannot open the folder"));
    }

    void aFolderDeletedMeanwhileIsAnError() {
        ProjectFolder folder;
        fill(folder, 60);
        const Options options = optionsFor(folder, "s.sqlite");
        QVERIFY(index(options, {}, kGoOn).ok());
        const auto before = store::readProject(options.storePath);
        fill(folder, 90);
        const auto outcome = index(
            options,
            [&](const Progress& progress) {
                if (progress.phase == Progress::Phase::Scanning)
                    std::filesystem::remove_all(folder.root());
            },
            kGoOn);
        QVERIFY(!outcome);
        QVERIFY(QString::fromStdString(outcome.error().text()).contains("gone while it was being indexed"));
        QVERIFY(sameProject(*store::readProject(options.storePath), *before));
    }

    void aSecondIndexerIsTurnedAway() {
        ProjectFolder folder;
        fill(folder, 5);
        const Options options = optionsFor(folder, "s.sqlite");
        QString refused;
        const auto outcome = index(
            options,
            [&](const Progress& progress) {
                if (progress.phase == Progress::Phase::Scanning && refused.isEmpty()) {
                    const auto second = index(options, {}, kGoOn);
                    refused = second ? "accepted" : QString::fromStdString(second.error().text());
                }
            },
            kGoOn);
        QVERIFY(outcome.ok());
        QVERIFY2(refused.contains("already being indexed by process"), qPrintable(refused));
    }

    // Killed at random moments, in the first run and in one over an older state: what is there opens, and the
    // next run ends where an undisturbed one does.
    void killedRunsAreCompleted() {
        ProjectFolder folder;
        fill(folder, 150);
        const Options calm = optionsFor(folder, "calm.sqlite");
        const auto start = std::chrono::steady_clock::now();
        QVERIFY(index(calm, {}, kGoOn).ok());
        const auto took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        const auto expected = store::readProject(calm.storePath, {.symbols = true});
        std::mt19937 random(20);
        std::uniform_int_distribution<useconds_t> moment(0, static_cast<useconds_t>(took.count()));
        const Options shaken = optionsFor(folder, "shaken.sqlite");
        for (int i = 0; i < 25; ++i) {
            if (i % 5 == 0) // from nothing again
                for (const char* suffix : {"", "-wal", "-shm"})
                    std::filesystem::remove(shaken.storePath + suffix);
            const pid_t child = fork();
            if (child == 0)
                _exit(index(shaken, {}, kGoOn) ? 0 : 1);
            usleep(moment(random));
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            if (const auto left = store::readProject(shaken.storePath); !left) {
                const QString why = QString::fromStdString(left.error().text());
                QVERIFY2(why.contains("no store") || why.contains("not a store") || why.contains("format 0"),
                         qPrintable(why));
            }
            if (i % 2 == 0)
                continue; // shake it again
            const auto outcome = index(shaken, {}, kGoOn);
            QVERIFY2(outcome.ok(), outcome ? "" : outcome.error().text().c_str());
            const auto found = store::readProject(shaken.storePath, {.symbols = true});
            QVERIFY(found.ok());
            QVERIFY(sameProject(*found, *expected));
        }
    }
};

QTEST_APPLESS_MAIN(IndexTest)
#include "index_test.moc"
