#include "indexer/symbols/extractor.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <map>

using namespace espalier;

// Definitions, uses and warnings of every third file of Python's own library must be those of Python's ast
// (reference.py).
class ReferenceTest : public QObject {
    Q_OBJECT

    struct Expected {
        QStringList definitions, warnings; // of the latter "symbol line", and "if" under a condition
        QSet<QString> whole;               // warnings that name their symbol
        QMap<QString, int> uses;           // "role name" and how often
        QStringList placedUses;            // "role name line:column", outside of f-strings
    };

    static QString python(const QString& code) {
        QProcess process;
        process.start("python3", {"-c", code});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    static std::map<QString, Expected> reference(const QString& folder) {
        QProcess process;
        process.start("python3",
                      {"-B", QStringLiteral(ESPALIER_SOURCE_DIR "/tests/indexer/symbols/reference.py"),
                       folder, "3", "1"});
        process.waitForFinished(120'000);
        if (process.exitCode() != 0)
            qWarning("%s", process.readAllStandardError().constData());
        std::map<QString, Expected> files;
        Expected* file = nullptr;
        for (const QString& line : QString::fromUtf8(process.readAllStandardOutput()).split('\n')) {
            const QStringList row = line.split('\t');
            if (row[0] == "file")
                file = &files[row[1]];
            else if (row[0] == "def")
                file->definitions << row.mid(1).join(' ');
            else if (row[0] == "warn")
                file->warnings << row.mid(1).join(' ');
            else if (row[0] == "use") {
                ++file->uses[row[1] + ' ' + row[2]];
                if (row[3] != "0")
                    file->placedUses << row[1] + ' ' + row[2] + ' ' + row[3] + ':' + row[4];
            }
        }
        return files;
    }

    static Expected extracted(const facts::SymbolFacts& facts) {
        static const char* const kKinds[] = {"class", "function", "method"};
        static const char* const kRoles[] = {"Read", "Call", "Base", "Decorator"};
        Expected out;
        for (const facts::Definition& d : facts.definitions)
            out.definitions << QString("%1 %2 %3 %4 %5")
                                   .arg(kKinds[static_cast<int>(d.kind)], QString::fromStdString(d.name))
                                   .arg(d.span.line)
                                   .arg(d.span.column)
                                   .arg(d.span.endLine);
        for (const facts::Use& u : facts.uses) {
            const QString use =
                QString(kRoles[static_cast<int>(u.role)]) + ' ' + QString::fromStdString(u.name);
            ++out.uses[use];
            out.placedUses << use + QString(" %1:%2").arg(u.line).arg(u.column);
        }
        for (const facts::DeprecationMark& m : facts.marks) {
            const bool condition = m.source == facts::MarkSource::Condition;
            if (condition || m.source == facts::MarkSource::Warning)
                out.warnings << QString("%1 %2%3")
                                    .arg(QString::fromStdString(m.symbol))
                                    .arg(m.line)
                                    .arg(condition ? " if" : "");
            // The reference does not read what is said of the symbol as a whole.
            if (!condition && m.message.find(m.symbol.substr(m.symbol.rfind('.') + 1)) != std::string::npos)
                out.whole.insert(out.warnings.back());
        }
        return out;
    }

    static QStringList missing(QStringList from, QStringList in) {
        from.sort();
        in.sort();
        QStringList out;
        std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(out));
        return out;
    }

    static QStringList differences(const Expected& expected, const Expected& found) {
        QStringList out;
        const auto compare = [&out](const QStringList& a, const QStringList& b) {
            for (const QString& line : missing(a, b))
                out << "missing: " + line;
            for (const QString& line : missing(b, a))
                out << "too much: " + line;
        };
        compare(expected.definitions, found.definitions);
        QStringList warnings = found.warnings;
        for (QString& line : warnings)
            if (found.whole.contains(line) && expected.warnings.contains(line + " if"))
                line += " if";
        compare(expected.warnings, warnings);
        for (const QString& line : missing(expected.placedUses, found.placedUses))
            out << "missing use: " + line;
        for (auto it = found.uses.begin(); it != found.uses.end(); ++it)
            if (const int count = expected.uses.value(it.key()); count < it.value())
                out << QString("use: %1, %2 times instead of %3").arg(it.key()).arg(it.value()).arg(count);
        for (auto it = expected.uses.begin(); it != expected.uses.end(); ++it)
            if (const int count = found.uses.value(it.key()); count < it.value())
                out << QString("use: %1, %2 times instead of %3").arg(it.key()).arg(count).arg(it.value());
        return out;
    }

private slots:
    void standardLibrary() {
        const QString folder = python("import sysconfig; print(sysconfig.get_path('stdlib'))");
        QVERIFY2(!folder.isEmpty(), "python3 does not run");
        const std::map<QString, Expected> files = reference(folder);
        QVERIFY2(files.size() > 100, "the reference gave too few files");
        qsizetype definitions = 0, uses = 0, different = 0;
        for (const auto& [path, expected] : files) {
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            QByteArray bytes = file.readAll();
            if (bytes.startsWith("\xef\xbb\xbf"))
                bytes.remove(0, 3);
            const facts::SymbolFacts facts =
                symbols::extractSymbols({bytes.constData(), static_cast<std::size_t>(bytes.size())});
            definitions += expected.definitions.size();
            uses += expected.placedUses.size();
            // The grammar cannot read brackets that are closed to the left of their statement's indentation.
            if (path.endsWith("test/test_compile.py"))
                continue;
            const QStringList found = differences(expected, extracted(facts));
            if (found.isEmpty())
                continue;
            ++different;
            qWarning("%s: %s", qPrintable(path), qPrintable(found.mid(0, 6).join("; ")));
        }
        qInfo("%zu files, %lld definitions, %lld uses outside of f-strings", files.size(),
              static_cast<long long>(definitions), static_cast<long long>(uses));
        QCOMPARE(different, 0);
    }
};

QTEST_APPLESS_MAIN(ReferenceTest)
#include "reference_test.moc"
