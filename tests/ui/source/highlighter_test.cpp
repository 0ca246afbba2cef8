#include "ui/source/highlighter.h"

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

// Each line of source beside a line of letters that say which format a character has: s string, k keyword, c
// comment, n number, @ decorator, d defined name.
class HighlighterTest : public QObject {
    Q_OBJECT

    static QString formats(const QString& source) {
        QTextDocument document;
        document.setPlainText(source);
        espalier::ui::Highlighter highlighter(&document, false);
        highlighter.rehighlight();
        const QHash<QString, QChar> letters{{"#1b6e3a", u's'}, {"#7a2e9d", u'k'}, {"#66727f", u'c'},
                                            {"#9a4b00", u'n'}, {"#8a5a00", u'@'}, {"#0b57a8", u'd'}};
        QStringList out;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            QString line(block.length() - 1, u'.');
            for (const QTextLayout::FormatRange& range : block.layout()->formats())
                for (int i = 0; i < range.length; ++i)
                    line[range.start + i] = letters.value(range.format.foreground().color().name(), u'?');
            out << line;
        }
        return out.join(u'\n');
    }

private slots:
    void words() {
        QCOMPARE(formats("def f(x): return 12 # ok"), "kkk.d.....kkkkkk.nn.cccc");
        QCOMPARE(formats("@a.b\nimportant = 1"), "@@@@\n............n");
    }
    void strings() {
        QCOMPARE(formats("x = 'a\\'b' + rb\"c#\""), "....ssssss...ssssss");
        QCOMPARE(formats("\"\"\"a\nimport b\n\"\"\" + c"), "ssss\nssssssss\nsss....");
        QCOMPARE(formats("'open\nimport a"), "sssss\nkkkkkk..");
    }
};

QTEST_MAIN(HighlighterTest)
#include "highlighter_test.moc"
