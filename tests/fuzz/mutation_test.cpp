#include "fuzz/scan_invariants.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace espalier::scan_test;

// The invariants of scan_fuzz.cpp on a fixed set of damaged files: Python's own library, with pieces cut out,
// doubled, moved and put in.
class MutationTest : public QObject {
    Q_OBJECT

    static constexpr int kFiles = 120, kRounds = 25, kLargest = 16000; // some seconds in all

    static QByteArrayList files() {
        QProcess python;
        python.start("python3", {"-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"});
        if (!python.waitForFinished())
            return {};
        QDir library(QString::fromLocal8Bit(python.readAllStandardOutput()).trimmed());
        QByteArrayList out;
        for (const char* folder : {".", "asyncio", "importlib", "unittest", "encodings", "email"}) {
            const QDir in(library.filePath(folder));
            for (const QString& name : in.entryList({"*.py"}, QDir::Files, QDir::Name)) {
                QFile file(in.filePath(name));
                if (file.size() <= kLargest && file.open(QIODevice::ReadOnly))
                    out << file.readAll();
            }
        }
        return out;
    }

    static const QList<QByteArray>& pieces() {
        static const QList<QByteArray> all{"(",
                                           ")",
                                           "[",
                                           "]",
                                           "{",
                                           "}",
                                           "'",
                                           "\"",
                                           "'''",
                                           "\"\"\"",
                                           "f'",
                                           "rb\"",
                                           "f'''{",
                                           "!r}",
                                           ":{",
                                           "\\",
                                           "\\\n",
                                           "\n",
                                           "\r",
                                           "\r\n",
                                           "\t",
                                           "    ",
                                           "\f",
                                           ";",
                                           ":",
                                           ",",
                                           ".",
                                           "#",
                                           "@",
                                           "$",
                                           "?",
                                           "!",
                                           "\xEF\xBB\xBF",
                                           "\xE2\x82\xAC",
                                           "\xC3\xA9",
                                           "\xFF",
                                           QByteArray("\0", 1),
                                           "import a.b",
                                           "from . import *",
                                           "lazy import x",
                                           "import ",
                                           "if TYPE_CHECKING:\n",
                                           "try:\n",
                                           "except ImportError: ",
                                           "else:",
                                           "def f():\n",
                                           "class C:",
                                           "lambda: ",
                                           "global x",
                                           "del x",
                                           "import_module('.a', __name__)",
                                           "warnings.warn(",
                                           "__all__ = ['a']",
                                           "'a.b.c'",
                                           "import importlib as il",
                                           "il.import_module('x')",
                                           "<<<<<<< a\n",
                                           "# coding: latin-1\n",
                                           "match x:\n case y:",
                                           "async ",
                                           "x = ",
                                           "0x1_",
                                           "1.5e"};
        return all;
    }

    static QByteArray mutated(QByteArray text, QRandomGenerator& random) {
        const auto below = [&random](qsizetype bound) {
            return static_cast<qsizetype>(
                random.bounded(static_cast<quint32>(std::max<qsizetype>(bound, 1))));
        };
        for (int left = random.bounded(1, 6); left > 0; --left) {
            const qsizetype at = below(text.size()),
                            length = below(std::min<qsizetype>(text.size() - at, 200));
            switch (random.bounded(6)) {
            case 0:
                text.remove(at, length);
                break;
            case 1:
                text.insert(below(text.size()), text.mid(at, length));
                break;
            case 2:
                text.truncate(at);
                break;
            case 3:
                text.replace(at, 1, QByteArray(1, static_cast<char>(random.bounded(256))));
                break;
            default:
                text.insert(at, pieces()[below(pieces().size())]);
            }
        }
        return text;
    }

private slots:
    void damagedFiles() {
        const QByteArrayList all = files();
        if (all.isEmpty())
            QSKIP("no python3 here");
        const qsizetype step = std::max<qsizetype>(all.size() / kFiles, 1);
        for (qsizetype i = 0; i < all.size(); i += step) {
            for (int round = 0; round < kRounds; ++round) {
                QRandomGenerator random(static_cast<quint32>(i * kRounds + round));
                const QByteArray text = round == 0 ? all[i] : mutated(all[i], random);
                const std::string failure =
                    brokenInvariant({text.constData(), static_cast<std::size_t>(text.size())});
                if (!failure.empty())
                    QFAIL((failure + "\n" + text.toStdString()).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(MutationTest)
#include "mutation_test.moc"
