// Every imported name of Python's own library and of real projects against reference/, an independent
// resolver of names on Python's parser; and against what importing the library for real gives.
#include "graph/model/project_text.h"
#include "graph/model/reference_projects.h"
#include "graph/symbols/origin_text.h"

#include <QTest>

#include <map>
#include <set>

using namespace espalier;
using namespace espalier::test;

class ReferenceTest : public QObject {
    Q_OBJECT

    // As the reference says it: what nobody binds is one thing, whether or not something else may make it.
    static QString plain(const graph::Symbols& symbols, std::span<const graph::OriginId> ids) {
        std::set<QString> out;
        for (const graph::OriginId id : ids) {
            const graph::OriginKind kind = symbols[id].kind;
            const bool unknown = kind == graph::OriginKind::Opaque || kind == graph::OriginKind::Unresolved ||
                                 kind == graph::OriginKind::Cycle || kind == graph::OriginKind::Implicit;
            out.insert(unknown ? "unknown" : QString::fromStdString(originText(symbols, id)));
        }
        return QStringList(out.begin(), out.end()).join(" | ");
    }

private slots:
    // A Debian's library without its test suite still has that many.
    void names_data() { addReferenceProjects(1000, 3000); }

    void names() {
        QFETCH(QString, folder);
        QFETCH(int, atLeast);
        if (folder.isEmpty())
            QSKIP("needs python3 and the projects that packaging/corpora.sh fetches");
        const ReferenceLines lines = referenceLines("graph/symbols/reference", {folder});
        QVERIFY(lines.ok);
        std::map<QString, QString> expected; // "path:line name" -> origins
        std::set<QString> unparsable;        // names of modules
        for (const QString& line : lines.lines) {
            if (line.startsWith("unparsable\t"))
                unparsable.insert(line.section('\t', 1));
            else
                expected[line.section('\t', 0, 0)] = line.section('\t', 1);
        }
        graph::Symbols symbols(graph::buildSnapshot(projectFromFolder(folder.toStdString()), {}));
        const auto& files = symbols.snapshot().project.files;
        int differences = 0, agreed = 0;
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto* facts = files[i].facts.get();
            for (std::uint32_t k = 0; facts && k < facts->imports.size(); ++k) {
                const facts::ImportStatement& import = facts->imports[k];
                for (std::size_t n = 0; import.form == facts::ImportForm::From && n < import.names.size();
                     ++n) {
                    const QString where = QString::fromStdString(
                        files[i].path + ':' + std::to_string(import.span.line) + ' ' + import.names[n].name);
                    const auto theirs = expected.find(where);
                    const QString ours = plain(symbols, symbols.origins(facts::FileId(i), k, n));
                    const bool isLeftOut = std::ranges::any_of(unparsable, [&](const QString& module) {
                        return ours.contains(' ' + module + ':') ||
                               (theirs != expected.end() && theirs->second.contains(' ' + module + ':'));
                    });
                    if (theirs == expected.end() || isLeftOut)
                        continue;
                    if (ours == theirs->second)
                        ++agreed;
                    else if (++differences <= 40)
                        qWarning("%s\n  here      %s\n  reference %s", qPrintable(where), qPrintable(ours),
                                 qPrintable(theirs->second));
                }
            }
        }
        QCOMPARE(differences, 0);
        QVERIFY(agreed > atLeast);
        qInfo("%d imported names agree", agreed);
    }

    // Each public name of packages that can be imported without harm is the object that it is said to be.
    void sameObjects() {
        graph::Symbols symbols(graph::buildSnapshot(projectFromFolder(standardLibrary().toStdString()), {}));
        std::vector<Claim> claims;
        for (const char* package : {"argparse",    "ast",         "asyncio",    "base64",
                                    "codecs",      "collections", "concurrent", "configparser",
                                    "contextlib",  "copy",        "csv",        "ctypes",
                                    "dataclasses", "datetime",    "decimal",    "dis",
                                    "email",       "enum",        "functools",  "heapq",
                                    "html",        "http",        "importlib",  "inspect",
                                    "io",          "json",        "logging",    "multiprocessing",
                                    "os",          "pathlib",     "pickle",     "random",
                                    "re",          "shutil",      "signal",     "socket",
                                    "sqlite3",     "ssl",         "statistics", "string",
                                    "subprocess",  "tempfile",    "threading",  "tokenize",
                                    "types",       "typing",      "unittest",   "urllib",
                                    "uuid",        "warnings",    "weakref",    "xml",
                                    "zipfile"}) {
            const auto top = symbols.snapshot().find(package);
            for (std::size_t m = 0; top && m < symbols.snapshot().modules.size(); ++m) {
                const graph::Module& module = symbols.snapshot().modules[m];
                if (!symbols.snapshot().within(graph::ModuleId(m), *top) || !module.file.valid() ||
                    module.name.ends_with("__main__"))
                    continue;
                std::set<std::string> names;
                for (const facts::Binding& binding :
                     symbols.snapshot().project.files[module.file.value].facts->bindings)
                    if (binding.kind != facts::BindingKind::Star && binding.when == facts::EdgeKind::Import)
                        names.insert(binding.name);
                for (const std::string& name : names)
                    claims.push_back(claimFor(symbols, graph::ModuleId(m), name));
            }
        }
        const Judgement judgement = judgedByPython(claims);
        for (const QString& line : judgement.wrong)
            qWarning("%s", qPrintable(line));
        QCOMPARE(judgement.wrong.size(), 0);
        QVERIFY(judgement.agreed > 1000);
        qInfo("%d names are the objects they are said to be", judgement.agreed);
    }
};

QTEST_GUILESS_MAIN(ReferenceTest)
#include "reference_test.moc"
