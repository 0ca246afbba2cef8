#include "graph/drawing/labels.h"
#include "graph/drawing/text_width.h"
#include "graph/drawing/words.h"
#include "graph/export/picture.h"
#include "graph/export/style.h"
#include "graph/export/svg_overview.h"
#include "graph/export/svg_symbols.h"
#include "graph/export/xml.h"

#include <algorithm>

namespace espalier::graph {
namespace {

constexpr double kTitleBlock = 58, kMargin = 24, kTitlePx = 20;
constexpr double kLegendRow = 24, kLegendSymbol = 34, kLegendGap = 26;
constexpr double kLeastWidth = 480;

class SvgPicture {
public:
    SvgPicture(const Drawing& drawing, Theme theme)
        : drawing_(drawing)
        , palette_(theme == Theme::Dark ? kDarkPalette : kLightPalette) {}

    std::string write() {
        const double titles =
            std::max(textWidth(drawing_.title, kTitlePx) * 1.1, textWidth(drawing_.subtitle, kFontPx));
        width_ = std::max({drawing_.size.width, titles + 2 * kMargin, kLeastWidth});
        const std::string legend = legendRows();
        const double height = kTitleBlock + drawing_.size.height + legendHeight_;
        const std::string w = decimal(width_), h = decimal(height);
        std::string out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
            w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h +
            "\" font-family=\"DejaVu Sans, Verdana, sans-serif\">\n<title>" + xmlEscaped(drawing_.title) +
            "</title>\n" + svgDefinitions(palette_) + "\n<rect width=\"" + w + "\" height=\"" + h +
            "\" fill=\"" + colourText(palette_.background) + "\"/>\n";
        TextStyle title{kTitlePx, palette_.text, "start", true};
        TextStyle subtitle{kFontPx, palette_.faintText, "start"};
        out += svgText(kMargin, 32, drawing_.title, title) + "\n" +
               svgText(kMargin, 52, drawing_.subtitle, subtitle) + "\n";
        const double left = (width_ - drawing_.size.width) / 2;
        out += "<g transform=\"translate(" + decimal(left) + " " + decimal(kTitleBlock) + ")\">\n" +
               content() + "</g>\n";
        return out + legend + "</svg>\n";
    }

private:
    [[nodiscard]] std::string content() const;
    [[nodiscard]] std::string closedBox(const Box& box) const;
    [[nodiscard]] std::string containerTitle(const Box& box) const;
    [[nodiscard]] std::string note(const Rect& sheet, const Box& box) const;
    [[nodiscard]] std::string lineGroup(const Line& line) const;
    [[nodiscard]] std::string legendSymbol(LegendSymbol symbol, double x, double y) const;
    std::string legendRows();

    const Drawing& drawing_;
    const Palette& palette_;
    double width_ = 0, legendHeight_ = 0;
};

std::string withTitle(const std::string& markup, std::string_view title) {
    return "<g><title>" + xmlEscaped(title) + "</title>" + markup + "</g>\n";
}

// "3 boxes are summed up as "more"; 1 line is left out", or nothing.
std::string omissions(const Drawing& drawing) {
    const std::size_t boxes = drawing.omittedBoxes, lines = drawing.omittedLines;
    std::string text;
    if (boxes > 0)
        text = boxes == 1 ? Words::tr("1 box is summed up as \"more\"")
                          : Words::tr("%1 boxes are summed up as \"more\"", nullptr, boxes);
    if (lines > 0)
        text +=
            (text.empty() ? "" : "; ") + (lines == 1 ? Words::tr("1 line is left out")
                                                     : Words::tr("%1 lines are left out", nullptr, lines));
    return text;
}

// Containers, then lines, then the boxes and titles: nothing with text is crossed out.
std::string SvgPicture::content() const {
    if (drawing_.arrangement == Arrangement::Overview)
        return svgOverview(drawing_, palette_);
    std::string out;
    for (const Box& b : drawing_.boxes)
        if (b.container)
            out += svgContainer(b.rect, b.marks, palette_) + "\n";
    const auto pass = [&](auto chosen) {
        for (const Line& l : drawing_.lines)
            if (chosen(l))
                out += lineGroup(l);
    };
    pass([](const Line& l) { return l.fromTests; });
    pass([](const Line& l) { return !l.cycle && !l.deprecated && !l.fromTests; });
    pass([](const Line& l) { return !l.cycle && l.deprecated && !l.fromTests; });
    pass([](const Line& l) { return l.cycle; });
    for (const Box& b : drawing_.boxes)
        out += withTitle(b.container ? containerTitle(b) : closedBox(b),
                         fullName(b) + (b.note.empty() ? "" : "\n" + b.note));
    if (drawing_.boxes.empty())
        out += svgText(drawing_.size.width / 2, 20, Words::tr("Nothing to show"),
                       {kFontPx, palette_.faintText}) +
               "\n";
    return out;
}

std::string SvgPicture::closedBox(const Box& box) const {
    std::string out = svgBox(box.rect, box.marks, box.expandable || !box.module.valid(), palette_, box.tint);
    const double noted = noteHeight(box);
    const Point c{box.rect.centre().x, box.rect.centre().y - noted / 2};
    const bool changed = box.marks.change != DiffMark::None;
    const double marks = 18.0 * (box.marks.cycle + box.marks.problem + changed);
    const double y = box.detail.empty() ? c.y + 4.5 : c.y - 3;
    const TextStyle label{kFontPx, box.marks.ghost ? palette_.ghost : palette_.text, "middle", false,
                          box.marks.test};
    out += svgText(c.x - marks / 2, y, box.label, label);
    if (!box.detail.empty())
        out += svgText(c.x, c.y + 14, box.detail, {kDetailFontPx, palette_.faintText});
    double x = c.x + (textWidth(box.label, kFontPx) - marks) / 2 + 10;
    if (box.marks.cycle) {
        out += svgLoopMark({x, y - 4.5}, palette_);
        x += 18;
    }
    if (changed) {
        out += svgChangeMark({x, y - 4.5}, box.marks.change, palette_);
        x += 18;
    }
    if (box.marks.problem)
        out += svgProblemMark({x, y - 4.5}, palette_);
    if (noted > 0)
        out += note({box.rect.x + kNotePadding, box.rect.bottom() - noted, box.rect.width - 2 * kNotePadding,
                     noted - kNotePadding},
                    box);
    return out;
}

std::string SvgPicture::note(const Rect& sheet, const Box& box) const {
    std::string out = svgNoteSheet(sheet, palette_);
    double y = sheet.y + kNoteLineHeight - 2;
    for (const std::string& line : box.noteLines) {
        out += svgText(sheet.x + kNotePadding, y, line, {kDetailFontPx, palette_.text, "start", false, true});
        y += kNoteLineHeight;
    }
    return out;
}

std::string SvgPicture::containerTitle(const Box& box) const {
    double x = box.rect.x + kBoxPaddingX;
    const double y = box.rect.y + kContainerTitleHeight - 10;
    // A plate behind the words keeps them readable where lines enter from above.
    const double words = textWidth(box.label, kFontPx) * 1.1 + textWidth(box.detail, kDetailFontPx) +
                         (box.marks.cycle ? 30 : 12) + (box.marks.change != DiffMark::None ? 18 : 0);
    std::string out = "<rect x=\"" + decimal(x - 4) + "\" y=\"" + decimal(y - 14) + "\" width=\"" +
                      decimal(words) + "\" height=\"19\" rx=\"3\" fill=\"" + colourText(palette_.container) +
                      "\" fill-opacity=\"0.85\"/>";
    out += svgText(x, y, box.label, {kFontPx, palette_.text, "start", true});
    x += textWidth(box.label, kFontPx) * 1.1 + 8;
    if (box.marks.cycle) {
        out += svgLoopMark({x + 4, y - 4.5}, palette_);
        x += 18;
    }
    if (box.marks.change != DiffMark::None) {
        out += svgChangeMark({x + 4, y - 4.5}, box.marks.change, palette_);
        x += 18;
    }
    if (!box.detail.empty()) {
        out += svgText(x, y, box.detail, {kDetailFontPx, palette_.faintText, "start"});
        x += textWidth(box.detail, kDetailFontPx) + 10;
    }
    if (!box.noteLines.empty())
        out += note({x, y - 13, textWidth(box.noteLines.front(), kDetailFontPx) + 2 * kNotePadding + 4, 18},
                    box);
    return out;
}

std::string SvgPicture::lineGroup(const Line& line) const {
    const Box& from = drawing_.boxes[static_cast<std::size_t>(line.from)];
    const std::string markup =
        svgLine(line.from == line.to ? selfLoop(from.rect) : line.points, line, palette_);
    if (markup.empty())
        return "";
    return withTitle(markup, lineText(drawing_, line));
}

std::string SvgPicture::legendSymbol(LegendSymbol symbol, double x, double y) const {
    const Rect box{x, y - 8, 24, 15};
    Line line;
    line.statements = 4;
    BoxMarks marks;
    switch (symbol) {
    case LegendSymbol::Module:
        return svgBox(box, marks, false, palette_);
    case LegendSymbol::Package:
    case LegendSymbol::Namespace:
        return svgBox(box, marks, true, palette_);
    case LegendSymbol::External:
        marks.external = true;
        return svgBox(box, marks, false, palette_);
    case LegendSymbol::Ghost:
        marks.ghost = true;
        return svgBox(box, marks, false, palette_);
    case LegendSymbol::Deprecated:
        marks.deprecated = true;
        return svgBox(box, marks, false, palette_);
    case LegendSymbol::Test:
        marks.test = true;
        return svgBox(box, marks, false, palette_) +
               svgText(box.centre().x, y + 3.5, "t", {kDetailFontPx, palette_.text, "middle", false, true});
    case LegendSymbol::Cycle:
        return svgLoopMark(box.centre(), palette_);
    case LegendSymbol::Problem:
        return svgProblemMark(box.centre(), palette_);
    case LegendSymbol::Size:
        return svgBox({x, y - 3, 10, 7}, marks, false, palette_) +
               svgBox({x + 12, y - 8, 18, 15}, marks, false, palette_);
    case LegendSymbol::Tint:
        return svgBox({x, y - 8, 12, 15}, marks, false, palette_, 0.15) +
               svgBox({x + 14, y - 8, 12, 15}, marks, false, palette_, 1);
    case LegendSymbol::Note:
        return svgNoteSheet(box, palette_);
    case LegendSymbol::DeprecatedShare:
        return svgDeprecatedShare({box.x, box.centre().y - 2, box.width, 4}, 0.6, palette_);
    case LegendSymbol::Added:
    case LegendSymbol::Removed:
        marks.change = symbol == LegendSymbol::Added ? DiffMark::Added : DiffMark::Removed;
        return svgBox(box, marks, false, palette_) + svgChangeMark(box.centre(), marks.change, palette_);
    case LegendSymbol::Mixed:
        return svgBox(box, marks, true, palette_) + svgChangeMark(box.centre(), DiffMark::Mixed, palette_);
    case LegendSymbol::Edge:
        break;
    case LegendSymbol::AddedEdge:
        line.change = DiffMark::Added;
        break;
    case LegendSymbol::RemovedEdge:
        line.change = DiffMark::Removed;
        break;
    case LegendSymbol::CycleEdge:
        line.cycle = true;
        break;
    case LegendSymbol::DeprecatedEdge:
        line.deprecated = true;
        break;
    case LegendSymbol::DeferredEdge:
        line.deferredOnly = true;
        break;
    case LegendSymbol::GhostEdge:
        line.ghost = true;
        break;
    case LegendSymbol::TestEdge:
        line.fromTests = true;
        break;
    }
    return svgLine({{x - 2, y}, {x + 8, y}, {x + 16, y}, {x + 26, y}}, line, palette_);
}

// Rows of symbols with words below the picture, and what was left out. Sets legendHeight_.
std::string SvgPicture::legendRows() {
    std::string out;
    double x = kMargin, y = kTitleBlock + drawing_.size.height + 10;
    const TextStyle words{kDetailFontPx, palette_.faintText, "start"};
    for (const LegendEntry& e : drawing_.legend) {
        const double width = kLegendSymbol + textWidth(e.text, kDetailFontPx);
        if (x > kMargin && x + width > width_ - kMargin) {
            x = kMargin;
            y += kLegendRow;
        }
        out += "<g>" + legendSymbol(e.symbol, x, y) + svgText(x + kLegendSymbol, y + 4, e.text, words) +
               "</g>\n";
        x += width + kLegendGap;
    }
    const std::string left = omissions(drawing_);
    if (!left.empty())
        out +=
            svgText(kMargin, (y += drawing_.legend.empty() ? 0 : kLegendRow) + 4, left + ".", words) + "\n";
    legendHeight_ =
        drawing_.legend.empty() && left.empty() ? 0 : y + kMargin - kTitleBlock - drawing_.size.height;
    return out;
}

} // namespace

std::string toSvg(const Drawing& drawing, Theme theme) {
    if (drawing.arrangement == Arrangement::Overview)
        return SvgPicture(seenFromAfar(drawing), theme).write();
    return SvgPicture(drawing, theme).write();
}

} // namespace espalier::graph
