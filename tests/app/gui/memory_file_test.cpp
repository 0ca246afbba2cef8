#include "app/gui/memory_file.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

class MemoryFileTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;

    static ui::ProjectMemory marks(std::vector<std::string> bookmarks) {
        return {std::move(bookmarks), {}, ui::SavedView()};
    }
    QByteArray content(const QString& path) const {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray& text) const {
        QVERIFY(QDir().mkpath(QFileInfo(path_).path()));
        QFile file(path_);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        path_ = folder_->filePath("projects/shop.json");
    }

    void foldersOfOneNameDiffer() {
        const QString one = gui::memoryPath("/a/shop"), other = gui::memoryPath("/b/shop");
        QVERIFY(one != other && QFileInfo(one).fileName().startsWith("shop-"));
        QCOMPARE(gui::memoryPath("/a/shop"), one);
        QVERIFY(one.startsWith(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)));
    }
    void nothingKeptYetIsNoProblem() {
        const gui::MemoryRead read = gui::readMemory(path_);
        QVERIFY(read.memory == ui::ProjectMemory() && !read.problem && read.mayWrite);
    }
    void whatIsWrittenIsRead() {
        QVERIFY(gui::writeMemory(path_, {}, marks({"b", "a"}), "/a/shop"));
        QVERIFY(content(path_).contains("\"/a/shop\""));
        const gui::MemoryRead read = gui::readMemory(path_);
        QVERIFY(read.memory == marks({"b", "a"}) && !read.problem && read.mayWrite);
    }
    void aDamagedFileIsPutAside() {
        for (const char* aside : {".broken", ".broken2"}) {
            const QByteArray damaged = QByteArray("{\"bookmarks\": [") + aside;
            put(damaged);
            const gui::MemoryRead read = gui::readMemory(path_);
            QVERIFY(read.problem && read.mayWrite && read.memory == ui::ProjectMemory());
            const QString said = QString::fromStdString(read.problem->text());
            QVERIFY2(said.contains(path_) && said.contains(path_ + aside), qPrintable(said));
            QCOMPARE(content(path_ + aside), damaged);
            QVERIFY(!QFile::exists(path_));
        }
    }
    void anotherWindowsChangesStay() {
        const ui::ProjectMemory before = marks({"a"});
        QVERIFY(gui::writeMemory(path_, {}, before, "/a/shop"));
        QVERIFY(gui::writeMemory(path_, before, marks({"a", "theirs"}), "/a/shop"));
        QVERIFY(gui::writeMemory(path_, before, marks({"ours"}), "/a/shop"));
        QVERIFY(gui::readMemory(path_).memory == marks({"theirs", "ours"}));
    }
    void aFileThatIsGoneOrDamagedMeanwhileIsWrittenWhole() {
        QVERIFY(gui::writeMemory(path_, marks({"a"}), marks({"a", "b"}), "/a/shop"));
        QVERIFY(gui::readMemory(path_).memory == marks({"a", "b"}));
        put("damaged meanwhile");
        QVERIFY(gui::writeMemory(path_, marks({"a"}), marks({"a", "c"}), "/a/shop"));
        QVERIFY(gui::readMemory(path_).memory == marks({"a", "c"}));
        QCOMPARE(content(path_ + ".broken"), "damaged meanwhile");
    }
    void aLockThatIsLeftStopsNobody() {
        QVERIFY(gui::writeMemory(path_, {}, marks({"a"}), "/a/shop"));
        QLockFile other(path_ + ".lock");
        QVERIFY(other.lock());
        QVERIFY(gui::writeMemory(path_, marks({"a"}), marks({"b"}), "/a/shop"));
        QVERIFY(gui::readMemory(path_).memory == marks({"b"}));
    }
    void whereNothingCanBeWrittenItIsSaid() {
        QFile wall(folder_->filePath("projects")); // a file in the place of the folder
        QVERIFY(wall.open(QIODevice::WriteOnly));
        const auto written = gui::writeMemory(path_, {}, marks({"a"}), "/a/shop");
        QVERIFY(!written);
        const QString said = QString::fromStdString(written.error().text());
        QVERIFY2(said.contains(path_) && !written.error().hint.empty(), qPrintable(said));
    }
    void viewsComeFromFilesAndLinks() {
        ui::SavedView view;
        view.name = "Review";
        view.state.selected = {"shop.web", {}, false};
        const QString file = folder_->filePath("Review.espalier-view");
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(ui::toFile(view)) > 0);
        out.close();
        QVERIFY(*gui::readView(file) == view);
        QVERIFY(*gui::readView(*ui::toLink(view)) == view);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.resize(ui::kMostViewBytes + 1));
        QVERIFY(QString::fromStdString(gui::readView(file).error().text()).contains("too large"));
        const auto missing = gui::readView(folder_->filePath("none.espalier-view"));
        QVERIFY(QString::fromStdString(missing.error().text()).contains("none.espalier-view"));
    }
};

QTEST_GUILESS_MAIN(MemoryFileTest)
#include "memory_file_test.moc"
