#include "app/gui/picture_writer.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace espalier;

class PictureWriterTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    static gui::PictureWriter::Make slowly(const QByteArray& content) {
        return [content] {
            QThread::msleep(50);
            return content;
        };
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void theEndWaitsForWhatIsWritten() {
        const QString file = folder_.filePath("a.svg");
        {
            gui::PictureWriter writer(QString{});
            writer.write(file, "svg", slowly("<svg/>"));
        }
        QCOMPARE(read(file), "<svg/>");
    }
    void theLastOneOfAFileStays() {
        const QString file = folder_.filePath("b.dot");
        gui::PictureWriter writer(QString{});
        QSignalSpy written(&writer, &gui::PictureWriter::written);
        writer.write(file, "dot", slowly("first"));
        writer.write(file, "dot", [] { return QByteArray("second"); });
        QTRY_COMPARE(written.size(), 2);
        QCOMPARE(read(file), "second");
    }
    void whatCannotBeSavedIsTold() {
        gui::PictureWriter writer(QString{});
        QSignalSpy failed(&writer, &gui::PictureWriter::failed);
        QSignalSpy written(&writer, &gui::PictureWriter::written);
        writer.write(folder_.filePath("none/c.svg"), "svg", slowly("<svg/>"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].value<facts::Error>().text().find("none/c.svg") != std::string::npos);
        QVERIFY(written.isEmpty());
    }
    void whereThereIsNoRendererThatIsTold() {
        gui::PictureWriter writer(folder_.filePath("no-program"));
        QSignalSpy failed(&writer, &gui::PictureWriter::failed);
        writer.write(folder_.filePath("d.png"), "png", slowly("<svg/>"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!QFile::exists(folder_.filePath("d.png")));
    }
};

QTEST_GUILESS_MAIN(PictureWriterTest)
#include "picture_writer_test.moc"
