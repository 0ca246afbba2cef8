// The real window on a virtual X server, on Python's own library, driven by keys as a person would: what is
// drawn is read from the screen, and from the picture that the window exports.
#include "graph/export/style.h"

#include <QElapsedTimer>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

constexpr int kPatienceMs = 60'000; // a loaded two-core machine, a sanitizer build

// Output of a program, empty if it failed.
QByteArray output(const QString& program, const QStringList& arguments,
                  const QProcessEnvironment& environment) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

int pixelsOf(const QImage& image, std::uint32_t colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            found += (image.pixel(x, y) & 0xffffff) == colour;
    return found;
}

QElapsedTimer started() {
    QElapsedTimer timer;
    timer.start();
    return timer;
}

// Looks every half second; QTRY_VERIFY would count its naps only, and a look takes a second.
template <class Condition>
bool comesTrue(const Condition& condition) {
    for (QElapsedTimer timer = started(); timer.elapsed() < kPatienceMs; QTest::qWait(500))
        if (condition())
            return true;
    return false;
}

} // namespace

class WindowEndToEndTest : public QObject {
    Q_OBJECT

    QTemporaryDir home_;
    QProcess server_, window_;
    QProcessEnvironment environment_ = QProcessEnvironment::systemEnvironment();
    QString library_;

    QImage screen() {
        return QImage::fromData(output("import", {"-window", "root", "png:-"}, environment_), "PNG");
    }
    void key(const QString& keys) { output("xdotool", {"key", "--delay", "50", keys}, environment_); }
    void type(const QString& text) { output("xdotool", {"type", "--delay", "20", text}, environment_); }
    // Without a window manager nobody hands out the focus.
    bool focus(const QString& title) {
        const QByteArray id =
            output("timeout", {"20", "xdotool", "search", "--sync", "--onlyvisible", "--name", title},
                   environment_)
                .split('\n')
                .value(0);
        return !id.isEmpty() && (output("xdotool", {"windowfocus", "--sync", id}, environment_), true);
    }

private slots:
    void initTestCase() {
        for (const char* tool : {"Xvfb", "xdotool", "import"})
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP("needs Xvfb, xdotool and ImageMagick");
        server_.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"});
        QVERIFY(server_.waitForReadyRead(20'000));
        environment_.insert("DISPLAY", ":" + server_.readAllStandardOutput().trimmed());
        environment_.insert("QT_QPA_PLATFORM", "xcb");
        for (const char* folder : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment_.insert(folder, home_.path());
        library_ =
            output("python3", {"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"}, environment_)
                .trimmed();
        QVERIFY(!library_.isEmpty());
        window_.setProcessEnvironment(environment_);
        // Its output is dropped: a window that outlives a dying test must not hold the test's pipe open.
        window_.setStandardErrorFile(QProcess::nullDevice());
        window_.setStandardOutputFile(QProcess::nullDevice());
        window_.start(ESPALIER_BIN_DIR "/espalier-gui",
                      {"--store", home_.filePath("store.sqlite"), library_});
        QVERIFY(window_.waitForStarted());
        QVERIFY(focus("Espalier"));
    }

    void theMapShowsTanglesAndDeprecatedModules() {
        using espalier::graph::kLightPalette;
        // Boxes are filled evenly, so these colours stand on the screen as they are.
        QVERIFY(comesTrue([&] { return pixelsOf(screen(), kLightPalette.cycleFill) > 2000; }));
        QVERIFY(comesTrue([&] { return pixelsOf(screen(), kLightPalette.deprecatedFill) > 1000; }));
    }

    void searchLeadsToAModuleAndTheExportShowsIt() {
        key("ctrl+k");
        type("multiprocessing.context");
        key("Return");
        QTest::qWait(1500);
        const QString file = home_.filePath("map.svg");
        key("ctrl+e");
        QVERIFY(focus("Export"));
        key("ctrl+a");
        type(file);
        key("Return");
        QVERIFY(comesTrue([&] { return QFile::exists(file); }));

        QFile svg(file);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&svg);
        QStringList titles;
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"title")
                titles << reader.readElementText();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString all = titles.join('\n');
        for (const char* shown : {"multiprocessing.context", "multiprocessing.reduction", "unittest"})
            QVERIFY2(all.contains(shown), shown);
        QVERIFY2(!titles.filter("multiprocessing.context imports multiprocessing.reduction").isEmpty(),
                 qPrintable(all));
    }

    void theWindowClosesInPeace() {
        QVERIFY(focus("Espalier"));
        key("ctrl+q");
        QVERIFY(window_.waitForFinished(20'000));
        QCOMPARE(window_.exitStatus(), QProcess::NormalExit);
        QCOMPARE(window_.exitCode(), 0);
    }

    void cleanupTestCase() {
        for (QProcess* process : {&window_, &server_}) {
            process->kill();
            process->waitForFinished(5000);
        }
    }
};

QTEST_GUILESS_MAIN(WindowEndToEndTest)
#include "window_end_to_end_test.moc"
