#include "graph/drawing/labels.h"
#include "graph/export/nesting.h"
#include "graph/export/picture.h"
#include "graph/export/style.h"
#include "graph/export/xml.h"

#include <string>
#include <string_view>

namespace espalier::graph {
namespace {

// A quoted string: backslashes doubled, since dot takes \n, \G and the like for more than text.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n' || c == '\r')
            out += "\\n";
        else
            out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    }
    return out + "\"";
}

std::string colour(std::uint32_t rgb) {
    return "\"" + colourText(rgb) + "\"";
}

std::string noteText(const Box& box) {
    return box.note.empty() ? "" : "\n✎ " + box.note;
}

class DotWriter {
public:
    explicit DotWriter(const Drawing& drawing)
        : drawing_(drawing) {}

    std::string write() {
        out_ =
            "digraph espalier {\n  graph [rankdir=TB, newrank=true, labelloc=t, fontname=\"DejaVu Sans\", "
            "label=" +
            quoted(drawing_.title + "\n" + drawing_.subtitle) +
            "];\n  node [shape=box, style=\"rounded,filled\", fontname=\"DejaVu Sans\", fontsize=11, color=" +
            colour(kLightPalette.outline) + ", fillcolor=" + colour(kLightPalette.module) +
            "];\n  edge [color=" + colour(kLightPalette.line) + ", arrowsize=0.7];\n";
        out_ += nestedText(
            drawing_, drawing_.boxes.size(),
            [this](std::size_t i, const std::string& indent) { return cluster(i, indent); },
            [this](std::size_t i, const std::string& indent) { return node(i, indent); }, "}");
        for (const Line& l : drawing_.lines)
            line(l);
        if (drawing_.omittedBoxes + drawing_.omittedLines > 0)
            out_ += "  // Left out: " + std::to_string(drawing_.omittedBoxes) + " boxes, " +
                    std::to_string(drawing_.omittedLines) + " lines.\n";
        return out_ + "}\n";
    }

private:
    [[nodiscard]] std::string cluster(std::size_t i, const std::string& indent) const;
    [[nodiscard]] std::string node(std::size_t i, const std::string& indent) const;
    void line(const Line& l);

    const Drawing& drawing_;
    std::string out_;
};

std::string DotWriter::cluster(std::size_t i, const std::string& indent) const {
    const Box& b = drawing_.boxes[i];
    return indent + "subgraph cluster_" + std::to_string(i) + " {\n" + indent +
           "  label=" + quoted(b.label + noteText(b)) + "; tooltip=" + quoted(fullName(b)) +
           "; style=\"rounded,filled\"; fillcolor=" + colour(kLightPalette.container) +
           "; color=" + colour(kLightPalette.outline) + ";\n";
}

std::string DotWriter::node(std::size_t i, const std::string& indent) const {
    const Box& b = drawing_.boxes[i];
    const std::string detail = b.detail.empty() ? "" : "\n" + b.detail;
    std::string out = indent + "n" + std::to_string(i) +
                      " [label=" + quoted(b.label + (b.marks.cycle ? " ↻" : "") + detail + noteText(b)) +
                      ", tooltip=" + quoted(fullName(b));
    const bool tinted = b.tint > 0 && !b.marks.deprecated;
    if (b.expandable || tinted)
        out +=
            ", fillcolor=" + colour(graph::tinted(b.expandable ? kLightPalette.package : kLightPalette.module,
                                                  kLightPalette, b.tint));
    if (b.marks.cycle)
        out += ", color=" + colour(kLightPalette.cycle) + ", penwidth=1.5";
    if (b.marks.deprecated)
        out += ", fillcolor=" + colour(kLightPalette.deprecatedFill) +
               ", color=" + colour(kLightPalette.deprecated);
    if (b.marks.ghost)
        out += ", style=\"rounded,dashed\"";
    return out + "];\n";
}

void DotWriter::line(const Line& l) {
    out_ += "  n" + std::to_string(l.from) + " -> n" + std::to_string(l.to) +
            " [penwidth=" + decimal(l.fromTests ? kTestLineWidth : lineWidth(l.statements, l.cycle)) +
            ", tooltip=" + quoted(lineText(drawing_, l));
    if (l.cycle)
        out_ += ", color=" + colour(kLightPalette.cycle);
    else if (l.deprecated)
        out_ += ", color=" + colour(kLightPalette.deprecated);
    else if (l.fromTests)
        out_ += ", color=" + colour(kLightPalette.testLine);
    if (l.deferredOnly || l.ghost)
        out_ += l.ghost ? ", style=dotted" : ", style=dashed";
    out_ += "];\n";
}

} // namespace

std::string toDot(const Drawing& drawing) {
    return DotWriter(drawing).write();
}

} // namespace espalier::graph
