// The colours of the map as colour-blind eyes see them, and their contrast. Simulation: Machado, Oliveira,
// Fernandes 2009, severity 1, on linear RGB; difference: CIE 1976 L*a*b*; contrast: WCAG 2.1.
#include "graph/export/style.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace espalier::graph;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Triple times(const Matrix& m, const Triple& v) {
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = std::clamp(m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2], 0.0, 1.0);
    return out;
}
Triple linear(std::uint32_t rgb) {
    Triple out{};
    for (unsigned i = 0; i < 3; ++i) {
        const double c = (rgb >> (16 - 8 * i) & 0xff) / 255.0;
        out[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    return out;
}
double luminance(const Triple& c) {
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}
Triple lab(const Triple& c) {
    constexpr Matrix kToXyz{{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    constexpr Triple kWhite{0.9505, 1, 1.089};
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = (kToXyz[i][0] * c[0] + kToXyz[i][1] * c[1] + kToXyz[i][2] * c[2]) / kWhite[i];
        f[i] = t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}
double difference(const Triple& a, const Triple& b) {
    const Triple x = lab(a), y = lab(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}
double contrast(std::uint32_t a, std::uint32_t b) {
    const double x = luminance(linear(a)), y = luminance(linear(b));
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class ColoursTest : public QObject {
    Q_OBJECT

    static void palettes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

private slots:
    void meaningsDifferForEveryEye_data() { palettes(); }
    void meaningsDifferForEveryEye() {
        QFETCH(bool, dark);
        const Palette& p = dark ? kDarkPalette : kLightPalette;
        const std::array<std::pair<const char*, std::uint32_t>, 4> meanings{
            {{"line", p.line}, {"cycle", p.cycle}, {"deprecated", p.deprecated}, {"selection", p.selection}}};
        const std::array<std::pair<const char*, const Matrix*>, 4> eyes{{{"all cones", &kNormal},
                                                                         {"no red cones", &kProtanopia},
                                                                         {"no green cones", &kDeuteranopia},
                                                                         {"no blue cones", &kTritanopia}}};
        constexpr double kClearly = 15; // 2.3 is the least that a trained eye tells apart
        for (const auto& [eye, matrix] : eyes)
            for (std::size_t i = 0; i < meanings.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const double d = difference(times(*matrix, linear(meanings[i].second)),
                                                times(*matrix, linear(meanings[j].second)));
                    QVERIFY2(d >= kClearly,
                             qPrintable(QStringLiteral("%1 and %2, %3: %4")
                                            .arg(QLatin1String(meanings[i].first),
                                                 QLatin1String(meanings[j].first), QLatin1String(eye))
                                            .arg(d)));
                }
    }
    void textCanBeRead_data() { palettes(); }
    void textCanBeRead() {
        QFETCH(bool, dark);
        const Palette& p = dark ? kDarkPalette : kLightPalette;
        for (const std::uint32_t fill : {p.background, p.module, p.package, p.container, p.external,
                                         p.cycleFill, p.deprecatedFill, p.test}) {
            QVERIFY2(contrast(p.text, fill) >= 7, qPrintable(QString::number(fill, 16)));
            QVERIFY2(
                contrast(p.faintText, fill) >= 4.5,
                qPrintable(QString::number(fill, 16) + ' ' + QString::number(contrast(p.faintText, fill))));
        }
        for (const std::uint32_t ink : {p.line, p.cycle, p.deprecated, p.ghost, p.selection, p.outline})
            QVERIFY2(contrast(ink, p.background) >= 3, qPrintable(QString::number(ink, 16)));
    }
};

QTEST_APPLESS_MAIN(ColoursTest)
#include "colours_test.moc"
