#include "graph/export/svg_overview.h"

#include "graph/drawing/labels.h"
#include "graph/drawing/text_width.h"
#include "graph/export/svg_symbols.h"
#include "graph/export/xml.h"

#include <algorithm>

namespace espalier::graph {
namespace {

constexpr double kLeastTitle = 9.5, kMostTitlePx = 14, kTitlePxOfStrip = 0.7, kShareHeight = 3;
constexpr double kNameHeight = 13, kNameWidth = 40, kNamePx = 9, kPadding = 4;
constexpr double kOutlined = 5; // pixels that a module must have for an outline

std::string fillRect(const Rect& r, std::uint32_t fill, std::uint32_t outline, bool outlined) {
    std::string out = "<rect x=\"" + decimal(r.x) + "\" y=\"" + decimal(r.y) + "\" width=\"" +
                      decimal(r.width) + "\" height=\"" + decimal(r.height) + "\" fill=\"" +
                      colourText(fill) + "\"";
    if (outlined)
        out += " stroke=\"" + colourText(outline) + "\" stroke-width=\"0.5\"";
    return out + "/>";
}

std::string module(const Box& box, const Palette& p) {
    const bool outlined = std::min(box.rect.width, box.rect.height) > kOutlined;
    const std::uint32_t fill = box.marks.deprecated ? p.deprecatedFill
                               : box.marks.cycle    ? p.cycleFill
                               : box.marks.ghost    ? p.background
                               : box.marks.test     ? p.external
                                                    : p.package;
    const std::uint32_t outline = box.marks.deprecated ? p.deprecated : box.marks.cycle ? p.cycle : p.outline;
    std::string out = fillRect(box.rect, fill, outline, outlined || box.marks.cycle || box.marks.deprecated);
    if (box.marks.deprecated && outlined)
        out += "<rect x=\"" + decimal(box.rect.x) + "\" y=\"" + decimal(box.rect.y) + "\" width=\"" +
               decimal(box.rect.width) + "\" height=\"" + decimal(box.rect.height) +
               "\" fill=\"url(#hatch)\"/>";
    if (box.rect.height >= kNameHeight && box.rect.width >= kNameWidth)
        out += svgText(box.rect.x + kPadding, box.rect.centre().y + 3,
                       elideMiddle(box.label, kNamePx, box.rect.width - 2 * kPadding),
                       {kNamePx, p.text, "start"});
    return out;
}

std::string title(const Box& box, const Palette& p) {
    if (box.title < kLeastTitle)
        return "";
    const Rect strip{box.rect.x, box.rect.y, box.rect.width, box.title};
    std::string out = fillRect(strip, p.container, p.outline, false);
    if (box.usersOfDeprecated > 0)
        out += svgDeprecatedShare(
            {strip.x, strip.bottom() - kShareHeight, strip.width, kShareHeight},
            static_cast<double>(box.usersOfDeprecated) / std::max(1U, box.modulesInside), p);
    const double px = std::min(kMostTitlePx, box.title * kTitlePxOfStrip), room = strip.width - 2 * kPadding;
    const double baseline = strip.centre().y + px * 0.32;
    const std::string label = elideMiddle(box.label, px * 1.1, room);
    out += svgText(strip.x + kPadding, baseline, label, {px, p.text, "start", true});
    const double used = textWidth(label, px) * 1.1 + px * 0.7, detailPx = px * 0.85;
    if (used + textWidth(box.detail, detailPx) < room)
        out += svgText(strip.x + kPadding + used, baseline, box.detail, {detailPx, p.faintText, "start"});
    return out;
}

} // namespace

Drawing seenFromAfar(const Drawing& overview) {
    const double zoom = overview.farZoom;
    const auto scaled = [zoom](Rect r) {
        return Rect{r.x * zoom, r.y * zoom, r.width * zoom, r.height * zoom};
    };
    Drawing out;
    out.title = overview.title;
    out.subtitle = overview.subtitle;
    out.boxes = overview.boxes;
    out.legend = overview.legend;
    out.arrangement = overview.arrangement;
    out.size = {overview.size.width * zoom, overview.size.height * zoom};
    for (Box& box : out.boxes) {
        box.rect = scaled(box.rect);
        box.title *= zoom;
    }
    for (const Line& line : overview.lines) {
        if (!line.drawnAt(zoom))
            continue;
        Line& near = out.lines.emplace_back(line);
        for (Point& point : near.points)
            point = {point.x * zoom, point.y * zoom};
    }
    return out;
}

std::string svgOverview(const Drawing& drawing, const Palette& palette) {
    std::string out;
    for (const Box& box : drawing.boxes)
        out += (box.container ? fillRect(box.rect, palette.container, palette.outline, true)
                              : module(box, palette)) +
               "\n";
    for (const bool strong : {false, true})
        for (const Line& line : drawing.lines)
            if ((line.cycle || line.deprecated) == strong)
                out += "<g><title>" + xmlEscaped(lineText(drawing, line)) + "</title>" +
                       svgLine(line.points, line, palette) + "</g>\n";
    for (const Box& box : drawing.boxes)
        if (box.container)
            out += title(box, palette) + "\n";
    return out;
}

} // namespace espalier::graph
