// A burn-down as a picture: well formed, and all in it that it was given.
#include "graph/export/svg_trend.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace espalier;

namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

graph::TrendPicture picture() {
    graph::TrendPicture out;
    out.title = "Away from <old> & \"older\" \xff";
    out.subtitle = "3 files";
    out.steps = {{0, {0, 0, 0, 0}}, {10 * kDay, {4, 2, 0, 0}}, {12 * kDay, {1, 2, 0, 0}}};
    out.end = 20 * kDay;
    out.target = 2;
    out.tags = {{1 * kDay, "v0"}, {11 * kDay, "v1"}, {11 * kDay + 60, "v1.0.1"}};
    out.comebacks = {12 * kDay};
    return out;
}

// Texts and counts of elements, in the order they come first; nothing if it is not well formed.
QString told(const std::string& svg) {
    QXmlStreamReader xml(QString::fromStdString(svg));
    QStringList texts;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    return xml.hasError() ? xml.errorString() : texts.join('|');
}

} // namespace

class SvgTrendTest : public QObject {
    Q_OBJECT
private slots:
    void allIsTold() {
        const QString texts = told(graph::trendSvg(picture()));
        QVERIFY2(texts.startsWith("Away from <old> & \"older\" \ufffd|3 files|0|1|2|3|4|5|6|1970-01-11|"),
                 qPrintable(texts));
        QVERIFY2(texts.endsWith("|target 2|v1.0.1|files: production|files: tests|violations came back"),
                 qPrintable(texts)); // v0 is before it begins, and there is no room for v1
    }
    void whatIsNotThereIsNotExplained() {
        graph::TrendPicture bare;
        bare.title = "nothing";
        QCOMPARE(told(graph::trendSvg(bare)), "nothing||0|1|1969-12-31|1970-01-01");
        bare.steps = {{0, {}}};
        bare.baseline = {{0, "v0"}};
        QVERIFY(told(graph::trendSvg(bare)).contains("baseline v0"));
    }
    void equalInputEqualPicture() { QCOMPARE(graph::trendSvg(picture()), graph::trendSvg(picture())); }
};

QTEST_APPLESS_MAIN(SvgTrendTest)
#include "svg_trend_test.moc"
