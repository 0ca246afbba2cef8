// Marks in a tracker, what people have written between them, and texts that must not become Markdown.
#include "app/tracker/escape.h"
#include "app/tracker/markdown.h"
#include "app/tracker/marks.h"
#include "app/tracker/notes.h"

#include <QTest>

using namespace espalier;

class MarksTest : public QObject {
    Q_OBJECT
private slots:
    void piecesAreTheFile() {
        const std::string text = "a\n<!-- espalier:begin files -->\nold\n<!-- espalier:end files -->\nb\n"
                                 "<!-- espalier:begin head -->\n<!-- espalier:end head -->\nno end of line";
        auto pieces = tracker::piecesOf(text);
        QVERIFY(pieces);
        QCOMPARE(pieces->size(), 5U);
        QCOMPARE((*pieces)[1].text, std::string("old\n"));
        QCOMPARE(QString::fromStdString(tracker::joined(*pieces)), QString::fromStdString(text));
        (*pieces)[1].text = "new\n";
        QCOMPARE(tracker::joined(*pieces).find("old"), std::string::npos);
    }

    void windowsLineEnds() {
        auto pieces = tracker::piecesOf(
            "a\r\n<!-- espalier:begin files -->\r\nold\r\n<!-- espalier:end files -->\r\nb\r\n");
        QVERIFY(pieces);
        (*pieces)[1].text = "x\ny\n";
        QCOMPARE(tracker::joined(*pieces),
                 std::string(
                     "a\r\n<!-- espalier:begin files -->\r\nx\r\ny\r\n<!-- espalier:end files -->\r\nb\r\n"));
    }

    void badMarks_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* text, const char* error) { QTest::newRow(error) << text << error; };
        row("a\n", "it has no marks");
        row("a\n<!-- espalier:begin files -->\n", "line 2: the mark of 'files' has no end");
        row("<!-- espalier:end files -->\n", "line 1: 'files' ends without having begun");
        row("<!-- espalier:begin files -->\n<!-- espalier:begin head -->\n",
            "line 2: a mark within that of 'files'");
        row("<!-- espalier:begin files -->\n<!-- espalier:end files -->\n\n<!-- espalier:begin files -->\n",
            "line 4: 'files' begins a second time");
        row("<!-- espalier:begin file -->\n", "line 1: there is no section 'file'");
        row("<!-- espalier:begin files -->\n<!-- espalier:end head -->\n", "line 2: 'head' ends");
    }
    void badMarks() {
        QFETCH(QString, text);
        QFETCH(QString, error);
        const auto pieces = tracker::piecesOf(text.toStdString());
        QVERIFY(!pieces);
        QVERIFY2(pieces.error().what.find(error.toStdString()) != std::string::npos,
                 pieces.error().what.c_str());
    }

    void notesOfRows() {
        tracker::RowNotes notes;
        notes.read("| place | now | notes |\n|---|---|---|\n| `a.py:1` | `import x` | first |\n"
                   "| `a.py:9` | `import x` | *second* \\| part |\n| `b.py:1` | `import x` | |\n"
                   "| ~~`c.py:1`~~ | ~~`import y`~~ | done |\n\n- at ~~`d.py`~~: long gone\n");
        QVERIFY(notes.has("`a.py:5`", "`import x`"));
        QVERIFY(!notes.has("`b.py:1`", "`import x`"));
        QCOMPARE(notes.take("~~`a.py:77`~~", "~~`import x`~~"), std::string("first"));
        QCOMPARE(notes.take("`a.py:5`", "`import x`"), std::string("*second* \\| part"));
        QCOMPARE(notes.take("`a.py:5`", "`import x`"), std::string());
        QCOMPARE(notes.rest(), std::string("- at ~~`d.py`~~: long gone\n- at ~~`c.py`~~: done\n"));
    }

    void notesOfPhases() {
        const auto notes =
            tracker::phaseNotes("- [x] audit: by hand\n  by Ann\n\n  twice\n- [ ] plan: by hand\n"
                                "- [X] two words: no violations, since `1`\ntext\n  lost\n");
        QCOMPARE(notes.ticked, (std::set<std::string>{"audit", "two words"}));
        QCOMPARE(notes.lines.at("audit"), std::string("  by Ann\n  twice\n"));
        QCOMPARE(notes.lines.size(), 1U);
    }

    // Whatever a name holds, it is one piece of text.
    void textsStayTexts() {
        for (const std::string text :
             {"`a`", "``", "a|b", "*b* _c_ [d](e)", "<!-- espalier:end files -->", "</details>", "# h",
              "1. x", "- x", "a\nb", "\x1b[31m", "\xff", "~~x~~", "@team", "&amp;", "\\"}) {
            const auto blocks = tracker::blocksOf("x " + tracker::escaped(text) + " y");
            QCOMPARE(blocks.size(), 1U);
            QVERIFY(blocks[0].code.empty());
            const auto code =
                tracker::blocksOf("| a | b |\n|---|---|\n| " + tracker::inCell(text) + " | z |\n");
            QCOMPARE(code.size(), 2U);
            QCOMPARE(code[1].code.size(), 1U);
            QVERIFY(code[1].text.ends_with("\nz"));
        }
        QCOMPARE(tracker::blocksOf("x " + tracker::escaped("<b>*a*</b> 1") + " y")[0].text,
                 std::string("x <b>*a*</b> 1 y"));
        QCOMPARE(tracker::inCell("a|b"), std::string("`a\\|b`")); // md4c does not need it, the git hosts do
        QCOMPARE(tracker::fenceFor("a ```` b"), std::string("`````"));
    }

    void statements() {
        const auto text = [](const char* statement) { return tracker::statementText(statement).text; };
        QCOMPARE(text("from a import (  # why\n    b,\n    c as d,  # ) so\n)"),
                 std::string("from a import b, c as d"));
        QCOMPARE(text("import a, \\\n    b"), std::string("import a, b"));
        QCOMPARE(text("importlib.import_module('a#b')"), std::string("importlib.import_module('a#b')"));
        const auto cut =
            tracker::statementText("from a import " + std::string(100, 'x') + ", " + std::string(100, 'y'));
        QVERIFY(cut.cut);
        QCOMPARE(cut.text, "from a import " + std::string(100, 'x'));
    }
};

QTEST_GUILESS_MAIN(MarksTest)
#include "marks_test.moc"
