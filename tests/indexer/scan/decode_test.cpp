#include "indexer/scan/decode.h"
#include "indexer/scan/table.h"

using namespace espalier::scan_test;
using espalier::scan::decodeSource;

class DecodeTest : public QObject {
    Q_OBJECT
private slots:
    void decodes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("problems");
        const auto add = [](const char* name, const QByteArray& bytes, const QByteArray& text,
                            const char* problems = "") {
            QTest::newRow(name) << bytes << text << QByteArray(problems);
        };
        const QByteArray utf8 = "x = '\xC3\xA9\xE2\x82\xAC\xF0\x9F\x90\x8D'\r\n";
        add("empty", "", "");
        add("UTF-8", utf8, utf8);
        add("byte order mark", "\xEF\xBB\xBF" + utf8, utf8);
        add("byte order mark and cookie", "\xEF\xBB\xBF# coding: utf_8\n" + utf8, "# coding: utf_8\n" + utf8);
        for (const char* cookie :
             {"latin-1", "Latin_1", "iso-8859-1", "ISO8859_1", "l1", "cp1252", "windows-1252"})
            add(cookie, QByteArray("# -*- coding: ") + cookie + " -*-\n\xE9",
                QByteArray("# -*- coding: ") + cookie + " -*-\n\xC3\xA9");
        add("koi8-r, second line", "#!/x\n# vim: set fileencoding=koi8-r :\n\xC1",
            "#!/x\n# vim: set fileencoding=koi8-r :\n\xD0\xB0");
        add("no cookie in the third line", "\n\n# coding: latin-1\n\xE9",
            "\n\n# coding: latin-1\n\xEF\xBF\xBD",
            "4:1 invalid-encoding: a byte that is not UTF-8 (shown as \xEF\xBF\xBD)\n");
        add("no cookie behind code", "x\n# coding: latin-1\n", "x\n# coding: latin-1\n");
        add("shift_jis", "# coding: sjis\n\x82\xA0", "# coding: sjis\n\xE3\x81\x82");
        add("unknown", "# coding: uft-8\nx\n", "# coding: uft-8\nx\n",
            "1:1 unknown-encoding: unknown encoding 'uft-8'\n");
        add("contradiction", "\xEF\xBB\xBF# coding: latin-1\n", "# coding: latin-1\n",
            "1:1 invalid-encoding: the encoding 'latin-1' contradicts the UTF-8 byte order mark\n");
        add("not ASCII", "# coding: ascii\n\xE9x", "# coding: ascii\n\xEF\xBF\xBDx",
            "2:1 invalid-encoding: a byte that is not US-ASCII (shown as \xEF\xBF\xBD)\n");
        add("invalid", "a\n\xC3\xA9 \xFF\xC3(", "a\n\xC3\xA9 \xEF\xBF\xBD\xEF\xBF\xBD(",
            "2:3 invalid-encoding: a byte that is not UTF-8 (shown as \xEF\xBF\xBD)\n");
        add("behind other line ends", "a\r\xC3\xA9\r\n\r \xFF", "a\r\xC3\xA9\r\n\r \xEF\xBF\xBD",
            "4:2 invalid-encoding: a byte that is not UTF-8 (shown as \xEF\xBF\xBD)\n");
        add("surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
            "1:1 invalid-encoding: a byte that is not UTF-8 (shown as \xEF\xBF\xBD)\n");
        add("cut sequence", "x\xE2\x82", "x\xEF\xBF\xBD\xEF\xBF\xBD",
            "1:2 invalid-encoding: a byte that is not UTF-8 (shown as \xEF\xBF\xBD)\n");
        add("UTF-16", QByteArray("\xFF\xFEi\0\xE9\0", 6), "i\xC3\xA9",
            "1:1 invalid-encoding: UTF-16LE, which Python does not read\n");
        add("NUL", QByteArray("x\ny\0z", 5), QByteArray("x\ny\0z", 5), "2:2 nul-byte: a NUL byte\n");
    }
    void decodes() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, problems);
        const auto decoded = decodeSource({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QCOMPARE(QByteArray(decoded.text.data(), static_cast<int>(decoded.text.size())), text);
        QCOMPARE(lines(decoded.problems), problems);
        QCOMPARE(decoded.broken(), !problems.isEmpty());
    }

    void longTextsAreConvertedWhole() {
        const QByteArray head = "# coding: latin-1\n";
        const auto bytes = (head + QByteArray(100000, '\xE9')).toStdString();
        QCOMPARE(decodeSource(bytes).text.size(), static_cast<std::size_t>(head.size()) + 200000);
    }
    void scannedAllTheSame() {
        const auto facts = scan(QByteArray("import a\n# \xFF\nimport b\0\nimport c\n", 31));
        QCOMPARE(facts.imports.size(), std::size_t{3});
        QCOMPARE(facts.problems.size(), std::size_t{2});
        QVERIFY(facts.broken);
    }
};

QTEST_APPLESS_MAIN(DecodeTest)
#include "decode_test.moc"
