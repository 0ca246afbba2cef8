#include "graph/export/picture.h"
#include "graph/export/picture_input.h"
#include "graph/render/render.h"

#include <QTest>

using namespace espalier::graph;

namespace {

// Width and height as a PNG's header says.
std::pair<int, int> pngSize(const std::string& png) {
    const auto number = [&](std::size_t at) {
        int n = 0;
        for (std::size_t i = 0; i < 4; ++i)
            n = n << 8 | static_cast<unsigned char>(png[at + i]);
        return n;
    };
    return {number(16), number(20)};
}

std::string blank(const char* width, const char* height) {
    return std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"") + width + "\" height=\"" +
           height + "\"/>";
}

} // namespace

class RenderTest : public QObject {
    Q_OBJECT
private slots:
    void pngHasTheSizeOfThePicture() {
        const auto one = svgToPng(blank("300", "200"), 1), two = svgToPng(blank("300", "200"), 2);
        QVERIFY(one.ok() && two.ok());
        QVERIFY(one->starts_with("\x89PNG"));
        QCOMPARE(pngSize(*one), std::pair(300, 200));
        QCOMPARE(pngSize(*two), std::pair(600, 400));
    }
    void drawsARealPicture() {
        const auto png = svgToPng(toSvg(picture(kEverything)), 1);
        QVERIFY(png.ok());
        QVERIFY(png->size() > 5000);
    }
    void tooLarge() {
        const auto png = svgToPng(blank("9000", "100"), 2);
        QVERIFY(!png.ok());
        QVERIFY(QString::fromStdString(png.error().text()).contains("18000 × 200"));
        QVERIFY(!svgToPng(blank("10", "10"), 0).ok());
        QVERIFY(!svgToPng(blank("10", "10"), -1).ok());
    }
    void malformed() {
        QVERIFY(!svgToPng("<svg", 1).ok());
        QVERIFY(!svgToPng("", 1).ok());
        QVERIFY(!svgToPdf("no picture").ok());
    }
    void pdfIsOnePageWithinItsLimit() {
        const auto pdf = svgToPdf(toSvg(picture(kEverything)));
        QVERIFY(pdf.ok());
        QVERIFY(pdf->starts_with("%PDF"));
        const auto large = svgToPdf(blank("40000", "100"));
        QVERIFY(large.ok());
        QVERIFY(large->find("/MediaBox [ 0 0 14400 36 ]") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(RenderTest)
#include "render_test.moc"
