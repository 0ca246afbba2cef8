#include "indexer/scan/dull_line.h"
#include "indexer/scan/source_text.h"

#include <QTest>

using namespace espalier::scan;

// Which lines are passed over, and where the next one begins. That no fact is lost by it is shown on mutated
// files: mutation_test.
class DullLineTest : public QObject {
    Q_OBJECT
private slots:
    void lines_data() {
        QTest::addColumn<bool>("dull");
        const auto are = [](bool dull, std::initializer_list<const char*> lines) {
            for (const char* line : lines)
                QTest::newRow(line) << dull;
        };
        are(true, {
                      "x = 1",
                      "self.warning('a, b', import_, \"it's\") # import a",
                      "return [a,\n  # (\n b]['c'] != 1.5e-3",
                      "x = y \\\n    + z",
                      "'''doc\n'' \\''' string'''",
                      "x = rb'a.b.c' + b\"\" or {'k': u\"v\"}",
                      "x = f'{a!r}: {b[\"x\"] != c:>10} {{}} \\' {(lambda: {})}'",
                      "raise E(rf'''{a}\n'{b}'''), e",
                      "x: int = 'a.b c'",
                      "import_module_(1)",
                      "x\t= '1.2.3', 'a..b', '.a.b', 'a.b.'",
                  });
        are(false, {
                       "import a",
                       "x = 1; import a",
                       "if x: pass",
                       "lazy import x",
                       "type X = 1",
                       "importlib.import_module(a)",
                       "x = 'a.b'",
                       "x = u'a.b'",
                       "x = f'{\"a.b.c\"}'",
                       "x = f'{f\"{a}\"}'",
                       "x = f'{a:{b}}'",
                       "x = (1]",
                       "x = 1)",
                       "x = 'open",
                       "x = '''open",
                       "x = f'{open'",
                       "x = f'open",
                       "x = (1,\nimport a",
                       "x = (1,\n<<<<<<< a",
                       "print 'x'",
                       "print\t1",
                       "xx'y'",
                       "x y",
                       "x.5 + a",
                       "x = $",
                       "x = !a",
                       "x = \xE2\x82\xAC",
                       "x = '' \xE2\x82\xAC",
                       "x = \\ 1",
                       "@a",
                       "# a",
                       "",
                   });
    }
    void lines() {
        QFETCH(bool, dull);
        const std::string line = QTest::currentDataTag();
        const SourceText text(line + "\ny = 1");
        const char* const behind = behindDullLine(text.data(), text.data() + text.size());
        QCOMPARE(behind ? behind - text.data() : -1,
                 dull ? static_cast<std::ptrdiff_t>(line.size()) + 1 : -1);
    }
};

QTEST_APPLESS_MAIN(DullLineTest)
#include "dull_line_test.moc"
