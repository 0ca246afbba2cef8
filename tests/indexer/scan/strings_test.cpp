#include "indexer/scan/table.h"

using namespace espalier::scan_test;

// String forms: whatever is in them, the import behind them is found, and nothing else.
class StringsTest : public QObject {
    Q_OBJECT
private slots:
    void valid_data() {
        QTest::addColumn<QByteArray>("source");
        const auto add = [](const char* source) { QTest::newRow(source) << QByteArray(source); };
        add("''");
        add("''''''");
        add("'' ''");
        add("'\\'; import a'");
        add("'\\\\'");
        add("'a\\\nimport b'");
        add("'a\\\\\\\nimport b'");
        add("r'\\'; import a'");
        add("r'\\\\'");
        add("'''a''b'c'''");
        add("'''a\\'''b'''");
        add("'''a\\\\'''");
        add("\"\"\"\\\"\"\"\nimport a\n\"\"\"");
        add("rb'a' Rb'b' bR\"c\" BR'd' u'e' U'f' Br'g'");
        add("rB'''\nimport a\n\\'''\n'''");
        add("x = 'a' # it's");
        add("x = [ # it's (\n 'a', # }\n]");
        add("f'{x}'");
        add("f'{{' f'}}' f'{{{x}}}'");
        add("f'{x!r:>{width}.{y}}'");
        add("f'{x:%Y-%m-%d}' f'{x:,}'");
        add("f'{x[\"a\"]}' f\"{x['}']}\"");
        add("f'{x['a']}'");                     // PEP 701
        add("f'{f'{f'{x}'}'}'");                // PEP 701
        add("f'{x['''a''']} {'\\n'.join(y)}'"); // PEP 701
        add("f'{\n x # it\\'s }\n}'");          // PEP 701
        add("f'''{x:\n}'''");
        add("f'''\n{x}\n''\nimport a\n'''");
        add("f'{lambda_} {(lambda y: {1: 2})} { {1: 2}[1] }'");
        add("f'{x:{\"{\"}>10}'");
        add("f'{x != y} {x!r} {(y := 1)} {x:=5} {x=}'");
        add("f'\\N{LEFT CURLY BRACKET} \\{x} \\'{x}'");
        add("fr'\\{x}' rf'\\'{x}' Rf'\\N{x}' FR'\\\\'");
        add("t'{x}' tr'\\{x}' T'{{'");
        add("f'' f\"\" f'''''' f\"\"\"{x}\"\"\"");
        add("f'{x}' '{' f'{y}' \"}\"");
        add("f'\\\nimport a'");
        add("f\"{'a' if x else 'b'}\" f'{x,}' f'{*x,}'");
        add("f'''{'''a'''}'''");
        add("print(f'{x:{y}}', '(', \")\", '''[''')");
        add("x = {'a': [1, (2,\n\n  3)], # )\n}");
        add("x = 1e-5 + .5j - 0x_ff if 1else 2");
        add("x = a if b else-1; y = x[...]; z @= 1; w //= 2; v = a <= b != c");
    }
    void valid() {
        QFETCH(QByteArray, source);
        for (const char* before : {"", "if x:\n  y = ", "f(a, [\n"}) {
            if (source.contains("x =") && *before)
                continue;
            const QByteArray head = before + source + (QByteArray(before).startsWith("f(") ? "])" : "");
            const QByteArray line = QByteArray::number(head.count('\n') + 2);
            const auto facts = scan(head + "\nimport z\n");
            QCOMPARE(lines(facts.imports), line + ":1-" + line + ":9 import import z\n");
            QCOMPARE(lines(facts.problems), QByteArray());
        }
    }

    void broken_data() {
        columns();
        row("unterminated", "x = 'abc\nimport z\n", "1:5 syntax-error: unterminated string\n");
        row("unterminated in brackets", "print('abc)\ny = 1\nimport z\n",
            "1:7 syntax-error: unterminated string\n");
        row("unterminated in brackets of several lines", "print(\n  'abc,\n  y)\nimport z\n",
            "2:3 syntax-error: unterminated string\n");
        row("field never closed", "f'{x'\nimport z\n", "1:5 syntax-error: unterminated string\n");
        row("specification never closed", "f'{x:'\nimport z\n",
            "1:3 syntax-error: f-string: '{' was never closed\n");
        row("field in a call", "print(f\"{\")\nimport z\n", "1:10 syntax-error: unterminated string\n");
        row("f-string text", "x = f'abc{x}\nimport z\n", "1:5 syntax-error: unterminated string\n");
    }
    void broken() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, expected);
        const auto facts = scan(source);
        const QByteArray line = QByteArray::number(source.count('\n'));
        QCOMPARE(lines(facts.problems), expected);
        QCOMPARE(lines(facts.imports), line + ":1-" + line + ":9 import import z\n");
        QVERIFY(facts.broken);
    }
};

QTEST_APPLESS_MAIN(StringsTest)
#include "strings_test.moc"
