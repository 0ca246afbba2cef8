// Colours, widths and fonts of the map, for the canvas and the exporters alike. Safe for colour-blind eyes:
// red, amber and blue differ in lightness, and every meaning has a second sign (loop mark, hatch, tick,
// dashes).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace espalier::graph {

// 0xRRGGBB.
struct Palette {
    std::uint32_t background, text, faintText;
    std::uint32_t module, package, container, external, outline; // fills, and the outline of boxes
    std::uint32_t line, testLine;
    std::uint32_t cycle, cycleFill;
    std::uint32_t deprecated, deprecatedFill;
    std::uint32_t ghost;
    std::uint32_t test;
    std::uint32_t selection;
    std::uint32_t tint, note; // of boxes with the largest metric; of notes
    std::uint32_t added, addedFill; // of what is new
    friend bool operator==(const Palette&, const Palette&) = default;
};

inline constexpr Palette kLightPalette{
    .background = 0xffffff,
    .text = 0x1d2733,
    .faintText = 0x576675,
    .module = 0xf5f8fb,
    .package = 0xe3ecf5,
    .container = 0xf7f9fb,
    .external = 0xececec,
    .outline = 0x7d8fa1,
    .line = 0x6f8296,
    .testLine = 0xcbd5de,
    .cycle = 0xb71c1c,
    .cycleFill = 0xfdeaea,
    .deprecated = 0xb26a00,
    .deprecatedFill = 0xfff1cf,
    .ghost = 0x6a6f76,
    .test = 0xe8f3ec,
    .selection = 0x1769d2,
    .tint = 0x8f7cc4,
    .note = 0xfff9d6,
    .added = 0x0b63b5,
    .addedFill = 0xd6eaff,
};
inline constexpr Palette kDarkPalette{
    .background = 0x1b2027,
    .text = 0xe6ebf0,
    .faintText = 0xa3afba,
    .module = 0x28313b,
    .package = 0x2c3c4d,
    .container = 0x20272f,
    .external = 0x33373c,
    .outline = 0x71839a,
    .line = 0x75869a,
    .testLine = 0x3b4753,
    .cycle = 0xff6b63,
    .cycleFill = 0x472729,
    .deprecated = 0xf2ae3d,
    .deprecatedFill = 0x4a3a17,
    .ghost = 0xaab2ba,
    .test = 0x263a30,
    .selection = 0x5aa2ff,
    .tint = 0x6f5aa8,
    .note = 0x47431f,
    .added = 0x62b4ff,
    .addedFill = 0x173a5c,
};

inline constexpr double kFontPx = 13, kDetailFontPx = 11;
inline constexpr double kBoxRadius = 5, kBoxPaddingX = 12, kBoxHeight = 30, kBoxHeightWithDetail = 46;
// Notes stand at the bottom of their box, in the font of details.
inline constexpr double kNoteLineHeight = 14, kNotePadding = 4;
inline constexpr double kContainerTitleHeight = 30, kContainerPadding = 16;

inline std::uint32_t mixed(std::uint32_t from, std::uint32_t to, double share) {
    std::uint32_t out = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        const auto a = static_cast<double>(from >> shift & 0xff), b = static_cast<double>(to >> shift & 0xff);
        out |= static_cast<std::uint32_t>(std::lround(a + (b - a) * std::clamp(share, 0.0, 1.0))) << shift;
    }
    return out;
}
// `fill` of a box whose metric is `share` of the largest one drawn.
inline std::uint32_t tinted(std::uint32_t fill, const Palette& palette, double share) {
    return mixed(fill, palette.tint, share);
}
// Of boxes that appear in a package: at 0 they cannot be told from it.
inline Palette faded(Palette palette, double share) {
    for (std::uint32_t* c : {&palette.text, &palette.faintText, &palette.module, &palette.package,
                             &palette.external, &palette.outline, &palette.line, &palette.testLine,
                             &palette.cycle, &palette.cycleFill, &palette.deprecated, &palette.deprecatedFill,
                             &palette.ghost, &palette.test, &palette.selection, &palette.tint, &palette.note, &palette.added,
                             &palette.addedFill})
        *c = mixed(palette.container, *c, share);
    return palette;
}

// Pixels; grows with the logarithm of the statements behind a line. Cycles are heavier.
inline double lineWidth(std::uint32_t statements, bool cycle) {
    const double width = 1.0 + 0.3 * std::log2(std::max(statements, 1U));
    return std::min(width, 3.2) + (cycle ? 0.8 : 0);
}
inline double arrowLength(double width) {
    return 6 + 1.3 * width;
}
// Of lines that carry no special meaning: where many run together, the cable is what shows.
inline constexpr double kLineOpacity = 0.55;
// Of lines that only tests draw: a light colour rather than an opacity, so that many together stay light.
// Where they lead to something deprecated, its colour shows through.
inline constexpr double kTestLineWidth = 0.9, kTestArrowLength = 5.5, kTestDeprecatedOpacity = 0.45;

} // namespace espalier::graph
