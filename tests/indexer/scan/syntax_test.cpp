#include "indexer/scan/decode.h"
#include "indexer/scan/syntax.h"
#include "indexer/scan/table.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryFile>

using namespace espalier::scan_test;

// Statements that cannot be Python. The judge is the parser of the python3 that is here.
class SyntaxTest : public QObject {
    Q_OBJECT

    static QByteArray rows(const QByteArray& source) {
        const auto found = espalier::scan::syntaxErrors(source.toStdString(), 20);
        return lines(found);
    }

    static QByteArray python(const QByteArray& program, const QStringList& arguments) {
        QProcess process;
        process.start("python3", QStringList{"-W", "ignore", "-c", QString::fromUtf8(program)} + arguments);
        if (!process.waitForFinished(300'000) || process.exitCode() != 0)
            qWarning("%s", process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    // For each text whether Python parses it: '1' or '0'.
    static QByteArray parsed(const QByteArrayList& texts) {
        QTemporaryFile file;
        if (!file.open())
            return {};
        file.write(texts.join('\0'));
        file.close();
        return python(R"(
import ast, sys
def parses(text):
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return '0'
    return '1'
with open(sys.argv[1], 'rb') as f:
    print(''.join(map(parses, f.read().split(b'\0'))), end='')
)",
                      {file.fileName()});
    }

    static QByteArrayList libraryFiles() {
        const QByteArray library =
            python("import sysconfig; print(sysconfig.get_path('stdlib'), end='')", {});
        QByteArrayList out;
        QDirIterator it(QFile::decodeName(library), {"*.py"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            if (!path.contains("/site-packages/") && !path.contains("/dist-packages/"))
                out << QFile::encodeName(path);
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    static QByteArray content(const QByteArray& path) {
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // One of the pieces between spaces, or one character, goes, comes twice, or changes places with the next.
    static QByteArray damaged(const QByteArray& line, QRandomGenerator& random) {
        const auto below = [&](qsizetype most) { return static_cast<qsizetype>(random.bounded(int(most))); };
        const qsizetype head = line.size() - line.trimmed().size();
        QByteArrayList words = line.mid(head).split(' ');
        if (words.size() < 3 || random.bounded(3) == 0) {
            QByteArray out = line;
            return out.remove(head + below(line.size() - head), 1);
        }
        const qsizetype at = below(words.size() - 1);
        switch (random.bounded(3)) {
        case 0:
            words.removeAt(at);
            break;
        case 1:
            words.insert(at, words[at]);
            break;
        default:
            words.swapItemsAt(at, at + 1);
        }
        return line.left(head) + words.join(' ');
    }

private slots:
    void initTestCase() {
        if (parsed({"x", "x x"}) != "10")
            QSKIP("no python3 here");
    }

    void wrong_data() {
        columns();
        const auto at = [](const char* source, const char* place, const char* token = nullptr) {
            const QByteArray message = token ? QByteArray("not Python from here on: ") + token
                                             : QByteArray("the statement is not complete");
            QTest::newRow(source) << QByteArray(source) + '\n'
                                  << place + (" syntax-error: " + message) + '\n';
        };
        at("x = = 1", "1:5", "=");
        at("def f(:): pass", "1:7", ":");
        at("x = 1 +", "1:8");
        at("f(a b)", "1:5", "b");
        at("f(a,\n  b c)", "2:5", "c");
        at("f(, a)", "1:3", ",");
        at("x = [1, 2 3]", "1:11", "3");
        at("x = {'a': 1 'b': 2}", "1:13", "'b'");
        at("x.1y", "1:2", ".1y");
        at("x = y.", "1:7");
        at("x = y.if", "1:7", "if");
        at("return = 1", "1:8", "=");
        at("for x y: pass", "1:7", "y");
        at("while: pass", "1:6", ":");
        at("class: pass", "1:6", ":");
        at("class A(B: pass)", "1:10", ":");
        at("if x = 1: pass", "1:6", "=");
        at("with a as: pass", "1:10", ":");
        at("raise E, 'x'", "1:8", ",");
        at("x = a if b", "1:11");
        at("x = a not b", "1:7", "not");
        at("await await x", "1:7", "await");
        at("async x = 1", "1:7", "x");
        at("x = lambda a b: c", "1:14", "b");
        at("f'{x y}'", "1:6", "y");
        at("f'{x:{y z}}'", "1:9", "z");
        at("a <> b", "1:4", ">");
        at("x = 0777", "1:5", "0777");
        at("x = 1st", "1:5", "1st");
        at("pass pass", "1:6", "pass");
        at("if x: for y in z: pass", "1:7", "for");
        at("def f(a, (b, c)): pass", "1:10", "(");
        at("del f() + 1", "1:9", "+");
        at("global x.y", "1:9", ".");
        at("x = yield =", "1:12");
        at("@", "1:2");
        at("x = 1;;", "1:7", ";");
        at("é = 'ä' ö", "1:9", "ö");
    }
    void wrong() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        QCOMPARE(parsed({source}), QByteArray("0"));
        QCOMPARE(rows(source), expected);
    }

    // Of several versions: what the python3 here takes for wrong is not asked of it.
    void right_data() {
        QTest::addColumn<QByteArray>("source");
        for (const char* source : {
                 "x = 1e-05 + 1_0.5j + 0x_ff + 1.0.real + 00 + 1..real",
                 "x = [1if y else z, 0xfor y, 1or 2]",
                 "x: int = yield",
                 "x = y = yield z, *w",
                 "x[1:2, ::3, *y, a:=4, ...] += 1,",
                 "f(*a, **b, c=1, d:=2)\nf(x for x in y if z if w)",
                 "x = {**a, 'b': c, d: lambda: e}, {*a, b}, {a: b async for c in d}, (), [], {}",
                 "x = not -a ** ~b @ c // d if e is not f else g not in h",
                 "x = lambda a, /, b=1, *, c, **d: (yield)\nx = lambda *a: lambda: a if b else c",
                 "f'{x!r:>{width}} {y=} {z = !s} {a != b} {lambda_} {(lambda: 1)} {{}} {*a, b}' 'c'",
                 "f'{f'{a['b']}'}'",
                 "print >>f, x",
                 "for x, *y.z[0] in *a, b: pass\nelse: pass",
                 "for x, in y: pass",
                 "with a as b, (c) as (d, e): pass\nwith (a as b, c as d,): pass\nwith (a, b): pass\n"
                 "with (yield): pass\nwith (a), b: pass\nwith (a for b in c): pass\nwith (a) + b as c: pass",
                 "try: pass\nexcept* (A, B) as c: pass",
                 "try: pass\nexcept A, B: pass",
                 "def f[T: int, *Ts = *U, **P](a: int = 1, /, *args: *Ts, b, **c) -> a.b: pass",
                 "def f(*, a): pass\ndef g(a, b,): pass\nasync def h() -> x: await y; return *a, b",
                 "class A[T](B, metaclass=C): x: int; y = 1;",
                 "match x:\n    case A(b=1) | [c, *_] as d if e: pass\n    case {'a': 1, **rest}: pass",
                 "match = case = type = lazy = print = 1\nmatch[x] = type(y)\nmatch (x), y",
                 "type X[T] = list[T]\nlazy import a",
                 "raise A from None\nraise\nassert a, b\ndel a, (b), c[0]\nglobal x, y\nreturn\nreturn a,",
                 "@a.b(c)[d]\n@(x := y)\ndef f(): ...",
                 "x = (yield), [(yield x) for y in z]",
                 "x = a if b else c if d else e",
                 "x = t'{y}' rb'z'",
             })
            QTest::newRow(source) << QByteArray(source) + '\n';
    }
    void right() {
        QFETCH(QByteArray, source);
        QCOMPARE(rows(source), QByteArray());
    }

    void limits() {
        QCOMPARE(rows(QByteArray("x = = 1\n").repeated(30)).count('\n'), 21);
        QVERIFY(rows(QByteArray("x = = 1\n").repeated(30)).contains("21:5 syntax-error: there are more"));
        QVERIFY(rows("x = = 1\ny = '\nz = = 1\n").startsWith("1:5 ")); // the scanner goes on
        QCOMPARE(rows("x = = 1\ny = '\nz = = 1\n").count('\n'), 1);
        for (const char* opening :
             {"(", "[", "{", "-(", "f(", "x[", "lambda: ", "f'{", "f'{x:{", "a if (", "not "})
            QVERIFY(rows("x = " + QByteArray(opening).repeated(100'000) + "\n").size() < 100);
    }

    void standardLibrary() {
        int read = 0;
        for (const QByteArray& path : libraryFiles()) {
            const QByteArray bytes = content(path);
            const std::string source = bytes.toStdString();
            const auto decoded = espalier::scan::decodeSource(source);
            const QByteArray text(decoded.text.data(), static_cast<qsizetype>(decoded.text.size()));
            const QByteArray found = decoded.broken() ? QByteArray() : rows(text);
            if (!found.isEmpty() && parsed({bytes}) == "1")
                QFAIL(path + ": " + found);
            ++read;
        }
        QVERIFY(read > 100);
    }

    // A row is right only where Python, too, finds an error.
    void damagedStatements() {
        QRandomGenerator random(1);
        QByteArrayList texts;
        for (const QByteArray& path : libraryFiles().mid(0, 150)) {
            const QByteArrayList all = content(path).split('\n');
            for (int i = 0; i < 40; ++i) {
                const QByteArray line = all[random.bounded(int(all.size()))].trimmed();
                if (!line.isEmpty() && !line.contains('\0'))
                    texts << damaged(line, random) + (line.endsWith(':') ? "\n    pass\n" : "\n");
            }
        }
        const QByteArray answers = parsed(texts);
        QCOMPARE(answers.size(), texts.size());
        int wrongOnes = 0, told = 0;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QByteArray found = rows(texts[i]);
            if (answers[i] == '1' && !found.isEmpty())
                QFAIL(texts[i] + found);
            const bool broken = scan(texts[i]).broken;
            wrongOnes += answers[i] == '0';
            told += answers[i] == '0' && (broken || !found.isEmpty());
        }
        qInfo("%d statements, %d of them wrong, %d of these told", int(texts.size()), wrongOnes, told);
        QVERIFY(told > wrongOnes / 2);
    }
};

QTEST_APPLESS_MAIN(SyntaxTest)
#include "syntax_test.moc"
