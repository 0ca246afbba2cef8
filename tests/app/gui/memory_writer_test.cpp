#include "app/gui/memory_writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace espalier;

class MemoryWriterTest : public QObject {
    Q_OBJECT
    static constexpr char kRoot[] = "/a/shop";
    QString path_;

    static ui::ProjectMemory marks(std::vector<std::string> bookmarks) {
        return {std::move(bookmarks), {}, ui::SavedView()};
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        path_ = gui::memoryPath(kRoot);
    }
    void init() { QDir(QFileInfo(path_).path()).removeRecursively(); }
    void cleanup() { init(); }

    void whatIsWrittenIsRead() {
        gui::MemoryWriter writer;
        writer.write(marks({"lost"})); // of no project
        QVERIFY(writer.open(kRoot).memory == ui::ProjectMemory());
        writer.write(marks({"a"}));
        writer.write(marks({"a", "b"}));
        QVERIFY(writer.open(kRoot).memory == marks({"a", "b"}));
    }
    void theEndWaitsForWhatIsWritten() {
        {
            gui::MemoryWriter writer;
            (void)writer.open(kRoot);
            writer.write(marks({"a"}));
        }
        QVERIFY(gui::readMemory(path_).memory == marks({"a"}));
    }
    // It would be written in spite of the lock, but only after a while.
    void anotherWindowHoldsNobodyUp() {
        gui::MemoryWriter writer;
        (void)writer.open(kRoot);
        QVERIFY(QDir().mkpath(QFileInfo(path_).path()));
        QLockFile other(path_ + ".lock");
        QVERIFY(other.lock());
        writer.write(marks({"a"}));
        QVERIFY(!QFile::exists(path_));
        other.unlock();
        QVERIFY(writer.open(kRoot).memory == marks({"a"}));
    }
    void afterAFailureTheSameIsTriedAgain() {
        gui::MemoryWriter writer;
        (void)writer.open(kRoot);
        QSignalSpy failed(&writer, &gui::MemoryWriter::failed);
        const QString folder = QFileInfo(path_).path();
        QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
        QFile wall(folder); // in the place of the folder
        QVERIFY(wall.open(QIODevice::WriteOnly));
        writer.write(marks({"a"}));
        QVERIFY(failed.wait());
        QVERIFY(wall.remove());
        writer.write(marks({"a"}));
        QVERIFY(writer.open(kRoot).memory == marks({"a"}));
    }
};

QTEST_GUILESS_MAIN(MemoryWriterTest)
#include "memory_writer_test.moc"
