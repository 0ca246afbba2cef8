#include "graph/export/svg_symbols.h"

#include "graph/export/xml.h"
#include "graph/layout/curves.h"

#include <cmath>

namespace espalier::graph {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}
std::string attribute(std::string_view name, double value) {
    return attribute(name, decimal(value));
}

std::string rectangle(const Rect& r, double radius, std::string_view fill, const std::string& rest) {
    return "<rect" + attribute("x", r.x) + attribute("y", r.y) + attribute("width", r.width) +
           attribute("height", r.height) + (radius > 0 ? attribute("rx", radius) : "") +
           attribute("fill", fill) + rest + "/>";
}

std::string stroke(std::uint32_t colour, double width) {
    return attribute("stroke", colourText(colour)) + attribute("stroke-width", width);
}

std::string pathData(const std::vector<Point>& points) {
    const auto pair = [](Point p) { return decimal(p.x) + " " + decimal(p.y); };
    std::string d = "M" + pair(points.front());
    for (std::size_t i = 1; i + 2 < points.size(); i += 3)
        d += "C" + pair(points[i]) + " " + pair(points[i + 1]) + " " + pair(points[i + 2]);
    return d;
}

std::uint32_t lineColour(const Line& line, const Palette& palette) {
    if (line.change == DiffMark::Added)
        return palette.added;
    if (line.change == DiffMark::Removed)
        return palette.ghost;
    if (line.cycle)
        return palette.cycle;
    if (line.deprecated)
        return palette.deprecated;
    if (line.fromTests)
        return palette.testLine;
    return line.ghost ? palette.ghost : palette.line;
}

// The direction in which a curve arrives.
Point arrival(const std::vector<Point>& points) {
    const Point end = points.back();
    for (std::size_t i = points.size() - 1; i-- > 0;) {
        const double dx = end.x - points[i].x, dy = end.y - points[i].y, length = std::hypot(dx, dy);
        if (length > 0.1)
            return {dx / length, dy / length};
    }
    return {0, 1};
}

} // namespace

std::string svgText(double x, double y, std::string_view text, const TextStyle& style) {
    std::string out = "<text" + attribute("x", x) + attribute("y", y) + attribute("font-size", style.px) +
                      attribute("fill", colourText(style.colour));
    if (style.anchor != "start")
        out += attribute("text-anchor", style.anchor);
    if (style.bold)
        out += attribute("font-weight", "bold");
    if (style.italic)
        out += attribute("font-style", "italic");
    return out + ">" + xmlEscaped(text) + "</text>";
}

std::string svgBox(const Rect& rect, const BoxMarks& marks, bool package, const Palette& p, double tint) {
    std::uint32_t fill = package ? p.package : p.module, outline = p.outline;
    double width = 1;
    if (marks.external)
        fill = p.external;
    if (marks.test)
        fill = p.test;
    if (marks.cycle) {
        fill = package ? fill : p.cycleFill;
        outline = p.cycle, width = package ? 1.2 : 1.5;
    }
    if (marks.deprecated) {
        fill = p.deprecatedFill;
        outline = marks.cycle ? p.cycle : p.deprecated, width = 1.5;
    }
    if (marks.change == DiffMark::Added) {
        fill = p.addedFill;
        outline = p.added, width = 1.5;
    }
    fill = tinted(fill, p, tint);
    const double radius = marks.external ? 0 : kBoxRadius;
    if (marks.ghost || marks.change == DiffMark::Removed)
        return rectangle(rect, radius, colourText(p.background),
                         stroke(p.ghost, 1.3) + attribute("stroke-dasharray", "5 3.5"));
    std::string out;
    if (package) // a second sheet behind: there is more inside
        out += rectangle({rect.x + 3, rect.y + 3, rect.width, rect.height}, radius, colourText(fill),
                         stroke(outline, 1));
    out += rectangle(rect, radius, colourText(fill), stroke(outline, width));
    if (marks.deprecated)
        out += rectangle(rect, radius, "url(#hatch)", "");
    return out;
}

std::string svgNoteSheet(const Rect& r, const Palette& p) {
    constexpr double kEar = 6; // its upper right corner is folded
    const std::string ear = decimal(kEar);
    return "<path d=\"M" + decimal(r.x) + " " + decimal(r.y) + "H" + decimal(r.right() - kEar) + "l" + ear +
           " " + ear + "V" + decimal(r.bottom()) + "H" + decimal(r.x) + "z\"" +
           attribute("fill", colourText(p.note)) + stroke(p.outline, 0.7) + "/>";
}

std::string svgContainer(const Rect& rect, const BoxMarks& marks, const Palette& p) {
    const std::uint32_t outline = marks.deprecated ? p.deprecated : p.outline;
    std::string out = rectangle(rect, kBoxRadius + 2, colourText(marks.test ? p.test : p.container),
                                stroke(outline, 1) + attribute("stroke-opacity", 0.75));
    if (marks.deprecated)
        out += rectangle({rect.x, rect.y, rect.width, kContainerTitleHeight}, kBoxRadius, "url(#hatch)", "");
    return out;
}

std::string svgDeprecatedShare(const Rect& bar, double share, const Palette& p) {
    return rectangle(bar, 0, colourText(p.package), "") +
           rectangle({bar.x, bar.y, bar.width * share, bar.height}, 0, colourText(p.deprecated), "");
}

std::string svgLoopMark(Point c, const Palette& p) {
    // Three quarters of a circle with an arrow head at its end.
    return "<path d=\"M" + decimal(c.x + 4.2) + " " + decimal(c.y - 2.2) + "A4.7 4.7 0 1 0 " +
           decimal(c.x + 4.5) + " " + decimal(c.y + 1.6) + "\" fill=\"none\"" + stroke(p.cycle, 1.7) +
           "/><path d=\"M" + decimal(c.x + 6.6) + " " + decimal(c.y - 4.6) + "l-0.4 5.2l-4.4 -2.7z\"" +
           attribute("fill", colourText(p.cycle)) + "/>";
}

std::string svgChangeMark(Point c, DiffMark change, const Palette& p) {
    std::string strokes =
        "M" + decimal(c.x - 4.5) + " " + decimal(change == DiffMark::Mixed ? c.y - 2 : c.y) + "h9";
    if (change != DiffMark::Removed)
        strokes +=
            "M" + decimal(c.x) + " " + decimal(change == DiffMark::Mixed ? c.y - 6.5 : c.y - 4.5) + "v9";
    if (change == DiffMark::Mixed)
        strokes += "M" + decimal(c.x - 4.5) + " " + decimal(c.y + 4.5) + "h9";
    return "<path d=\"" + strokes + "\" fill=\"none\"" +
           stroke(change == DiffMark::Removed ? p.ghost : p.added, 2) + "/>";
}

std::string svgProblemMark(Point c, const Palette& p) {
    return "<path d=\"M" + decimal(c.x) + " " + decimal(c.y - 5.5) + "l6.2 10.8h-12.4z\"" +
           attribute("fill", colourText(p.deprecatedFill)) + stroke(p.deprecated, 1.3) +
           attribute("stroke-linejoin", "round") + "/><path d=\"M" + decimal(c.x) + " " + decimal(c.y - 1.8) +
           "v3.4m0 1.4v1\"" + stroke(p.deprecated, 1.4) + "/>";
}

std::string svgLine(const std::vector<Point>& points, const Line& line, const Palette& p) {
    if (points.size() < 4)
        return "";
    const double width = line.fromTests ? kTestLineWidth : lineWidth(line.statements, line.cycle),
                 length = line.fromTests ? kTestArrowLength : arrowLength(width), half = length * 0.42;
    const std::string colour = colourText(lineColour(line, p));
    const Point end = points.back(), way = arrival(points);
    const Point base{end.x - way.x * length, end.y - way.y * length};
    // The stroke ends inside the head, so that its blunt end does not show beyond the tip.
    std::vector<Point> shaft = points;
    const Point inside{end.x - way.x * length * 0.8, end.y - way.y * length * 0.8};
    shaft[shaft.size() - 2].x += inside.x - end.x, shaft[shaft.size() - 2].y += inside.y - end.y;
    shaft.back() = inside;
    std::string out = "<path d=\"" + pathData(shaft) + "\" fill=\"none\"" + attribute("stroke", colour) +
                      attribute("stroke-width", width);
    if (line.fromTests && line.deprecated)
        out += attribute("stroke-opacity", kTestDeprecatedOpacity);
    else if (!line.cycle && !line.deprecated && !line.fromTests && line.change == DiffMark::None)
        out += attribute("stroke-opacity", kLineOpacity);
    if (line.change == DiffMark::Removed)
        out += attribute("stroke-dasharray", "3 4");
    else if (line.deferredOnly || line.ghost)
        out += attribute("stroke-dasharray", line.ghost ? "2 3" : "6 4");
    out += "/><path d=\"M" + decimal(end.x) + " " + decimal(end.y) + "L" + decimal(base.x - way.y * half) +
           " " + decimal(base.y + way.x * half) + "L" + decimal(base.x + way.y * half) + " " +
           decimal(base.y - way.x * half) + "z\"" + attribute("fill", colour) +
           (line.fromTests && line.deprecated ? attribute("fill-opacity", kTestDeprecatedOpacity) : "") +
           "/>";
    if (line.cycle) {
        const Point c = signPlace(points);
        out += "<circle" + attribute("cx", c.x) + attribute("cy", c.y) + attribute("r", 7.5) +
               attribute("fill", colourText(p.background)) + attribute("fill-opacity", 0.9) + "/>" +
               svgLoopMark(c, p);
    }
    return out;
}

std::vector<Point> selfLoop(const Rect& r) {
    const double x = r.right(), y = r.centre().y;
    return {{x, y - 7}, {x + 22, y - 16}, {x + 22, y + 16}, {x, y + 7}};
}

std::string svgDefinitions(const Palette& p) {
    return "<defs><pattern id=\"hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
           "patternTransform=\"rotate(45)\"><path d=\"M0 0V7\"" +
           stroke(p.deprecated, 1.6) + attribute("stroke-opacity", 0.38) + "/></pattern></defs>";
}

} // namespace espalier::graph
