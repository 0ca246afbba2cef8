// The program espalier-draw from outside, as the window and the command line run it.
#include "app/project/layout_protocol.h"

#include <QProcess>
#include <QTest>

using namespace espalier;

namespace {

QByteArray job(std::uint64_t number, std::size_t boxes) {
    project::LayoutJob job;
    job.number = number;
    for (std::size_t i = 0; i < boxes; ++i)
        job.input.boxes.push_back({std::to_string(i), -1, {80, 20}});
    for (std::size_t i = 1; i < boxes; ++i)
        job.input.lines.push_back({0, static_cast<int>(i), 1});
    return QByteArray::fromStdString(project::writeJob(job) + "\n");
}

const QByteArray kSquare =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40'/></svg>";

} // namespace

class DrawTest : public QObject {
    Q_OBJECT
    QProcess process_;

    void start(const QStringList& arguments) {
        process_.start(ESPALIER_BIN_DIR "/espalier-draw", arguments);
        QVERIFY(process_.waitForStarted());
    }
    project::LayoutAnswer answer() {
        while (!process_.canReadLine())
            if (!process_.waitForReadyRead(20'000))
                return {0, "no line", {}};
        const auto read = project::readAnswer(process_.readLine().trimmed().toStdString());
        return read ? *read : project::LayoutAnswer{0, read.error().text(), {}};
    }
    // The exit code.
    int render(const QStringList& options, const QByteArray& svg) {
        start(QStringList{"render"} + options);
        process_.write(svg);
        process_.closeWriteChannel();
        return process_.waitForFinished(20'000) && process_.exitStatus() == QProcess::NormalExit
                   ? process_.exitCode()
                   : -1;
    }

private slots:
    void cleanup() {
        process_.kill();
        process_.waitForFinished();
        process_.setStandardOutputFile({});
    }

    void laysOutOneJobAfterTheOther() {
        start({"layout"});
        for (const std::uint64_t number : {7, 8}) {
            process_.write(job(number, 3));
            const project::LayoutAnswer got = answer();
            QCOMPARE(got.error, std::string());
            QCOMPARE(got.number, number);
            QCOMPARE(got.result.boxes.size(), 3U);
            QVERIFY(got.result.boxes[0].y < got.result.boxes[1].y); // users above what they use
        }
        process_.write("nonsense\n");
        QVERIFY(!answer().error.empty());
        process_.write(job(9, 1));
        QCOMPARE(answer().number, std::uint64_t{9});
        process_.closeWriteChannel();
        QVERIFY(process_.waitForFinished());
        QCOMPARE(process_.exitCode(), 0);
    }

    void rendersPictures() {
        QCOMPARE(render({"--format", "pdf"}, kSquare), 0);
        QVERIFY(process_.readAllStandardOutput().startsWith("%PDF"));
        QCOMPARE(render({"--format", "png", "--scale", "2"}, kSquare), 0);
        const QByteArray png = process_.readAllStandardOutput();
        QVERIFY(png.startsWith("\x89PNG"));
        QCOMPARE(png.mid(16, 8), QByteArray("\0\0\0\x50\0\0\0\x50", 8)); // width and height
    }

    void saysWhyThereIsNoPicture() {
        QCOMPARE(render({}, "no picture"), 2);
        QVERIFY(process_.readAllStandardError().startsWith("espalier: the picture is no valid SVG"));
        QCOMPARE(process_.readAllStandardOutput(), QByteArray());
#ifdef __linux__
        process_.setStandardOutputFile("/dev/full");
        QCOMPARE(render({}, kSquare), 2);
        QCOMPARE(process_.readAllStandardError(),
                 QByteArray("espalier: the picture could not be written: No space left on device\n"));
#endif
    }
};

QTEST_GUILESS_MAIN(DrawTest)
#include "draw_test.moc"
