#include "graph/export/picture.h"
#include "graph/export/style.h"
#include "graph/export/xml.h"

#include <vector>

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

class DotWriter {
public:
    explicit DotWriter(const Drawing& drawing)
        : drawing_(drawing)
        , children_(drawing.boxes.size() + 1) {
        for (std::size_t i = 0; i < drawing.boxes.size(); ++i)
            children_[static_cast<std::size_t>(drawing.boxes[i].parent + 1)].push_back(i);
    }

    std::string write() {
        out_ =
            "digraph espalier {\n  graph [rankdir=TB, newrank=true, labelloc=t, fontname=\"DejaVu Sans\", "
            "label=" +
            quoted(drawing_.title + "\n" + drawing_.subtitle) +
            "];\n  node [shape=box, style=\"rounded,filled\", fontname=\"DejaVu Sans\", fontsize=11, color=" +
            colour(kLightPalette.outline) + ", fillcolor=" + colour(kLightPalette.module) +
            "];\n  edge [color=" + colour(kLightPalette.line) + ", arrowsize=0.7];\n";
        boxes();
        for (const Line& l : drawing_.lines)
            line(l);
        if (drawing_.omittedBoxes + drawing_.omittedLines > 0)
            out_ += "  // Left out: " + std::to_string(drawing_.omittedBoxes) + " boxes, " +
                    std::to_string(drawing_.omittedLines) + " lines.\n";
        return out_ + "}\n";
    }

private:
    void boxes();
    void node(std::size_t i, const std::string& indent);
    void line(const Line& l);

    const Drawing& drawing_;
    std::vector<std::vector<std::size_t>> children_;
    std::string out_;
};

// Clusters nest as deep as packages do; a list of what is open instead of recursion.
void DotWriter::boxes() {
    struct Open {
        std::size_t level, next;
    };
    std::vector<Open> open{{0, 0}};
    while (!open.empty()) {
        const std::string indent(2 * open.size(), ' ');
        const Open at = open.back();
        if (at.next == children_[at.level].size()) {
            open.pop_back();
            if (!open.empty())
                out_ += indent.substr(2) + "}\n";
            continue;
        }
        ++open.back().next;
        const std::size_t i = children_[at.level][at.next];
        if (!drawing_.boxes[i].container) {
            node(i, indent);
            continue;
        }
        out_ += indent + "subgraph cluster_" + std::to_string(i) + " {\n" + indent +
                "  label=" + quoted(drawing_.boxes[i].label) +
                "; tooltip=" + quoted(fullName(drawing_.boxes[i])) +
                "; style=\"rounded,filled\"; fillcolor=" + colour(kLightPalette.container) +
                "; color=" + colour(kLightPalette.outline) + ";\n";
        open.push_back({i + 1, 0});
    }
}

void DotWriter::node(std::size_t i, const std::string& indent) {
    const Box& b = drawing_.boxes[i];
    out_ += indent + "n" + std::to_string(i) + " [label=" +
            quoted(b.label + (b.marks.cycle ? " ↻" : "") + (b.detail.empty() ? "" : "\n" + b.detail)) +
            ", tooltip=" + quoted(fullName(b));
    if (b.expandable)
        out_ += ", fillcolor=" + colour(kLightPalette.package);
    if (b.marks.cycle)
        out_ += ", color=" + colour(kLightPalette.cycle) + ", penwidth=1.5";
    if (b.marks.deprecated)
        out_ += ", fillcolor=" + colour(kLightPalette.deprecatedFill) +
                ", color=" + colour(kLightPalette.deprecated);
    if (b.marks.ghost)
        out_ += ", style=\"rounded,dashed\"";
    out_ += "];\n";
}

void DotWriter::line(const Line& l) {
    out_ += "  n" + std::to_string(l.from) + " -> n" + std::to_string(l.to) +
            " [penwidth=" + decimal(l.fromTests ? kTestLineWidth : lineWidth(l.statements, l.cycle)) +
            ", tooltip=" +
            quoted(fullName(drawing_.boxes[static_cast<std::size_t>(l.from)]) + " imports " +
                   fullName(drawing_.boxes[static_cast<std::size_t>(l.to)]) + ": " +
                   std::to_string(l.statements));
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
