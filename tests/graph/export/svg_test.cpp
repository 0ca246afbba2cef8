#include "graph/export/picture.h"
#include "graph/export/picture_input.h"
#include "graph/export/xml.h"

#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace espalier::graph;

namespace {

struct Content {
    QString error;
    QStringList texts, titles, elements;
};

Content parsed(const std::string& svg) {
    Content content;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    QString* open = nullptr;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            content.elements += reader.name().toString();
            open = nullptr;
            if (reader.name() == QLatin1String("text"))
                open = &(content.texts += QString()).last();
            else if (reader.name() == QLatin1String("title"))
                open = &(content.titles += QString()).last();
        } else if (reader.isEndElement()) {
            open = nullptr;
        } else if (reader.isCharacters() && open != nullptr) {
            *open += reader.text();
        }
    }
    if (reader.hasError())
        content.error = reader.errorString();
    return content;
}

} // namespace

class SvgTest : public QObject {
    Q_OBJECT
private slots:
    void everythingIsThere() {
        const Content c = parsed(toSvg(picture(kEverything)));
        QCOMPARE(c.error, QString());
        for (const char* text :
             {"demo", "old", "deprecated", "gone", "missing", "bad", "does not parse", "in an import cycle"})
            QVERIFY2(c.texts.contains(text), text);
        for (const char* title :
             {"a.b.c", "a.b.c imports a.b.d: 12 statements", "a.x imports itself: 1 statement"})
            QVERIFY2(c.titles.contains(title), title);
    }
    void meaningIsNotByColourAlone() {
        const std::string svg = toSvg(picture(kEverything));
        QVERIFY(svg.find("url(#hatch)") != std::string::npos);      // deprecated
        QVERIFY(svg.find("stroke-dasharray") != std::string::npos); // ghost, deferred
        QVERIFY(svg.find("font-style=\"italic\"") != std::string::npos);
    }
    // What a viewer that strips style sheets and scripts leaves as it is.
    void inlineAttributesOnly() {
        const Content c = parsed(toSvg(picture(kEverything)));
        for (const char* element : {"style", "script", "foreignObject", "image", "use"})
            QVERIFY2(!c.elements.contains(element), element);
    }
    void themesDifferInColourOnly() {
        const Drawing d = picture(kEverything);
        const std::string light = toSvg(d), dark = toSvg(d, Theme::Dark);
        QVERIFY(light != dark);
        QCOMPARE(parsed(light).texts, parsed(dark).texts);
    }
    void hostileNames_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("markup") << QByteArray("<script>alert(1)</script>");
        QTest::newRow("quotes") << QByteArray("\"'&amp;\"");
        QTest::newRow("end of CDATA") << QByteArray("]]>");
        QTest::newRow("control") << QByteArray("a\x01"
                                               "b\x1f\x7f");
        QTest::newRow("invalid UTF-8") << QByteArray("a\xff\xc3(\xed\xa0\x80");
        QTest::newRow("not a character") << QByteArray("\xef\xbf\xbe");
    }
    void hostileNames() {
        QFETCH(QByteArray, name);
        Drawing d = picture("a.x > a.y, a.y > a.x");
        d.title = d.subtitle = d.boxes[1].key = d.boxes[1].label = d.boxes[1].detail =
            "n\n" + name.toStdString();
        d.boxes[0].label = d.boxes[0].key = name.toStdString();
        const Content c = parsed(toSvg(d));
        QCOMPARE(c.error, QString());
        QVERIFY(!c.elements.contains("script"));
    }
    void escapes() {
        QCOMPARE(xmlEscaped("<a b=\"c\">&"), std::string("&lt;a b=&quot;c&quot;&gt;&amp;"));
        QCOMPARE(xmlEscaped("\x01"), std::string("\xef\xbf\xbd"));
        QCOMPARE(xmlEscaped("grün ∀"), std::string("grün ∀"));
    }
    void numbers() {
        QCOMPARE(decimal(1.5), std::string("1.5"));
        QCOMPARE(decimal(-0.001), std::string("0"));
        QCOMPARE(decimal(1200), std::string("1200"));
        QCOMPARE(decimal(NAN), std::string("0"));
    }
    void saysWhatIsLeftOut() {
        Drawing d = picture("a > b");
        d.omittedBoxes = 37;
        d.omittedLines = 1;
        QVERIFY(parsed(toSvg(d)).texts.contains("37 boxes are summed up as \"more\"; 1 line is left out."));
    }
    void notesAreWrittenAndEscaped() {
        Drawing d = picture("a.x > a.y");
        for (Box& b : d.boxes) {
            b.note = "keep <b> & \"c\"\nuntil\x01 May";
            b.noteLines = {"keep <b> &", "until May"};
        }
        const Content c = parsed(toSvg(d));
        QCOMPARE(c.error, QString());
        QCOMPARE(c.texts.count("keep <b> &"), 3); // of the open package, too
        QCOMPARE(c.texts.count("until May"), 3);
        QVERIFY2(c.titles.contains("a.x\nkeep <b> & \"c\"\nuntil\uFFFD May"), qPrintable(c.titles.join("|")));
        QVERIFY(!c.elements.contains("b"));
    }
    void tintsDeepenTheFill() {
        Drawing d = picture("a > b");
        QVERIFY(toSvg(d).find("#8f7cc4") == std::string::npos);
        d.boxes[0].tint = 1;
        QVERIFY(toSvg(d).find("fill=\"#8f7cc4\"") != std::string::npos);
        d.boxes[0].tint = 0.5;
        QVERIFY(toSvg(d).find("fill=\"#c2bae0\"") != std::string::npos);
    }
    void emptyDrawing() {
        const Content c = parsed(toSvg(picture("")));
        QCOMPARE(c.error, QString());
        QVERIFY(c.texts.contains("Nothing to show"));
    }
    void sameDrawingSameBytes() { QCOMPARE(toSvg(picture(kEverything)), toSvg(picture(kEverything))); }
};

QTEST_APPLESS_MAIN(SvgTest)
#include "svg_test.moc"
