// The occurrences in a tree: which files count; and all of Python's own library against `tokenize` and `re`.
#include "indexer/facts/result.h"
#include "indexer/source/commit_tree.h"
#include "indexer/source/disk_tree.h"
#include "indexer/text/search.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

class SearchTest : public QObject {
    Q_OBJECT

    static QString python(const QStringList& arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start("python3", arguments);
        if (!process.waitForFinished(300000) || process.exitCode() != 0)
            return "failed";
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    static QString lines(const text::Found& found, const QString& before = {}) {
        QString out;
        for (const text::FoundFile& file : found.files)
            for (const text::Occurrence& at : file.occurrences)
                out += before + QString("%1:%2:%3 %4\n")
                                    .arg(QString::fromStdString(file.path))
                                    .arg(at.line)
                                    .arg(at.column)
                                    .arg(text::name(at.place).data());
        return out;
    }

private slots:
    void whichFilesCount() {
        QTemporaryDir folder;
        const auto write = [&](const char* path, const QByteArray& content) {
            const QString full = folder.filePath(path);
            QFile file(full);
            QVERIFY(QDir().mkpath(QFileInfo(full).path()) && file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        write("a.py", "import X\n");
        write("stubs/a.pyi", "X: int\n");
        write("docs/read.md", "The `X`.\n");
        write("noname", "X\n");
        write("a.py.backup_1", "import X\n");
        write("book.ipynb", "{\"cells\": [\"X\"]}\n");
        write("picture.png", QByteArray("X\0X", 3));
        write("large.txt", QByteArray(3000, ' ') + "X");
        write("out/x.txt", "X\n");
        write("site-packages/b.py", "X\n");
        QTemporaryDir elsewhere;
        QFile outside(elsewhere.filePath("o.txt"));
        QVERIFY(outside.open(QIODevice::WriteOnly) && outside.write("X\n") == 2);
        outside.close();
        QVERIFY(QFile::link(outside.fileName(), folder.filePath("link.txt")));
        QVERIFY(QFile::link(elsewhere.path(), folder.filePath("linked")));
        const auto tree =
            source::DiskTree::open({folder.path().toStdString(), {"out/**"}, false, 2000, true});
        QVERIFY(tree);
        const auto found = text::search(**tree, "X", false);
        QVERIFY(found);
        QCOMPARE(lines(*found), QString("a.py:1:8 import\na.py.backup_1:1:8 other\nbook.ipynb:1:13 other\n"
                                        "docs/read.md:1:6 other\nnoname:1:1 other\nstubs/a.pyi:1:1 code\n"));
        QCOMPARE(found->binaryFiles, 1U);
        QCOMPARE(found->filesRead, 7U);
        QCOMPARE(found->problems.size(), 1U);
        QCOMPARE(found->problems[0].path, std::string("large.txt"));
        const std::atomic<bool> cancel = true;
        QVERIFY(text::search(**tree, "X", cancel)->cancelled);
        QVERIFY(folder.remove());
        QVERIFY(!text::search(**tree, "X", false));
    }

    // Its git index says which contents are which.
    void contentsAreReadOnce() {
        QTemporaryDir folder;
        const auto write = [&](const char* path, const QByteArray& content) {
            QFile file(folder.filePath(path));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        const auto git = [&](const QStringList& arguments) {
            return QProcess::execute("git", QStringList{"-C", folder.path(), "-c", "user.name=T", "-c",
                                                        "user.email=t@example.org"} +
                                                arguments) == 0;
        };
        write("a.py", "import X, Xs\n");
        write("copy.py", "import X, Xs\n");
        write("same.txt", "import X, Xs\n");
        write("b.py", "\nX = 1\n");
        QVERIFY(git({"init", "-q"}) && git({"add", "-A"}) && git({"commit", "-q", "-m", "one"}));
        const auto open = [&](const char* revision) {
            return source::CommitTree::open({folder.path().toStdString(), revision, {}, 50'000'000, true});
        };
        text::Known known;
        const auto first = text::search(**open("HEAD"), "X", false, 2, true, &known);
        QVERIFY(first);
        const QString before = "a.py:1:8 import\nb.py:2:1 code\ncopy.py:1:8 import\nsame.txt:1:8 other\n";
        QCOMPARE(lines(*first), before);
        QCOMPARE(first->filesRead, 4U);
        QCOMPARE(first->letters.places, 7U);
        QCOMPARE(first->pythonLetters.places, 5U);

        write("b.py", "pass\n");
        QVERIFY(git({"rm", "-q", "same.txt"}) && git({"commit", "-q", "-a", "-m", "two"}));
        // The content of a.py is gone: it is not read again.
        QProcess process;
        process.start("git", {"-C", folder.path(), "rev-parse", "HEAD:a.py"});
        QVERIFY(process.waitForFinished());
        const QString id = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        QVERIFY(QFile::remove(folder.filePath(".git/objects/" + id.left(2) + '/' + id.mid(2))));
        QCOMPARE(lines(*text::search(**open("HEAD"), "X", false)), QString());
        const auto second = text::search(**open("HEAD"), "X", false, 2, true, &known);
        QVERIFY(second);
        QCOMPARE(lines(*second), "a.py:1:8 import\ncopy.py:1:8 import\n");
        QCOMPARE(second->letters.places, 4U);
        QCOMPARE(lines(*text::search(**open("HEAD~1"), "X", false, 2, true, &known)), before);
    }

    void standardLibrary() {
        const QString folder =
            python({"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"}).trimmed();
        const QStringList words{"encodings", "Lock", "wraps", "_abc", "abspath", "\u00b5"};
        const QString reference =
            python(QStringList{ESPALIER_SOURCE_DIR "/tests/indexer/text/occurrences.py", folder} + words);
        QVERIFY(reference.count('\n') > 200);
        QSet<QString> unread, expected, open;
        for (const QString& line : reference.split('\n', Qt::SkipEmptyParts)) {
            const QString place = line.section(' ', 0, -2);
            if (line.startsWith("? "))
                unread.insert(line.mid(2));
            else if (line.endsWith(" string|code"))
                open.insert(place);
            else
                expected.insert(line);
        }
        QSet<QString> found;
        for (const QString& word : words) {
            const auto tree = source::DiskTree::open({folder.toStdString(), {}, false, 50'000'000, true});
            QVERIFY(tree);
            const auto one = text::search(**tree, word.toStdString(), false);
            QVERIFY(one);
            for (const QString& line : lines(*one, word + ' ').split('\n', Qt::SkipEmptyParts)) {
                const QString path = line.section(' ', 1).section(':', 0, -3),
                              place = line.section(' ', 0, -2);
                if (line.endsWith(" other") || unread.contains(path))
                    continue;
                if (!open.remove(place)) // else both classes are right
                    found.insert(line);
            }
        }
        QStringList wrong;
        for (const QString& line : expected)
            if (!found.contains(line))
                wrong << "missing: " + line;
        for (const QString& line : found)
            if (!expected.contains(line))
                wrong << "too many: " + line;
        for (const QString& line : open)
            wrong << "missing: " + line;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join('\n')));
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
