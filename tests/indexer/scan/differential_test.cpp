#include "indexer/scan/table.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QThread>

#include <algorithm>

using namespace espalier::scan_test;

// Every file of the running Python's standard library, its tests included, against reference.py, which reads
// them with Python's own parser: import statements, calls and string references with span, kind, flags and
// scope; module-level bindings in order; __all__.
class DifferentialTest : public QObject {
    Q_OBJECT

    static QByteArray output(const QStringList& arguments) {
        QProcess python;
        python.start("python3", arguments);
        if (!python.waitForFinished(300000) || python.exitCode() != 0)
            qWarning("%s", python.readAllStandardError().constData());
        return python.readAllStandardOutput();
    }

    static QByteArrayList files() {
        const QString library =
            output({"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"}).trimmed();
        QByteArrayList out;
        QDirIterator it(library, {"*.py"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            if (!path.contains("/site-packages/") && !path.contains("/dist-packages/"))
                out << QFile::encodeName(path);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    static QByteArray scanned(const QByteArray& path) {
        QFile file(QFile::decodeName(path));
        if (!file.open(QIODevice::ReadOnly))
            return "unreadable\n";
        const auto facts = scan(file.readAll());
        QByteArray out;
        for (const auto& s : facts.imports)
            out += "I " + QByteArray::fromStdString(print(s)) + "\n";
        for (const auto& b : facts.bindings)
            out += "B " + QByteArray::fromStdString(print(b)) + "\n";
        out += "A " + QByteArray::fromStdString(printAll(facts)) + "\n";
        return facts.broken ? out + "broken: " + lines(facts.problems) : out;
    }

private slots:
    void standardLibrary() {
        if (QStandardPaths::findExecutable("python3").isEmpty())
            QSKIP("no python3 here");
        const QByteArrayList paths = files();
        QVERIFY(paths.size() > 300);
        QTemporaryFile list;
        QVERIFY(list.open());
        list.write(paths.join('\n'));
        list.close();
        const QString script = QStringLiteral(ESPALIER_SOURCE_DIR "/tests/indexer/scan/reference.py");
        const QByteArray reference =
            "\n" + output({script, list.fileName(), QString::number(QThread::idealThreadCount())});
        int compared = 0, at = 0;
        for (const QByteArray& path : paths) {
            const QByteArray head = "\n== " + path + "\n";
            const auto begin = reference.indexOf(head, at);
            QVERIFY2(begin >= 0, path);
            const auto end = reference.indexOf("\n== ", begin + head.size() - 1);
            const QByteArray expected = reference.mid(
                begin + head.size(), (end < 0 ? reference.size() : end + 1) - begin - head.size());
            at = static_cast<int>(end < 0 ? begin : end);
            if (expected == "unparsable\n")
                continue;
            const QByteArray actual = scanned(path);
            if (actual != expected)
                reportDifference(path, actual, expected);
            ++compared;
        }
        QVERIFY(compared > paths.size() * 9 / 10);
    }

private:
    static void reportDifference(const QByteArray& path, const QByteArray& actual,
                                 const QByteArray& expected) {
        const QByteArrayList a = actual.split('\n'), e = expected.split('\n');
        for (qsizetype i = 0; i < std::max(a.size(), e.size()); ++i)
            if (a.value(i) != e.value(i))
                QFAIL(qPrintable(QString("%1\n  scanner:   %2\n  reference: %3")
                                     .arg(QString(path), QString(a.value(i)), QString(e.value(i)))));
    }
};

QTEST_APPLESS_MAIN(DifferentialTest)
#include "differential_test.moc"
